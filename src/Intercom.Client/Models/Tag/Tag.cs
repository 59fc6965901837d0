namespace Intercom;

/// <summary>A label for contacts, companies, conversations and tickets.</summary>
public sealed class Tag : IntercomObject
{
    /// <summary>Intercom's id of the tag.</summary>
    public string? Id { get; set; }

    /// <summary>The tag's name.</summary>
    public string? Name { get; set; }

    /// <summary>When the tag was put on the object; only where the tag was read from an object or just put on one.</summary>
    public DateTime? AppliedAt { get; set; }

    /// <summary>The admin who put the tag on the object; only where the tag was read from an object or just put on one.</summary>
    public Reference? AppliedBy { get; set; }

    /// <summary>The contacts that were just tagged. Only in the response to tagging, since version 2.16 of the API.</summary>
    public ItemList<TaggedObject>? Users { get; set; }

    /// <summary>The companies that were just tagged or untagged. Only in the response to it, since version 2.16 of the API.</summary>
    public ItemList<TaggedObject>? Companies { get; set; }

    /// <summary>The tag's name or id.</summary>
    public override string ToString() => FirstOf(Name, Id);
}
