using System.Text.Json.Serialization;

namespace Intercom;

/// <summary>The delivery status of an outbound WhatsApp message.</summary>
public sealed class MessageStatus : IntercomObject, IJsonOnDeserialized
{
    private const string ListedId = "whatsapp_message_id";

    /// <summary>The id of the event. Only in the statuses of a set of messages.</summary>
    public string? Id { get; set; }

    /// <summary>The id of the message at WhatsApp.</summary>
    public string? MessageId { get; set; }

    /// <summary>The id of the set of messages. The API does not send it with each message, so the cmdlet adds it.</summary>
    [JsonIgnore]
    public string? RulesetId { get; set; }

    /// <summary><c>sent</c>, <c>delivered</c>, <c>read</c> or <c>failed</c>.</summary>
    public string? Status { get; set; }

    /// <summary>Why the message failed. Null for other messages.</summary>
    public MessageError? Error { get; set; }

    /// <summary>The name of the WhatsApp template.</summary>
    public string? TemplateName { get; set; }

    /// <summary>The id of the conversation.</summary>
    public string? ConversationId { get; set; }

    /// <summary>The id of the recipient, where Intercom returns it.</summary>
    public string? UserId { get; set; }

    /// <summary>When the message was sent.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the status last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The message's id and status.</summary>
    public override string ToString() => $"{FirstOf(MessageId, Id)} {Status}".Trim();

    /// <summary>A list has another name for the id of the message.</summary>
    void IJsonOnDeserialized.OnDeserialized()
    {
        if (MessageId is not null || AdditionalFields is null || !AdditionalFields.TryGetValue(ListedId, out var id)) return;
        MessageId = id?.ToString();
        AdditionalFields.Remove(ListedId);
        if (AdditionalFields.Count == 0) AdditionalFields = null;
    }
}

/// <summary>Why a message was not delivered.</summary>
public sealed class MessageError : IntercomObject
{
    /// <summary>The error in a few words.</summary>
    public string? Message { get; set; }

    /// <summary>What exactly is wrong.</summary>
    public string? Details { get; set; }

    /// <summary>The error and its details.</summary>
    public override string ToString() => AllOf(Message, Details)?.Replace(", ", ": ") ?? "";
}
