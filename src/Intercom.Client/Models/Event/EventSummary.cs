namespace Intercom;

/// <summary>How often a contact did what.</summary>
public sealed class EventSummary : IntercomObject
{
    /// <summary>Intercom's id of the contact.</summary>
    public string? IntercomUserId { get; set; }

    /// <summary>The contact's id in your own system.</summary>
    public string? UserId { get; set; }

    /// <summary>The contact's email address.</summary>
    public string? Email { get; set; }

    /// <summary>One entry for each event name.</summary>
    public ItemList<EventCount>? Events { get; set; }

    /// <summary>The contact and the counts.</summary>
    public override string ToString() => $"{FirstOf(Email, UserId, IntercomUserId)}: {Events}";
}

/// <summary>How often, and when, one kind of event happened.</summary>
public sealed class EventCount : IntercomObject
{
    /// <summary>The event's name.</summary>
    public string? Name { get; set; }

    /// <summary>When it first happened.</summary>
    public DateTime? First { get; set; }

    /// <summary>When it last happened.</summary>
    public DateTime? Last { get; set; }

    /// <summary>How many times it happened.</summary>
    public long? Count { get; set; }

    /// <summary>The event's description.</summary>
    public string? Description { get; set; }

    /// <summary>The event's name and count.</summary>
    public override string ToString() => $"{Name} ({Count})";
}
