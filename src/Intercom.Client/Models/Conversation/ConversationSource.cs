namespace Intercom;

/// <summary>
/// The message that began a conversation; <c>Type</c> is <c>conversation</c>, <c>email</c>, <c>whatsapp</c>, <c>phone_call</c> and so
/// on.
/// </summary>
public sealed class ConversationSource : IntercomObject
{
    /// <summary>Intercom's id of the message.</summary>
    public string? Id { get; set; }

    /// <summary>
    /// Who began: <c>customer_initiated</c>, <c>admin_initiated</c>, <c>campaigns_initiated</c>, <c>operator_initiated</c> or
    /// <c>automated</c>.
    /// </summary>
    public string? DeliveredAs { get; set; }

    /// <summary>The message's subject.</summary>
    public string? Subject { get; set; }

    /// <summary>The message's text, as HTML unless plain text was requested.</summary>
    public string? Body { get; set; }

    /// <summary>Who wrote the message.</summary>
    public Author? Author { get; set; }

    /// <summary>The attached files.</summary>
    public ItemList<Attachment>? Attachments { get; set; }

    /// <summary>The page on which the conversation began.</summary>
    public string? Url { get; set; }

    /// <summary>True when the message's text was removed.</summary>
    public bool? Redacted { get; set; }

    /// <summary>The subject or the first words.</summary>
    public override string ToString() => FirstOf(HtmlText.FirstWords(Subject), HtmlText.FirstWords(Body), Type);
}
