namespace Intercom.PowerShell;

/// <content>Names and ids that do not exist in the workspace, or that are ambiguous.</content>
internal static partial class CommandErrors
{
    public static NameNotFoundException NameNotFound(string kind, string name, IReadOnlyCollection<string> similar, string see) => NotFound(
        "name_not_found",
        $"There is no {kind} '{name}' in this workspace.",
        (similar.Count == 0 ? "" : $"Did you mean {Quoted(similar)}? ") + $"See {see}.");

    public static NameNotFoundException AmbiguousName(string kind, string name, IReadOnlyCollection<string> ids) => NotFound(
        "ambiguous_name",
        $"'{name}' is the name of {ids.Count} {kind}s (ids {string.Join(", ", ids)}).",
        "Specify the id.");

    public static NameNotFoundException ExternalIdNotFound(string kind, string id, string see) => NotFound(
        "external_id_not_found",
        $"No {kind} has the external id '{id}'.",
        $"See {see}.");

    public static NameNotFoundException ContactNotFound(string name) => NotFound(
        "contact_not_found",
        $"No contact has the name '{name}'.",
        "Specify the email address or the id of the contact. Get-IntercomContact -Name 'Ad*' finds contacts by a part of their name.");

    public static NameNotFoundException TicketNumberNotFound(string number) => NotFound(
        "ticket_number_not_found",
        $"No ticket has the number {number}.",
        "A new ticket can take a few minutes to appear in searches.");

    public static NameNotFoundException EmailNotFound(string email) => NotFound(
        "email_not_found",
        $"No contact has the email address '{email}'.",
        "A new contact can take a few minutes to appear in searches.");

    public static NameNotFoundException CompanyNotFound(string name, string? part) => NotFound(
        "company_name_not_found",
        $"No company has the name '{name}'. Intercom matches full names only.",
        part is null ? "Get-IntercomCompany lists the companies."
            : $"For part of a name, use Get-IntercomCompany | Where-Object Name -like '*{part}*'.");

    public static NameNotFoundException CompanyIdNotFound(string id) => NotFound(
        "external_id_not_found",
        $"No company has the external id '{id}'.",
        "Use -CompanyId for Intercom's id, or -Name for a name.");

    public static NameNotFoundException DatasetNotFound(string dataset, IEnumerable<string> known) => NotFound(
        "dataset_not_found",
        $"The dataset '{dataset}' does not exist.",
        $"This workspace has {string.Join(", ", known)}.");

    public static NameNotFoundException NoFirstMessage(string conversation) => NotFound(
        "no_first_message",
        $"Conversation {conversation} does not have a first message.",
        "Get-IntercomConversation shows its parts.");

    public static NameNotFoundException NotTagged(string tag, string company, bool untag) => NotFound(
        "not_tagged",
        $"The tag '{tag}' was not {(untag ? "removed from" : "added to")} {company}, because Intercom did not find the company.",
        "Specify Intercom's id of a company in this workspace. Get-IntercomCompany lists them.");

    public static NameNotFoundException StateNotFound(string state, IReadOnlyCollection<string> similar, IEnumerable<string> known) =>
        NotFound(
        "state_not_found",
        $"There is no ticket state '{state}' in this workspace.",
        (similar.Count == 0 ? "" : $"Did you mean {Quoted(similar)}? ") + $"The search accepts {string.Join(", ", known)}.");

    public static NameNotFoundException StateNotSearchable(string state, string category, string label) => NotFound(
        "state_not_searchable",
        $"'{state}' is one of several ticket states of the category {category}, and the search distinguishes only categories.",
        $"Search for {category}, and filter: | Where-Object {{ $_.TicketState.InternalLabel -eq '{label}' }}.");
}
