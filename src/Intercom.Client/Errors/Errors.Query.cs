namespace Intercom;

/// <content>Queries: reading them, and checking them against the fields of a resource.</content>
internal static partial class Errors
{
    private const string QueryShapes =
        """A filter is {"field":"role","operator":"=","value":"user"}, a group is {"operator":"AND","value":[...]}.""";

    // Reading: JSON.

    public static Fault InvalidJson(string reason) => new(
        "invalid_json",
        $"The query is not valid JSON: {reason.TrimEnd('.')}.",
        """Specify Intercom's filter JSON, such as {"field":"role","operator":"=","value":"user"}.""");

    public static Fault NotAFilter(string path, string kind) =>
        new("not_a_filter", $"{path} is {kind}, not a filter or a group.", QueryShapes);

    public static Fault UnknownQueryMember(string path, string name, string? meant) => new(
        "unknown_member",
        $"{path} has a member '{name}', which filters and groups do not have.",
        meant is null ? QueryShapes : $"Write '{meant}' instead. {QueryShapes}");

    public static Fault MissingOperator(string path, string operators) => new(
        "missing_operator",
        $"{path} has no operator.",
        $"Specify one of {operators} in a filter, or AND or OR in a group. {QueryShapes}");

    public static Fault MissingValue(string path) => new(
        "missing_value",
        $"{path} has no value.",
        $"Specify a value. null is a value too. {QueryShapes}");

    public static Fault NotAFieldName(string path, string kind) =>
        new("missing_field", $"{path}.field is {kind}, not the name of a field.", QueryShapes);

    public static Fault OperatorWithoutField(string path, string word) => new(
        "missing_field",
        $"{path} has the operator '{word}' but no field.",
        $"Add the field to compare, or combine conditions with AND or OR. {QueryShapes}");

    public static Fault GroupWithoutFilters(string path, string word, string kind) => new(
        "empty_group",
        $"{path}.value of the {word} group is {kind}.",
        $"Specify an array of at least one filter or group. {QueryShapes}");

    public static Fault NotAComparison(string path, string field, string word, string operators) => new(
        "unknown_operator",
        $"{path} of '{field}' is '{word}', which is not a comparison.",
        $"Use one of {operators}. AND and OR combine conditions in a group without a field.");

    // Reading: hashtables and search bodies.

    public static Fault EmptyHashtable() =>
        new("empty_query", "The hashtable is empty.", "Specify fields and values, such as @{ role = 'user' }.");

    public static Fault HashtableWithoutValue(string word) => new(
        "missing_value",
        $"The hashtable with the operator '{word}' has no value.",
        "Add a value. $null is a value too.");

    public static Fault HashtableWithoutField(string word) => new(
        "missing_field",
        $"The hashtable has the operator '{word}' but no field.",
        "Add field = '...', or specify AND or OR with an array of hashtables.");

    public static Fault GroupMember(string word, string? item) => new(
        "not_a_filter",
        $"The {word} group contains '{item}', which is not a condition.",
        "Each of its values must be a hashtable or a query.");

    public static Fault QueryKey(string? given) => new(
        "not_a_query",
        $"The key 'query' of the hashtable contains '{given}', which is not a query.",
        "Specify a hashtable such as @{ role = 'user' }.");

    public static Fault InvalidPageSize(string given) => new(
        "invalid_page_size",
        $"pagination.per_page is '{given}', which is not a page size.",
        "Specify a whole number from 1 to 150, or omit it.");

    public static Fault InvalidSortOrder(string given) => new(
        "invalid_sort_order",
        $"sort.order is '{given}', which is not a sort order.",
        "Specify ascending or descending.");

    public static Fault NotAnObject(string place, string? given) => new(
        "not_an_object",
        $"{place} is '{given}', which is not an object.",
        "A search body is { query, pagination: { per_page, starting_after }, sort: { field, order } }.");

    public static Fault UnknownBodyMember(string place, string name, string? meant, IEnumerable<string> known) => new(
        "unknown_member",
        $"{place} has a member '{name}', which a search does not have.",
        meant is null ? $"Its members are {string.Join(", ", known)}." : $"Did you mean '{meant}'?");

    // Building.

    public static Fault MissingField() => new(
        "missing_field",
        "A filter has no field.",
        "Name the field to compare, such as role or created_at.");

    public static Fault NotOneOperator(string field, string operators) =>
        new("missing_operator", $"'{field}' has no operator.", $"Specify one of {operators}.");

    public static Fault EmptyGroup(string word, bool hasConditions) => new(
        "empty_group",
        $"{(word == "AND" ? "An AND" : "An OR")} group has {(hasConditions ? "an empty condition" : "no condition")}.",
        "Specify at least one condition, and omit empty ones.");

    public static Fault NoOpposite(string filter, string field, string @operator, bool isStart) => new(
        "no_opposite",
        $"'{filter}' cannot be negated: Intercom has no operator for a {field} that does not {(isStart ? "start" : "end")} with a value, "
            + $"the opposite of '{@operator}'.",
        "Use !~ (does not contain), or omit the condition and filter the results.");

    public static Fault UnsupportedQueryValue(string field, string @operator, string type) => new(
        "unsupported_value",
        $"'{field} {@operator}' cannot compare with a value of type {type}.",
        "Specify text, a whole or decimal number, true or false, a date, null, or for IN and NIN an array of these.");

    public static Fault ObjectAsValue(string field, string @operator) => new(
        "unsupported_value",
        $"The value of '{field} {@operator}' is a JSON object.",
        "Specify text, a number, true, false, null or an array of these.");
}
