using Intercom.Query;

namespace Intercom.PowerShell;

/// <content>Script blocks as queries. <see cref="ScriptBlockQuery"/> adds the position of the expression.</content>
internal static partial class CommandErrors
{
    public static QueryException BlockWithParameters() => Query(
        "block_with_parameters",
        "A query does not accept parameters.",
        "Write the condition alone, such as { $_.Role -eq 'user' }.");

    public static QueryException BlockWithParts() => Query(
        "block_with_parts",
        "A query cannot have begin and process blocks.",
        "Write the condition alone, such as { $_.Role -eq 'user' }.");

    public static QueryException EmptyBlock() => Query(
        "empty_query",
        "The query is empty.",
        "Write a condition, such as { $_.Role -eq 'user' }.");

    public static QueryException SeveralStatements() => Query(
        "several_statements",
        "A query is one condition, not several statements.",
        "Join the conditions with -and and -or.");

    public static QueryException NotACondition() => Query(
        "not_a_condition",
        "This expression is not a condition on a field.",
        "Compare a field of $_ with a value, such as $_.Email -like '*@example.com'.");

    public static QueryException StatementInQuery() => Query(
        "statement_in_query",
        "This statement is not a condition. Assignments, loops and commands cannot be searched for.",
        "Compare fields of $_ with values.");

    public static QueryException ExclusiveOr() => Query(
        "exclusive_or",
        "-xor cannot be searched for.",
        "Write the condition with -and, -or and -not.");

    public static QueryException TwoFields() => Query(
        "two_fields",
        "Two fields cannot be compared with each other.",
        "Compare each field with a value.");

    public static QueryException NoField() => Query(
        "no_field",
        "This comparison has no field of $_.",
        "Compare a field, such as $_.CreatedAt, with a value.");

    public static QueryException ItemAlone() => Query(
        "no_field",
        "$_ alone is not a field.",
        "Name one: $_.Email.");

    public static QueryException FieldNotOnLeft() => Query(
        "field_not_on_left",
        "-like requires the field on its left.",
        "Write $_.Name -like 'A*'.");

    public static QueryException FieldInValue() => Query(
        "field_in_value",
        "A value cannot be computed from a field.",
        "Write the field alone on one side, as in $_.CreatedAt -gt (Get-Date).AddDays(-30).");

    public static QueryException NotAFieldName(string index) => Query(
        "not_a_field_name",
        $"[{index}] does not name a field. Elements of a list cannot be searched for by their position.",
        "Write the name of an attribute, as in $_.CustomAttributes['plan'].");

    public static QueryException RegularExpression() => Query(
        "regular_expression",
        "A regular expression cannot be searched for.",
        "Use -like with 'x*' (starts), '*x' (ends) or '*x*' (contains).");

    public static QueryException CaseSensitive(string written, string operation) => Query(
        "case_sensitive",
        $"Intercom's search ignores case, so {written} cannot be searched for.",
        $"Use -{operation}.");

    public static QueryException OperatorNotSearchable(string written) => Query(
        "operator_not_searchable",
        $"{written} cannot be searched for.",
        "Use -eq -ne -gt -ge -lt -le -in -notin -like -notlike.");

    /// <summary>Reports a list in a comparison that accepts one value.</summary>
    /// <param name="value">The expression.</param>
    /// <param name="count">The number of values in the list.</param>
    /// <param name="operation">The operator.</param>
    /// <param name="field">The field.</param>
    /// <param name="listOperation">The operator to use for a list; null when no operator accepts one.</param>
    public static QueryException ListForOneValue(string value, int count, string operation, string field, string? listOperation) => Query(
        "list_for_one_value",
        $"'{value}' has {count} values, and -{operation} compares with one.",
        listOperation is null ? "Compare with one value." : $"Use {listOperation} for a list: $_.{field} {listOperation} {value}.");

    public static QueryException ListInList(string value) => Query(
        "list_in_list",
        $"'{value}' has a list within the list.",
        "Write the values in one list.");

    public static QueryException NothingContainsNull(string operation, string field) => Query(
        "nothing_contains_null",
        $"No value contains $null, so -{operation} cannot match.",
        $"To match objects without {field}, write $_.{field} -eq $null.");

    public static QueryException EmptyBlockText(string value, string field, bool isList) => Query(
        "empty_filter_value",
        $"'{value}' {(isList ? "contains" : "is")} an empty string, which Intercom may treat as no value.",
        $"To match objects without {field}, write $_.{field} -eq $null. To match objects with it, write -ne $null.");

    public static QueryException PatternNotText() => Query(
        "pattern_not_text",
        "-like requires text as its pattern.",
        "Write text with a * at its start, its end, or both.");

    public static QueryException PatternTooRich(string pattern) => Query(
        "pattern_not_searchable",
        $"'{pattern}' cannot be searched for. The search accepts a * at the start and at the end only, and not ?, [ and ].",
        "Search for a part of it, and filter the rest with Where-Object.");

    public static QueryException PatternOfNothing(string pattern, bool isEmpty, string field) => Query(
        "pattern_of_nothing",
        $"The pattern '{pattern}' {(isEmpty ? "is empty" : "matches every text")}.",
        $"To match objects with {field}, write $_.{field} -ne $null. To match objects without it, write -eq $null.");

    public static QueryException NoValue(string value, string field) => Query(
        "no_value",
        $"'{value}' has no value, so it cannot be compared with {field}.",
        $"To match objects without {field}, write a literal $null: $_.{field} -eq $null.");

    public static QueryException NullForList(string value, string field) => Query(
        "null_for_list",
        $"'{value}' is $null and not a list.",
        $"To match objects without {field}, write $_.{field} -eq $null. If the list may be empty, write @({value}).");

    public static QueryException NullInList(string value, string field) => Query(
        "null_in_list",
        $"'{value}' contains $null, which would match objects without {field}.",
        $"Remove it first: @({value}) | Where-Object {{ $_ }}.");

    public static QueryException ValueFailed(string value, string reason) => Query(
        "value_failed",
        $"The value '{value}' cannot be evaluated: {reason.TrimEnd('.')}.",
        "Correct it, or store the value in a variable first.");

    public static QueryException QueryVariableNotSet(string variable) => Query(
        "variable_not_set",
        $"The variable {variable} is not set where the query was written.",
        "Set it first, or correct its name.");

    /// <summary>Reports a property in a value of a query that does not exist on its object.</summary>
    /// <param name="property">The property.</param>
    /// <param name="owner">The expression before it.</param>
    /// <param name="hint">A "Did you mean" question that starts with a space; empty when no name is similar.</param>
    public static QueryException UnknownPropertyInQuery(string property, string owner, string hint) => Query(
        "unknown_property",
        $"'{property}' is not a property of {owner}, so the query would compare with $null.{hint}",
        "Correct the name, or write a literal $null.");
}
