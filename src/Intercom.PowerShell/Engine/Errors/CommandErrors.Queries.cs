using Intercom.Query;

namespace Intercom.PowerShell;

/// <content>Queries, in the forms that PowerShell adds to those of the client.</content>
internal static partial class CommandErrors
{
    private const string QueryForms =
        "Specify the output of New-IntercomQuery, a script block such as { $_.Role -eq 'user' }, a hashtable, or JSON.";

    public static QueryException NullFilterValue(string field) => Query(
        "null_filter_value",
        $"The value for {field} is $null, possibly from a variable or property without a value.",
        $"To match objects without {field}, write a literal $null: New-IntercomQuery {field} = $null.");

    public static QueryException EmptyFilterValue(string field) => Query(
        "empty_filter_value",
        $"The value for {field} is an empty string, which Intercom may treat as no value.",
        $"To match objects without {field}, write New-IntercomQuery {field} = $null.");

    public static QueryException EmptySearchText(string field) => Query(
        "empty_search_text",
        $"The text to search for in {field} is empty, and every text contains an empty string.",
        $"To match objects with {field}, write New-IntercomQuery {field} != $null.");

    public static QueryException ObjectAsQuery(string kind, bool isContactInConversations) => Query(
        "not_a_query",
        $"A {kind} cannot be used as a query.",
        isContactInConversations
            ? "To find the conversations of a contact, specify the field that contains the id: "
                + "Search-IntercomConversation @{ contact_ids = $contact.Id }."
            : QueryForms);

    public static QueryException ValueAsQuery(string value) => Query("not_a_query", $"{value} cannot be used as a query.", QueryForms);

    public static QueryException EmptyTextAsQuery() => Query("empty_query", "An empty string cannot be used as a query.", QueryForms);

    public static QueryException ScriptAsText(string given, string written) => Query(
        "script_as_text",
        $"'{given}' is text and not a script block.",
        $"Write it in braces: {{ {written} }}.");

    public static QueryException TextWithoutField(string given, string written) => Query(
        "text_without_field",
        $"'{given}' does not say which field to search.",
        $"Write {written}.");

    public static QueryException EmptyTableValue(string field, bool isNull) => Query(
        "empty_table_value",
        $"The hashtable compares {field} with {(isNull ? "$null" : "an empty string")}, "
            + "which may come from a variable or property without a value.",
        $"To match objects without {field}, write a script block: {{ $_.{field} -eq $null }}.");

    public static QueryException CompanyCondition(string filter, QueryFilter? at) => new(
        new Fault(
            "company_not_searchable",
            $"'{filter}' cannot be searched for. Intercom does not search for companies, and only a whole name leads to the contacts.",
            "Compare with the name or id of a company: $_.Company -eq 'Iris Health'."),
        at);

    public static QueryException CompanyTooLarge(string company, int limit, string id) => Query(
        "company_too_large",
        $"The company '{company}' has more than {limit} contacts, which are too many for a query.",
        $"List them instead: Get-IntercomCompany {id} | Get-IntercomContact | Where-Object ...");

    public static QueryException UnknownOperator(string word, string operators) => Query(
        "unknown_operator",
        $"'{word}' is not an operator.",
        $"Use one of {operators}, or eq, ne, gt, lt, ge, le, in, notin, contains, notcontains, startswith, endswith.");

    private static QueryException Query(string code, string problem, string remedy) => new(new Fault(code, problem, remedy));
}
