namespace Intercom;

/// <summary>Everything that a workspace knows of one contact, for a data request or before a difficult call.</summary>
public sealed class ContactRecord
{
    /// <summary>Intercom's id of the contact.</summary>
    public string? ContactId { get; set; }

    /// <summary>When the record was read.</summary>
    public DateTime? ReadAt { get; set; }

    /// <summary>The profile of the contact.</summary>
    public Contact? Contact { get; set; }

    /// <summary>The companies of the contact.</summary>
    public ItemList<Company>? Companies { get; set; }

    /// <summary>The tags of the contact.</summary>
    public ItemList<Tag>? Tags { get; set; }

    /// <summary>The segments that the contact is in.</summary>
    public ItemList<Segment>? Segments { get; set; }

    /// <summary>The choices of the contact about subscription types.</summary>
    public ItemList<SubscriptionType>? Subscriptions { get; set; }

    /// <summary>The notes on the contact.</summary>
    public ItemList<Note>? Notes { get; set; }

    /// <summary>The conversations of the contact with their parts.</summary>
    public ItemList<Conversation>? Conversations { get; set; }

    /// <summary>The tickets of the contact with their parts.</summary>
    public ItemList<Ticket>? Tickets { get; set; }

    /// <summary>The events of the contact. Intercom returns those of the last 90 days.</summary>
    public ItemList<Event>? Events { get; set; }

    /// <summary>The parts that could not be read, with the reason. Their properties are null. Empty for a complete record.</summary>
    public ItemList<ContactRecordGap> Missing { get; set; } = new([]);

    /// <summary>The name, email address or id of the contact.</summary>
    public override string ToString() => Contact?.ToString() ?? ContactId ?? "";
}

/// <summary>A part of a <see cref="ContactRecord"/> that could not be read.</summary>
public sealed class ContactRecordGap
{
    /// <summary>The name of the part, such as Tickets.</summary>
    public string? Part { get; set; }

    /// <summary>Why it could not be read.</summary>
    public string? Reason { get; set; }

    /// <summary>The part and the reason.</summary>
    public override string ToString() => $"{Part}: {Reason}";
}
