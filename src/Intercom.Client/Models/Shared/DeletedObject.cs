namespace Intercom;

/// <summary>What Intercom answers when something was deleted.</summary>
public sealed class DeletedObject : IntercomObject
{
    /// <summary>The id of the deleted object.</summary>
    public string? Id { get; set; }

    /// <summary>Its id in your own system, where Intercom sends it (contacts).</summary>
    public string? ExternalId { get; set; }

    /// <summary>The kind of object, such as <c>article</c>. For contacts and visitors see <c>Type</c>.</summary>
    public string? Object { get; set; }

    /// <summary>True when it was deleted. Companies are deleted a little later.</summary>
    public bool? Deleted { get; set; }

    /// <summary>What was deleted, with its id.</summary>
    public override string ToString() => $"{FirstOf(Object, Type)} {Id}".Trim();
}
