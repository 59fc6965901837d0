namespace Intercom;

/// <summary>A contact that was merged into another one.</summary>
public sealed class MergedContact : IntercomObject
{
    /// <summary>The id that the contact had before the merge.</summary>
    public string? SourceContactId { get; set; }

    /// <summary>The role that the contact had: <c>user</c> or <c>lead</c>.</summary>
    public string? SourceContactRole { get; set; }

    /// <summary>When the contacts were merged.</summary>
    public DateTime? MergedAt { get; set; }

    /// <summary>The role and the id.</summary>
    public override string ToString() => $"{SourceContactRole} {SourceContactId}".Trim();
}
