using System.Text.Json.Serialization;

namespace Intercom;

/// <summary>A side conversation: a thread of teammates inside a conversation, which the contact does not see.</summary>
public sealed class SideConversation : IntercomObject
{
    /// <summary>Intercom's id of the side conversation.</summary>
    [JsonPropertyName("side_conversation_id")]
    public string? Id { get; set; }

    /// <summary>The id of the conversation that it belongs to. The API does not send it, so the cmdlet adds it.</summary>
    [JsonIgnore]
    public string? ConversationId { get; set; }

    /// <summary>All messages of the side conversation.</summary>
    public ItemList<ConversationPart>? ConversationParts { get; set; }

    /// <summary>The number of messages.</summary>
    public long? TotalCount { get; set; }

    /// <summary>When the last message was written. Null without messages.</summary>
    [JsonIgnore]
    public DateTime? LastPartAt => Last?.CreatedAt;

    /// <summary>Who wrote the last message. Null without messages.</summary>
    [JsonIgnore]
    public Author? LastAuthor => Last?.Author;

    private ConversationPart? Last => ConversationParts is { Count: > 0 } parts ? parts[parts.Count - 1] : null;

    /// <summary>The last message's first words, or the id.</summary>
    public override string ToString() => FirstOf(HtmlText.FirstWords(Last?.Body), Id);
}
