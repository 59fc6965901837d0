using System.Text.Json.Serialization;
using Intercom.Json;

namespace Intercom;

/// <summary>A request that is tracked as a ticket.</summary>
public sealed class Ticket : IntercomObject
{
    /// <summary>The field that contains the attributes.</summary>
    internal const string AttributesField = "ticket_attributes";

    /// <summary>The attribute that contains the title.</summary>
    internal const string TitleAttribute = "_default_title_";

    /// <summary>The attribute that contains the description.</summary>
    internal const string DescriptionAttribute = "_default_description_";

    /// <summary>Intercom's id of the ticket, which the API takes.</summary>
    public string? Id { get; set; }

    /// <summary>The number that people see in the inbox and Messenger, which the API calls <c>ticket_id</c> but does not take.</summary>
    [JsonPropertyName("ticket_id")]
    public string? TicketNumber { get; set; }

    /// <summary><c>Customer</c>, <c>Back-office</c> or <c>Tracker</c>.</summary>
    public string? Category { get; set; }

    /// <summary>
    /// The ticket's attributes by name; title and description are <c>_default_title_</c> and <c>_default_description_</c>.
    /// </summary>
    public AttributeBag? TicketAttributes { get; set; }

    /// <summary>The state that the ticket is in.</summary>
    public TicketState? TicketState { get; set; }

    /// <summary>The ticket's type.</summary>
    public TicketType? TicketType { get; set; }

    /// <summary>The contacts whose ticket it is, by id.</summary>
    public ItemList<Reference>? Contacts { get; set; }

    /// <summary>The id of the assigned admin. Null when no admin is assigned, in every version of the API.</summary>
    [JsonConverter(typeof(AssigneeConverter))]
    public string? AdminAssigneeId { get; set; }

    /// <summary>The id of the assigned team. Null when no team is assigned, in every version of the API.</summary>
    [JsonConverter(typeof(AssigneeConverter))]
    public string? TeamAssigneeId { get; set; }

    /// <summary>When the ticket was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the ticket last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>True when the ticket is open, false when it is closed.</summary>
    public bool? Open { get; set; }

    /// <summary>When the ticket opens again; null when it is not snoozed.</summary>
    public DateTime? SnoozedUntil { get; set; }

    /// <summary>Conversations and tickets that belong to this one; 1000 at most.</summary>
    public ItemList<LinkedObject>? LinkedObjects { get; set; }

    /// <summary>The replies, notes and all that happened, oldest first; 500 at most.</summary>
    public ItemList<TicketPart>? TicketParts { get; set; }

    /// <summary>True when the customer sees the ticket.</summary>
    public bool? IsShared { get; set; }

    /// <summary>The ticket's title attribute.</summary>
    [JsonIgnore]
    public string? Title =>
        TicketAttributes is { } attributes && attributes.TryGetValue(TitleAttribute, out var title) ? title as string : null;

    /// <summary>The ticket's description attribute.</summary>
    [JsonIgnore]
    public string? Description =>
        TicketAttributes is { } attributes && attributes.TryGetValue(DescriptionAttribute, out var text) ? text as string : null;

    /// <summary>The id of the state before the current one. Since version 2.16 of the API.</summary>
    public string? PreviousTicketStateId { get; set; }

    /// <summary>The ticket's title, number or id.</summary>
    public override string ToString() => FirstOf(Title, TicketNumber, Id);
}
