namespace Intercom.Query;

/// <summary>
/// What a typed filter means beyond its letters: a field that stands alone asks for a value, and an assignee of nobody is null in one
/// answer and 0 in another.
/// </summary>
internal static class ImpliedValue
{
    /// <summary>The intended condition. The filter itself where nothing is implied.</summary>
    internal static SearchQuery Spell(SearchField field, QueryFilter filter) =>
        filter.StandsAlone ? Truth(field, filter) : Nobody(field, filter);

    /// <summary>PowerShell's truth: a number is true when it is not 0, and any other value when it exists.</summary>
    private static SearchQuery Truth(SearchField field, QueryFilter filter)
    {
        if (field.Type is FieldType.Boolean or FieldType.Attribute) return filter;
        var holds = filter.Operator == QueryOperator.Equal;
        var operation = holds ? QueryOperator.NotEqual : QueryOperator.Equal;
        var unset = filter.With(operation, null);
        if (Zero(field) is not { } zero) return unset;
        SearchQuery[] both = [unset, filter.With(operation, zero)];
        return holds ? SearchQuery.All(both) : SearchQuery.Any(both);
    }

    private static SearchQuery Nobody(SearchField field, QueryFilter filter)
    {
        if (!IsAssignee(field.Name) || Zero(field) is not { } nobody) return filter;
        // Nobody is neither before nor after an admin.
        if (filter.Value is long limit && IsTrueOfZero(filter.Operator, limit))
        {
            return SearchQuery.All(filter, filter.With(QueryOperator.NotEqual, nobody));
        }
        var (unset, zero) = (filter.Values.Contains(null), filter.Values.Contains(nobody));
        if (unset == zero) return filter;
        var other = unset ? nobody : null;
        return filter.Operator switch
        {
            QueryOperator.Equal => SearchQuery.Any(filter, filter.With(QueryOperator.Equal, other)),
            QueryOperator.NotEqual => SearchQuery.All(filter, filter.With(QueryOperator.NotEqual, other)),
            QueryOperator.In or QueryOperator.NotIn => filter.With(filter.Operator, new List<object?>(filter.Values) { other }),
            _ => filter,
        };
    }

    private static bool IsTrueOfZero(QueryOperator @operator, long limit) => @operator switch
    {
        QueryOperator.Less => limit > 0,
        QueryOperator.LessOrEqual => limit >= 0,
        QueryOperator.Greater => limit < 0,
        QueryOperator.GreaterOrEqual => limit <= 0,
        _ => false,
    };

    private static object? Zero(SearchField field) => field.Type switch
    {
        FieldType.Integer => 0L,
        FieldType.Float => 0L,
        FieldType.String when IsAssignee(field.Name) => "0",
        _ => null,
    };

    private static bool IsAssignee(string name) => name is "admin_assignee_id" or "team_assignee_id";
}
