namespace Intercom.Query;

/// <summary>
/// Exact search of dates that Intercom matches by day: the server is asked for days that surely hold every item that belongs,
/// in whatever time zone the workspace is, and the items are compared to the second on our side.
/// </summary>
internal static class ExactDates
{
    // A calendar day is at most 26 hours long (clocks go back by two hours at most), so that the day which
    // holds a point 26 hours away ends before, or begins after, the point itself.
    private const long Margin = 26 * 3600;

    /// <summary>A filter that matches at least every item whose date satisfies the given filter to the second.</summary>
    /// <param name="filter">A filter on a day-grained field with at least one date.</param>
    /// <param name="field">The field.</param>
    /// <param name="expand">Rewrites a filter into operators that the field accepts.</param>
    internal static SearchQuery Widen(QueryFilter filter, SearchField field, Func<QueryFilter, SearchQuery> expand)
    {
        var seconds = filter.Values.Select(Seconds).OfType<long>().ToList();
        return filter.Operator switch
        {
            QueryOperator.Greater or QueryOperator.GreaterOrEqual => After(seconds[0]),
            QueryOperator.Less or QueryOperator.LessOrEqual => Before(seconds[0]),
            // The two ranges overlap, so they match every item with a date. Seconds are excluded on the client.
            QueryOperator.NotEqual or QueryOperator.NotIn => filter.Values.Contains(null) || field.AlwaysSet
                ? SearchQuery.Any(Before(seconds.Max()), After(seconds.Min()))
                : SearchQuery.Any(Before(seconds.Max()), After(seconds.Min()), filter.With(QueryOperator.Equal, null)),
            // The day of a second contains the second in every time zone.
            _ => expand(filter),
        };

        QueryFilter After(long second) => filter.With(QueryOperator.Greater, Date(second - Margin));
        QueryFilter Before(long second) => filter.With(QueryOperator.Less, Date(second + Margin));
    }

    /// <summary>
    /// The part of a query that the server's response does not decide: its day-grained dates, and their alternatives. Null when
    /// the response decides the whole query.
    /// </summary>
    internal static SearchQuery? Undecided(SearchQuery query, Func<QueryFilter, SearchField> fieldOf)
    {
        if (query is QueryFilter filter) return fieldOf(filter).DayGrained && filter.Values.Any(value => value is not null) ? filter : null;
        var group = (QueryGroup)query;
        var open = group.Conditions.Select(condition => Undecided(condition, fieldOf)).OfType<SearchQuery>().ToArray();
        if (open.Length == 0) return null;
        return group.Operator == GroupOperator.Or ? group : open.Length == 1 ? open[0] : SearchQuery.All(open);
    }

    private static long? Seconds(object? value) => value switch
    {
        DateTimeOffset date => date.ToUnixTimeSeconds(),
        long seconds => seconds,
        _ => null,
    };

    private static object Date(long seconds) => QueryDate.FromUnix(seconds) is { } date ? date : seconds;
}
