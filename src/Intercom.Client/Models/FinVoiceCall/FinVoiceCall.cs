namespace Intercom;

/// <summary>A telephone call of Fin Voice, which connects a call of your telephone system with Intercom.</summary>
public sealed class FinVoiceCall : IntercomObject
{
    /// <summary>Intercom's id of the connection between the two calls.</summary>
    public string? Id { get; set; }

    /// <summary>The number of the workspace.</summary>
    public string? AppId { get; set; }

    /// <summary><c>registered</c>, <c>in-progress</c>, or how the call was resolved.</summary>
    public string? Status { get; set; }

    /// <summary>The caller's telephone number, in E.164 form.</summary>
    public string? UserPhoneNumber { get; set; }

    /// <summary>The id of the call in your telephone system.</summary>
    public string? ExternalCallId { get; set; }

    /// <summary>Intercom's id of the call. Null while it is not matched.</summary>
    public string? IntercomCallId { get; set; }

    /// <summary>The id of the conversation. Null until the call has one.</summary>
    public string? IntercomConversationId { get; set; }

    /// <summary>The summary of the call, at most 256 characters. Empty without a summary.</summary>
    public string? CallSummary { get; set; }

    /// <summary>The transcript, piece by piece, as Intercom sends it.</summary>
    public ItemList<object>? CallTranscript { get; set; }

    /// <summary>What the caller wanted, as Intercom sends it.</summary>
    public ItemList<object>? Intent { get; set; }

    /// <summary>The telephone number or the id.</summary>
    public override string ToString() => FirstOf(UserPhoneNumber, ExternalCallId, Id);
}
