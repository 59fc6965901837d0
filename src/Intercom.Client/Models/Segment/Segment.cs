namespace Intercom;

/// <summary>A group of contacts or companies that is defined by rules.</summary>
public sealed class Segment : IntercomObject
{
    /// <summary>Intercom's id of the segment.</summary>
    public string? Id { get; set; }

    /// <summary>The segment's name.</summary>
    public string? Name { get; set; }

    /// <summary>The people in the segment: <c>contact</c> (leads) or <c>user</c>.</summary>
    public string? PersonType { get; set; }

    /// <summary>The number of members. Only when the count was requested.</summary>
    public long? Count { get; set; }

    /// <summary>When the segment was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the segment was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The segment's name or id.</summary>
    public override string ToString() => FirstOf(Name, Id);
}
