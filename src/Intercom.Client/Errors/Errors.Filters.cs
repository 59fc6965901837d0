namespace Intercom;

/// <content>Filters that do not fit their field, and queries that Intercom would refuse or misread.</content>
internal static partial class Errors
{
    public static Fault OperatorNotSupported(string filter, string field, string kind, string @operator, string usable) => new(
        "operator_not_supported",
        $"'{filter}' cannot be searched for: {field} is {kind} and does not support {@operator}.",
        $"Use one of {usable}.");

    public static Fault EmptyList(string filter, string @operator) => new(
        "empty_list",
        $"'{filter}' compares with an empty list, but {@operator} requires one value.",
        "Specify one value, or null to find the items without a value.");

    /// <summary>A list for an operator of one value.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="operator">Its operator.</param>
    /// <param name="forLists">The operator that compares with a list; null when the field has no such operator.</param>
    public static Fault SeveralValues(string filter, string @operator, string? forLists) => new(
        "several_values",
        $"'{filter}' compares with several values, but {@operator} requires one.",
        forLists is null ? "Make one condition for each value, combined with AND or OR." : $"Use {forLists} for a list.");

    public static Fault NullComparison(string filter, string @operator) => new(
        "null_comparison",
        $"'{filter}' compares null with {@operator}.",
        "Use = null for items without a value, or != null for items with one.");

    public static Fault WrongType(string filter, string wanted, string given, string remedy) => new(
        "wrong_type", $"'{filter}' compares {wanted} with {given}.", remedy);

    public static Fault UnknownValue(string filter, string field, string given, string remedy) => new(
        "unknown_value", $"'{filter}' cannot match: {field} is never '{given}'.", remedy);

    public static Fault NotAnId(string filter, string given, string remedy) => new(
        "not_an_id", $"'{filter}' cannot match: '{given}' is not an id.", remedy);

    public static Fault NotTheIdOf(string filter, string given, string kind, string cmdlet) => new(
        "not_an_id",
        $"'{filter}' cannot match: '{given}' is not the id of {Article(kind)}.",
        $"Specify the id of the {kind}. {cmdlet} shows it.");

    public static Fault NameInPartOfId(string filter, string given, string kind, string cmdlet) => new(
        "name_in_part_of_id",
        $"'{filter}' searches for a part of an id, and '{given}' is not part of the id of {Article(kind)}.",
        $"Compare the whole name with = or IN, or specify the id of the {kind}. {cmdlet} shows it.");

    public static Fault TooFewSecondsInFilter(string filter, string given) => new(
        "too_few_seconds",
        $"'{filter}' compares a date with {given}, which as Unix seconds is before March 1973.",
        DateExamples);

    public static Fault DurationAsDate(string field, string duration) => new(
        "duration_as_date",
        $"{field} is a date, and {duration} is a duration.",
        "Subtract the duration from a date, such as (Get-Date).AddDays(-30).");

    public static Fault EmptyTextInFilter(string filter, string field) => new(
        "empty_search_text",
        $"'{filter}' searches for an empty string, which every text contains.",
        $"Check where the text comes from. To match objects with {field}, use != null.");

    public static Fault MillisecondsInFilter(string filter, string digits) => new(
        "milliseconds",
        $"'{filter}' compares a date with {digits}, which is a number of milliseconds: Intercom counts seconds and would find nothing.",
        $"Specify {WithoutMilliseconds(digits)}, or a date.");

    /// <summary>The error of a date, worded for the filter that contains it.</summary>
    public static Fault InFilter(string filter, Fault date) => date with { Problem = $"'{filter}': {date.Problem}" };

    public static Fault UnknownAttribute(string filter, string attribute, string @operator, string? meant) => new(
        "unknown_attribute",
        $"'{filter}': the workspace has no attribute '{attribute}' to compare with {@operator}.",
        meant is null ? "Get-IntercomDataAttribute lists the attributes." : $"Did you mean {meant}?");

    public static Fault MatchesEverything(string query) => new(
        "matches_everything",
        $"The query '{query}' matches everything, because an empty list excludes nothing.",
        "Use the Get- cmdlet to list everything, or put values into the list.");

    public static Fault ExactDateAlternative(string filter, string field, string @operator) => new(
        "exact_date_alternative",
        $"'{filter}' is an alternative to an exact date, but the response does not contain {field}, "
            + $"so '{@operator}' cannot be evaluated on the client.",
        "Search without exact dates, or make two searches: one for the date and one for the other condition.");

    public static Fault QueryTooLarge(string query, int levels, int conditions, string reasons) => new(
        "query_too_large",
        $"The query '{query}' does not fit into {levels} levels of at most {conditions} conditions each, "
            + $"and cannot be rearranged to fit: {reasons}.",
        "Use IN or NIN for several values of one field, or make several searches.");

    /// <summary>A noun with its article: an admin, a tag.</summary>
    public static string Article(string kind) => (kind[0] == 'a' ? "an " : "a ") + kind;
}
