namespace Intercom;

/// <summary>What Intercom answers when something was deleted.</summary>
public sealed class DeletedObject : IntercomObject
{
    /// <summary>The id of what was deleted.</summary>
    public string? Id { get; set; }

    /// <summary>Its id in your own system, where Intercom gives it (contacts).</summary>
    public string? ExternalId { get; set; }

    /// <summary>What it was, such as <c>article</c>; contacts and visitors say so in <c>Type</c>.</summary>
    public string? Object { get; set; }

    /// <summary>True when it was deleted; companies are deleted a little later.</summary>
    public bool? Deleted { get; set; }

    /// <summary>What was deleted, with its id.</summary>
    public override string ToString() => $"{FirstOf(Object, Type)} {Id}".Trim();
}
