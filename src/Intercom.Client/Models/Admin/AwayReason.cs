namespace Intercom;

/// <summary>A reason for being away.</summary>
public sealed class AwayReason : IntercomObject
{
    /// <summary>Intercom's id of the reason, which is required to set an admin away.</summary>
    public string? Id { get; set; }

    /// <summary>The words of the reason.</summary>
    public string? Label { get; set; }

    /// <summary>The emoji before the words.</summary>
    public string? Emoji { get; set; }

    /// <summary>The reason's place among the others.</summary>
    public long? Order { get; set; }

    /// <summary>True when the reason was deleted.</summary>
    public bool? Deleted { get; set; }

    /// <summary>When the reason was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the reason was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The words of the reason.</summary>
    public override string ToString() => FirstOf(Label, Id);
}
