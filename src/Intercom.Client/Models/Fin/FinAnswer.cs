using System.Text.Json.Serialization;

namespace Intercom;

/// <summary>The state of a conversation with Fin.</summary>
public sealed class FinAnswer : IntercomObject
{
    /// <summary>
    /// Your own id of the conversation with Fin, which the API calls <c>conversation_id</c>. It is not the id of a conversation in the
    /// inbox.
    /// </summary>
    [JsonPropertyName("conversation_id")]
    public string? FinConversationId { get; set; }

    /// <summary>Your own id of the person who talks with Fin.</summary>
    public string? UserId { get; set; }

    /// <summary><c>thinking</c>, <c>awaiting_user_reply</c>, <c>escalated</c>, <c>resolved</c> or <c>complete</c>.</summary>
    public string? Status { get; set; }

    /// <summary>When Fin answered, to the millisecond.</summary>
    [JsonPropertyName("created_at_ms")]
    public DateTime? CreatedAt { get; set; }

    /// <summary>The attributes that Fin refused. Null when it accepted all of them.</summary>
    public FinAttributeErrors? Errors { get; set; }

    /// <summary>Where Fin's answers can be listened to. It contains a token: do not log it.</summary>
    public string? SseSubscriptionUrl { get; set; }

    /// <summary>The conversation and its status.</summary>
    public override string ToString() => $"{FinConversationId}: {Status}";
}

/// <summary>The attributes that Fin refused, each with the reason.</summary>
public sealed class FinAttributeErrors : IntercomObject
{
    /// <summary>Those of the person.</summary>
    public FinAttributeErrorList? User { get; set; }

    /// <summary>Those of the conversation.</summary>
    public FinAttributeErrorList? Conversation { get; set; }

    /// <summary>The names and reasons.</summary>
    public override string ToString() =>
        string.Join("; ", Array.FindAll([User?.ToString(), Conversation?.ToString()], words => !string.IsNullOrWhiteSpace(words)));
}

/// <summary>Attributes that Fin refused, each with the reason.</summary>
public sealed class FinAttributeErrorList : IntercomObject
{
    /// <summary>The reasons by the attributes' names.</summary>
    public AttributeBag? Attributes { get; set; }

    /// <summary>The names and reasons.</summary>
    public override string ToString() => $"{Attributes}";
}
