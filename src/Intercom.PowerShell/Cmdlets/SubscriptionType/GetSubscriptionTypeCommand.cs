namespace Intercom.PowerShell;

/// <summary>Lists the workspace's subscription types, or the choices that contacts have made.</summary>
/// <remarks>
/// For a contact, the list contains the opt_out types that the contact opted OUT of, and the opt_in types that the contact opted in to. A
/// type that is not listed for a contact is in its default state.
/// </remarks>
/// <example>
/// <para>Lists the subscription types that people can choose.</para>
/// <code>Get-IntercomSubscriptionType</code>
/// <outcome>Test-Same $output.Name 'Newsletter', 'Product news', 'Text messages'</outcome>
/// </example>
/// <example>
/// <para>Lists a contact's choices: opt_out types that the contact opted out of, and opt_in types that the contact opted in to.</para>
/// <code>Get-IntercomContact -ExternalId user-123 | Get-IntercomSubscriptionType</code>
/// <outcome>Test-Same $output.Name 'Newsletter', 'Text messages'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomSubscriptionType"), OutputType(typeof(Intercom.SubscriptionType))]
[Operation("GET", "subscription_types", ParameterSet = "List", Items = "data")]
[Operation("GET", "contacts/{ContactId}/subscriptions", ParameterSet = "Contact", Items = "data")]
public sealed class GetSubscriptionTypeCommand : NamedReadCommand
{
    /// <summary>
    /// The ids of the contacts whose choices are listed. An opt_out type in this list means that the contact does not receive such
    /// messages.
    /// </summary>
    [Parameter(ValueFromPipeline = true), IntercomId("ContactId"), Selects("Contact")]
    public string[] ContactId { get; set; } = [];

    /// <summary>Returns only subscription types with this name. Wildcards are allowed.</summary>
    [Parameter(Position = 0), SupportsWildcards, ArgumentCompleter(typeof(NameCompleter<SubscriptionType>))]
    public override string[] Name { get; set; } = [];
}
