using System.Text.Json.Serialization;

namespace Intercom;

/// <summary>Something that was said or done in a conversation.</summary>
public sealed class ConversationPart : IntercomObject
{
    /// <summary>Intercom's id of the part.</summary>
    public string? Id { get; set; }

    /// <summary>
    /// The id of the conversation. The API does not send it, so it is copied from the conversation that contains the part.
    /// </summary>
    [JsonIgnore]
    public string? ConversationId { get; set; }

    /// <summary>
    /// What it is: <c>comment</c>, <c>note</c>, <c>assignment</c>, <c>close</c>, <c>open</c>, <c>snoozed</c>,
    /// <c>custom_action_started</c> and many more; Intercom adds kinds as it likes.
    /// </summary>
    public string? PartType { get; set; }

    /// <summary>The text, as HTML unless plain text was requested. Null for parts without text.</summary>
    public string? Body { get; set; }

    /// <summary>When it was said or done.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>When the contact was notified.</summary>
    public DateTime? NotifiedAt { get; set; }

    /// <summary>Who said or did it.</summary>
    public Author? Author { get; set; }

    /// <summary>The admin or team that this part assigned the conversation to. Null when the assignee did not change.</summary>
    public Reference? AssignedTo { get; set; }

    /// <summary>The attached files.</summary>
    public ItemList<Attachment>? Attachments { get; set; }

    /// <summary>The part's id in your own system.</summary>
    public string? ExternalId { get; set; }

    /// <summary>True when the text was removed.</summary>
    public bool? Redacted { get; set; }

    /// <summary>The conversation's state at that time: <c>open</c>, <c>closed</c> or <c>snoozed</c>.</summary>
    public string? State { get; set; }

    /// <summary>The part's tags.</summary>
    public ItemList<Tag>? Tags { get; set; }

    /// <summary>Details of the event, for parts that workflows, custom actions and attribute changes create.</summary>
    public EventDetails? EventDetails { get; set; }

    /// <summary>Quick replies that were offered or chosen.</summary>
    public PartMetadata? Metadata { get; set; }

    /// <summary>The email's subject and addresses, when the part was an email.</summary>
    public EmailMessageMetadata? EmailMessageMetadata { get; set; }

    /// <summary>The app that wrote the part, when it was written through the API.</summary>
    public string? AppPackageCode { get; set; }

    /// <summary>The first words, without HTML, or what happened.</summary>
    public override string ToString() =>
        FirstOf(
            HtmlText.FirstWords(Body),
            EventDetails?.ToString(),
            AssignedTo is { Id: not null } ? $"assigned to {AssignedTo}" : null,
            PartType);
}

/// <summary>
/// What happened in a part without words. Which of the properties are there depends on the part: an action, a workflow with its event,
/// an attribute with its value. Others stay in <c>AdditionalFields</c>.
/// </summary>
public sealed class EventDetails : IntercomObject
{
    /// <summary>The custom action that started or finished.</summary>
    public EventDetail? Action { get; set; }

    /// <summary>The workflow that ran.</summary>
    public EventDetail? Workflow { get; set; }

    /// <summary>The attribute that changed.</summary>
    public EventDetail? Attribute { get; set; }

    /// <summary>What the attribute was set to.</summary>
    public EventDetail? Value { get; set; }

    /// <summary>What became of the workflow.</summary>
    public EventDetail? Event { get; set; }

    /// <summary>What happened in words: <c>plan = premium</c>, <c>Create issue: success</c>.</summary>
    public override string ToString()
    {
        var change = Attribute is null ? null : Value is null ? Attribute.ToString() : $"{Attribute} = {Value}";
        var happened = new[] { Workflow?.ToString(), Event?.ToString(), Action?.ToString(), change };
        return string.Join(": ", Array.FindAll(happened, words => !string.IsNullOrWhiteSpace(words)));
    }
}

/// <summary>An action, workflow, attribute, value or event by name.</summary>
public sealed class EventDetail : IntercomObject
{
    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>What became of it, such as <c>success</c> or <c>failed</c>.</summary>
    public string? Result { get; set; }

    /// <summary>The name and result.</summary>
    public override string ToString() =>
        string.IsNullOrWhiteSpace(Result) ? FirstOf(Name, Type) : $"{FirstOf(Name, Type)}: {Result}".TrimStart(':', ' ');
}

/// <summary>Quick replies that were offered or chosen with a part.</summary>
public sealed class PartMetadata : IntercomObject
{
    /// <summary>The quick replies that were offered.</summary>
    public ItemList<QuickReplyOption>? QuickReplyOptions { get; set; }

    /// <summary>The <c>Uuid</c> of the quick reply that the contact chose.</summary>
    public string? QuickReplyUuid { get; set; }

    /// <summary>The quick replies.</summary>
    public override string ToString() => FirstOf(QuickReplyOptions?.ToString(), QuickReplyUuid);
}

/// <summary>An answer that a contact can choose by one click.</summary>
public sealed class QuickReplyOption : IntercomObject
{
    /// <summary>The words on the button.</summary>
    public string? Text { get; set; }

    /// <summary>The id of the answer.</summary>
    public string? Uuid { get; set; }

    /// <summary>The words on the button.</summary>
    public override string ToString() => FirstOf(Text, Uuid);
}

/// <summary>The subject and addresses of a part that was an email.</summary>
public sealed class EmailMessageMetadata : IntercomObject
{
    /// <summary>The subject.</summary>
    public string? Subject { get; set; }

    /// <summary>The addresses, each with its <c>Type</c>: <c>from</c>, <c>to</c>, <c>cc</c> and so on.</summary>
    public ItemList<EmailAddressHeader>? EmailAddressHeaders { get; set; }

    /// <summary>The subject.</summary>
    public override string ToString() => FirstOf(Subject, EmailAddressHeaders?.ToString());
}

/// <summary>An email address. <c>Type</c> is <c>from</c>, <c>to</c>, <c>cc</c>, <c>bcc</c> or <c>reply_to</c>.</summary>
public sealed class EmailAddressHeader : IntercomObject
{
    /// <summary>The address.</summary>
    public string? EmailAddress { get; set; }

    /// <summary>The name beside the address.</summary>
    public string? Name { get; set; }

    /// <summary>The kind, name and address.</summary>
    public override string ToString() => string.IsNullOrWhiteSpace(Name) ? $"{Type}: {EmailAddress}" : $"{Type}: {Name} <{EmailAddress}>";
}
