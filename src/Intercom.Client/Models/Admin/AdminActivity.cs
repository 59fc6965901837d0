namespace Intercom;

/// <summary>Something that an admin did, from the activity log.</summary>
public sealed class AdminActivity : IntercomObject
{
    /// <summary>Intercom's id of the entry.</summary>
    public string? Id { get; set; }

    /// <summary>The admin who did it.</summary>
    public ActivityAdmin? PerformedBy { get; set; }

    /// <summary>The kind of activity, such as <c>admin_login_success</c> or <c>app_name_change</c>. Intercom may add kinds.</summary>
    public string? ActivityType { get; set; }

    /// <summary>What was done, in a sentence.</summary>
    public string? ActivityDescription { get; set; }

    /// <summary>Details of the activity. Their names depend on the kind.</summary>
    public AttributeBag? Metadata { get; set; }

    /// <summary>When it was done.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>What was done.</summary>
    public override string ToString() => FirstOf(ActivityDescription, ActivityType, Id);
}

/// <summary>The admin of an entry in the activity log.</summary>
public sealed class ActivityAdmin : IntercomObject
{
    /// <summary>The id of the admin.</summary>
    public string? Id { get; set; }

    /// <summary>The admin's email address.</summary>
    public string? Email { get; set; }

    /// <summary>The admin's internet address.</summary>
    public string? Ip { get; set; }

    /// <summary>The admin's email address or id.</summary>
    public override string ToString() => FirstOf(Email, Id);
}
