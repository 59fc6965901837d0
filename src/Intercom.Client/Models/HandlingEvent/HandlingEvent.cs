using System.Text.Json.Serialization;

namespace Intercom;

/// <summary>A moment at which a teammate paused or resumed the handling of a conversation. <c>Type</c> says which.</summary>
public sealed class HandlingEvent : IntercomObject
{
    /// <summary>The id of the conversation. The API does not send it, so the cmdlet adds it.</summary>
    [JsonIgnore]
    public string? ConversationId { get; set; }

    /// <summary>When it happened.</summary>
    public DateTime? Timestamp { get; set; }

    /// <summary>Who paused or resumed: an admin, a team or a bot.</summary>
    public Author? Teammate { get; set; }

    /// <summary>Why, such as <c>Paused</c> or <c>Away</c>. Null when no reason is known.</summary>
    public string? Reason { get; set; }

    /// <summary>Who did what.</summary>
    public override string ToString() => $"{Teammate} {Type}".Trim();
}
