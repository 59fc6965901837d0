namespace Intercom.PowerShell;

/// <content>Tickets and the attributes of ticket types.</content>
internal static partial class CommandErrors
{
    public static ArgumentException TwoAssignees(IEnumerable<string> parameters) => Invalid(
        "two_assignees",
        $"{And(parameters)} cannot be combined, because a ticket has one assignee.",
        "Specify one of them.");

    public static ArgumentException TooManyLinks(string ticket, int count, int limit) => Invalid(
        "too_many_links",
        $"{count} conversations cannot be linked to {ticket}, because a tracker ticket has at most {limit} links.",
        "Link the others to another tracker ticket.");

    public static ArgumentException SameTicketType(string ticket, string type) => Invalid(
        "same_ticket_type",
        $"The {ticket} has the type '{type}' already.",
        "Specify another type. To change state or attributes, use Set-IntercomTicket.");

    public static ArgumentException OtherTicketCategory(string ticket, string category, string type, string other) => Invalid(
        "other_ticket_category",
        $"The {ticket} is of the category {category}, and the type '{type}' of the category {other}.",
        $"Specify a type of the category {category}. Get-IntercomTicketType lists the types.");

    public static ArgumentException StateOfOtherType(string state, string type, IEnumerable<string> known) => Invalid(
        "state_of_other_type",
        $"The ticket type '{type}' does not have the state {state}.",
        $"Its states are {string.Join(", ", known)}.");

    public static ArgumentException SnoozedAndClosed() => Invalid(
        "snoozed_and_closed",
        "-SnoozedUntil and -Open $false cannot be combined, because closing a ticket ends its snooze.",
        "Specify one of them.");

    public static ArgumentException JobAndWait() => Invalid(
        "job_and_wait",
        "-AsJob and -Wait cannot be combined: -AsJob returns the job immediately, -Wait waits for it.",
        "Specify one of them.");

    public static ArgumentException TicketWithoutContact() => Invalid(
        "ticket_without_contact",
        "The ticket does not have a contact.",
        "Pipe a contact, or specify -ContactId, -ExternalId or -Email.");

    public static ArgumentException SeveralContacts(IReadOnlyCollection<string> parameters) => Invalid(
        "several_contacts",
        $"{And(parameters)} name {parameters.Count} contacts, but a ticket has one.",
        "Specify one of them.");

    public static ArgumentException DuplicateAttribute(string name) => Invalid(
        "duplicate_attribute",
        $"The ticket attribute '{name}' is specified twice.",
        "Specify it once.");

    public static ArgumentException ParameterAndAttribute(string parameter) => Invalid(
        "duplicate_attribute",
        $"-{parameter} is also in -TicketAttribute.",
        "Specify it once.");

    public static ArgumentException UnknownTicketAttribute(
        string name, string type, IReadOnlyCollection<string> similar, IEnumerable<string> known) => Invalid(
        "unknown_ticket_attribute",
        $"'{name}' is not an attribute of the ticket type '{type}'.",
        (similar.Count > 0 ? $"Did you mean {Quoted(similar)}?" : $"It has {string.Join(", ", known)}.")
            + " New-IntercomTicketTypeAttribute creates attributes.");

    public static ArgumentException InvalidTicketAttribute(string given, string? attribute, string wanted) => Invalid(
        "invalid_ticket_attribute",
        $"'{given}' is not valid for the ticket attribute '{attribute}', which requires {wanted}.",
        "Correct the value.");

    public static ArgumentException ListWithoutItems(string attribute) => Invalid(
        "list_without_items",
        $"The attribute '{attribute}' is a list, but no items were specified.",
        "Specify them: -ListItem Low, High.");

    public static ArgumentException BlankListItem() => Invalid(
        "blank_list_item",
        "-ListItem is empty, or one of its items is blank.",
        "Specify a text for each item: -ListItem Low, High.");

    public static ArgumentException CommaInListItem(string item) => Invalid(
        "comma_in_list_item",
        $"The list item '{item}' contains a comma, which separates items in Intercom.",
        "Remove the comma, or specify two items: -ListItem Low, High.");

    public static ArgumentException OptionOfOtherType(string option, string kind, string attribute, string type) => Invalid(
        "option_of_other_type",
        $"-{option} applies only to attributes of type {kind}, but '{attribute}' is of type {type}.",
        $"Omit it, or use -DataType {kind}.");
}
