using System.Text.Json.Serialization;

namespace Intercom;

/// <summary>What Fin answers to a rating.</summary>
public sealed class FinRating : IntercomObject
{
    /// <summary>Your own id of the conversation with Fin, which the API calls <c>conversation_id</c>.</summary>
    [JsonPropertyName("conversation_id")]
    public string? FinConversationId { get; set; }

    /// <summary><c>terrible</c>, <c>bad</c>, <c>ok</c>, <c>good</c> or <c>amazing</c>.</summary>
    public string? Rating { get; set; }

    /// <summary><c>rated</c>.</summary>
    public string? Status { get; set; }

    /// <summary>The conversation and its rating.</summary>
    public override string ToString() => $"{FinConversationId}: {Rating}";
}
