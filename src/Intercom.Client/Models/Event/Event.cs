namespace Intercom;

/// <summary>A contact's action that was sent to Intercom.</summary>
public sealed class Event : IntercomObject
{
    /// <summary>The event's own id.</summary>
    public string? Id { get; set; }

    /// <summary>What happened, such as <c>ordered-item</c>.</summary>
    public string? EventName { get; set; }

    /// <summary>When it happened.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>Intercom's id of the contact.</summary>
    public string? IntercomUserId { get; set; }

    /// <summary>The contact's id in your own system.</summary>
    public string? UserId { get; set; }

    /// <summary>The contact's email address.</summary>
    public string? Email { get; set; }

    /// <summary>
    /// The event's metadata: text, numbers, dates (names ending in <c>_date</c>, Unix seconds), links and amounts of money.
    /// </summary>
    public AttributeBag? Metadata { get; set; }

    /// <summary>The event's name.</summary>
    public override string ToString() => FirstOf(EventName, Id);
}
