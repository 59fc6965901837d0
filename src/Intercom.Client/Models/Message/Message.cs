namespace Intercom;

/// <summary>What Intercom answers when a message was sent or a conversation started.</summary>
public sealed class Message : IntercomObject
{
    /// <summary>Intercom's id of the message, which is not the id of the conversation.</summary>
    public string? Id { get; set; }

    /// <summary>The id of the conversation that the message started. Null while an outbound message has no answer.</summary>
    public string? ConversationId { get; set; }

    /// <summary>How the message was sent: <c>inapp</c>, <c>email</c>, <c>facebook</c> or <c>twitter</c>.</summary>
    public string? MessageType { get; set; }

    /// <summary>The subject. Only for emails.</summary>
    public string? Subject { get; set; }

    /// <summary>The message's text, which may contain HTML.</summary>
    public string? Body { get; set; }

    /// <summary>The style of the message: <c>plain</c> or <c>personal</c>. Only for emails.</summary>
    public string? Template { get; set; }

    /// <summary>When the message was sent.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>The admin who sent the message.</summary>
    public Admin? Owner { get; set; }

    /// <summary>The subject or the first words.</summary>
    public override string ToString() => FirstOf(HtmlText.FirstWords(Subject), HtmlText.FirstWords(Body), Id);
}
