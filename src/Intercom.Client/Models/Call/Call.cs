using System.Text.Json.Serialization;

namespace Intercom;

/// <summary>A telephone call.</summary>
public sealed class Call : IntercomObject
{
    /// <summary>Intercom's id of the call.</summary>
    public string? Id { get; set; }

    /// <summary>The id of the conversation that the call belongs to.</summary>
    public string? ConversationId { get; set; }

    /// <summary>The id of the admin who spoke.</summary>
    public string? AdminId { get; set; }

    /// <summary>The id of the contact who spoke.</summary>
    public string? ContactId { get; set; }

    /// <summary>The state of the call, such as <c>completed</c>.</summary>
    public string? State { get; set; }

    /// <summary>How the call is made, such as <c>phone</c>.</summary>
    public string? CallType { get; set; }

    /// <summary><c>inbound</c> or <c>outbound</c>.</summary>
    public string? Direction { get; set; }

    /// <summary>The telephone number, in E.164 form.</summary>
    public string? Phone { get; set; }

    /// <summary>Why the call ended.</summary>
    public string? EndedReason { get; set; }

    /// <summary>When the call began to ring.</summary>
    public DateTime? InitiatedAt { get; set; }

    /// <summary>When the call was answered. Null when it was not.</summary>
    public DateTime? AnsweredAt { get; set; }

    /// <summary>When the call ended.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>When the record of the call was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the call was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The path of the recording in the API. <c>Save-IntercomCallRecording</c> downloads it.</summary>
    public string? RecordingUrl { get; set; }

    /// <summary>The path of the transcript in the API. <c>Get-IntercomCallTranscript</c> reads it.</summary>
    public string? TranscriptionUrl { get; set; }

    /// <summary>The path of the recording of Fin's part.</summary>
    public string? FinRecordingUrl { get; set; }

    /// <summary>The path of the transcript of Fin's part.</summary>
    public string? FinTranscriptionUrl { get; set; }

    /// <summary>The transcript, piece by piece. Only for the calls of a search.</summary>
    public ItemList<object>? Transcript { get; set; }

    /// <summary>The state of the transcript, such as <c>completed</c>. Only for the calls of a search.</summary>
    public string? TranscriptStatus { get; set; }

    /// <summary>The duration of the conversation. Null while the call continues or when nobody answered.</summary>
    [JsonIgnore]
    public TimeSpan? Duration => EndedAt - AnsweredAt;

    /// <summary>The direction and number.</summary>
    public override string ToString() => $"{Direction} {FirstOf(Phone, CallType, Id)}".Trim();
}
