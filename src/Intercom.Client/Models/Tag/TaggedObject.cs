namespace Intercom;

/// <summary>A contact or a company that was tagged or untagged.</summary>
public sealed class TaggedObject : IntercomObject
{
    /// <summary>Intercom's id of the contact or company.</summary>
    public string? Id { get; set; }

    /// <summary>True when the tag was added, false when it was removed.</summary>
    public bool? Tagged { get; set; }

    /// <summary>The id.</summary>
    public override string ToString() => Id ?? "";
}
