namespace Intercom;

/// <summary>Something that was said or done in a ticket.</summary>
public sealed class TicketPart : IntercomObject
{
    /// <summary>Intercom's id of the part.</summary>
    public string? Id { get; set; }

    /// <summary>
    /// What it is: <c>comment</c>, <c>note</c>, <c>quick_reply</c>, <c>ticket_state_updated_by_admin</c> and many more; Intercom adds
    /// kinds as it likes.
    /// </summary>
    public string? PartType { get; set; }

    /// <summary>The text, as HTML; null for parts that say nothing.</summary>
    public string? Body { get; set; }

    /// <summary>The state before the part: <c>submitted</c>, <c>in_progress</c>, <c>waiting_on_customer</c> or <c>resolved</c>.</summary>
    public string? PreviousTicketState { get; set; }

    /// <summary>The state after the part.</summary>
    public string? TicketState { get; set; }

    /// <summary>When it was said or done.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>Who said or did it.</summary>
    public Author? Author { get; set; }

    /// <summary>The admin or team that the ticket was assigned to with this part; null when the assignee stayed.</summary>
    public Reference? AssignedTo { get; set; }

    /// <summary>The files that came with it.</summary>
    public ItemList<Attachment>? Attachments { get; set; }

    /// <summary>The part's id in your own system.</summary>
    public string? ExternalId { get; set; }

    /// <summary>True when the text was removed.</summary>
    public bool? Redacted { get; set; }

    /// <summary>The app through which the part was written, when it came through the API.</summary>
    public string? AppPackageCode { get; set; }

    /// <summary>The attribute that changed, and its new value.</summary>
    public UpdatedAttributeData? UpdatedAttributeData { get; set; }

    private string? StateChange =>
        PreviousTicketState is not null && PreviousTicketState != TicketState
            ? $"{PreviousTicketState} -> {TicketState}"
            : PartType?.StartsWith("ticket_state_", StringComparison.Ordinal) == true
            ? TicketState
            : null;

    /// <summary>The first words, without HTML, or what happened.</summary>
    public override string ToString() =>
        FirstOf(
            HtmlText.FirstWords(Body),
            UpdatedAttributeData?.ToString(),
            StateChange,
            AssignedTo is { Id: not null } ? $"assigned to {AssignedTo}" : null,
            PartType);
}

/// <summary>A ticket attribute that changed, and its new value.</summary>
public sealed class UpdatedAttributeData : IntercomObject
{
    /// <summary>The attribute.</summary>
    public UpdatedAttribute? Attribute { get; set; }

    /// <summary>What the attribute was set to.</summary>
    public UpdatedAttributeValue? Value { get; set; }

    /// <summary>The attribute and value: <c>Progress = Fast</c>.</summary>
    public override string ToString() => $"{Attribute} = {Value}";
}

/// <summary>A ticket attribute that changed.</summary>
public sealed class UpdatedAttribute : IntercomObject
{
    /// <summary>Intercom's id of the attribute.</summary>
    public string? Id { get; set; }

    /// <summary>The attribute's name.</summary>
    public string? Label { get; set; }

    /// <summary>The attribute's name.</summary>
    public override string ToString() => FirstOf(Label, Id);
}

/// <summary>What a ticket attribute was set to.</summary>
public sealed class UpdatedAttributeValue : IntercomObject
{
    /// <summary>The value's id: text, or an array of numbers for files.</summary>
    public object? Id { get; set; }

    /// <summary>The value in words: text, or an array of texts for files.</summary>
    public object? Label { get; set; }

    /// <summary>The value in words.</summary>
    public override string ToString() => FirstOf(Words.Of(Label), Words.Of(Id));
}
