namespace Intercom.Http;

/// <summary>
/// What the versions of the API do differently for operations that all of them have, stated once. Only requests are told apart by
/// version: the models read the responses of all versions.
/// </summary>
internal static class ApiChanges
{
    /// <summary>The owner of a contact is sent as text. Earlier versions require a number.</summary>
    public const string TextOwner = "2.16";

    /// <summary>
    /// The last version in which the data attributes include those of conversations, which have operations of their own since.
    /// </summary>
    public const string LastWithConversationAttributes = "2.15";

    /// <summary>A merged contact is answered with 410 and the contact that it has become. Earlier versions answer 404.</summary>
    public const string NamedMerges = "2.16";

    /// <summary>The instances of a custom object type are listed. Earlier versions return one instance by its external id.</summary>
    public const string ListedCustomObjects = "2.16";

    /// <summary>The timestamps of contacts are searched to the second. Earlier versions match whole days of the workspace.</summary>
    public const string ExactContactDates = "2.17";

    /// <summary>The Date attributes of contacts are matched by days of UTC. Earlier versions use the workspace's time zone.</summary>
    public const string UtcAttributeDays = "2.17";

    /// <summary>Searches for tickets compare the ids of assignees as numbers. Earlier versions compare text.</summary>
    public const string NumericTicketAssignees = ApiVersions.Preview;
}
