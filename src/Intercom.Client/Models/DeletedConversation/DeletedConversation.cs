namespace Intercom;

/// <summary>What remains of a deleted conversation.</summary>
public sealed class DeletedConversation : IntercomObject
{
    /// <summary>Intercom's id of the conversation.</summary>
    public string? Id { get; set; }

    /// <summary>True when reports still count the conversation.</summary>
    public bool? MetricsRetained { get; set; }

    /// <summary>When the conversation was deleted.</summary>
    public DateTime? DeletedAt { get; set; }

    /// <summary>The conversation's id.</summary>
    public override string ToString() => FirstOf(Id);
}
