using Intercom.Dates;
using Intercom.Http;

namespace Intercom.Query;

/// <summary>Rewrites one typed filter into operators and values that Intercom accepts on its field, without changing its meaning.</summary>
internal sealed class OperatorRewriter
{
    private readonly SearchField _field;
    private readonly QueryFilter _given;
    private readonly QueryOptions _options;
    private readonly List<QueryNote> _notes;

    internal OperatorRewriter(SearchField field, QueryFilter given, QueryOptions options, List<QueryNote> notes)
    {
        _field = field;
        _given = given;
        _options = options;
        _notes = notes;
    }

    /// <summary>The query that is sent in place of the filter.</summary>
    internal SearchQuery Rewrite(QueryFilter filter)
    {
        var wire = filter.Operator.ToWire();
        if (_field.Type == FieldType.Float && (filter.Operator & QueryOperators.Set) == 0)
        {
            Note(
                QueryNoteKind.Information, $"Intercom documents no operators for decimal numbers, so {wire} is sent as for whole numbers.");
        }
        var accepted = $"Intercom accepts {QueryOperators.List(_field.Operators)} on {_field.Name}";
        if (!_field.DayGrained || filter.Values.All(value => value is null)) return Explained(filter, Expand(filter), accepted);
        if (!_options.Exact) return Explained(filter, Expand(OnDays(filter)), $"{accepted}, by whole days");

        var isOneDay = filter.Operator is QueryOperator.Equal or QueryOperator.In;
        if (isOneDay && filter.Values.Any(value => value is DateTimeOffset date && QueryDate.IsWholeDay(date)))
        {
            Note(
                QueryNoteKind.Warning,
                $"an exact search reads a day as its first second, so {wire} finds almost nothing.",
                "Use >= and < for a day.");
        }
        return Explained(
            filter, ExactDates.Widen(
                filter, _field, Expand), "a wider range of days is requested, and the seconds are compared on the client");
    }

    private SearchQuery Expand(QueryFilter filter) => filter.Operator switch
    {
        QueryOperator.In or QueryOperator.NotIn => ExpandList(filter),
        _ when _field.Accepts(filter.Operator) => filter,
        QueryOperator.GreaterOrEqual => SearchQuery.Any(filter.With(QueryOperator.Greater), filter.With(QueryOperator.Equal)),
        QueryOperator.LessOrEqual => SearchQuery.Any(filter.With(QueryOperator.Less), filter.With(QueryOperator.Equal)),
        // Only the dates of contacts do not accept !=. Any day at all: after the first day of the era, or before a later one.
        _ when filter.Value is null => SearchQuery.Any(
            filter.With(QueryOperator.Greater, 0L), filter.With(QueryOperator.Less, DateReader.LeastSeconds)),
        _ => SearchQuery.Any([filter.With(QueryOperator.Less), filter.With(QueryOperator.Greater), .. Unset(filter)]),
    };

    /// <summary>
    /// By schema, lists contain text and numbers: null and booleans are compared one by one, as are fields that accept no list.
    /// </summary>
    private SearchQuery ExpandList(QueryFilter filter)
    {
        var acceptsLists = _field.Accepts(filter.Operator);
        var listed = acceptsLists ? filter.Values.Where(value => value is not (null or bool)).ToList() : [];
        if (listed.Count == filter.Values.Count) return filter;
        var include = filter.Operator == QueryOperator.In;
        var singles = filter.Values.Where(value => !listed.Contains(value)).Distinct()
            .Select(value => Expand(filter.With(include ? QueryOperator.Equal : QueryOperator.NotEqual, value)));
        var parts = (listed.Count == 0 ? singles : singles.Prepend(filter.With(filter.Operator, listed))).ToArray();
        return parts.Length == 1 ? parts[0] : include ? SearchQuery.Any(parts) : SearchQuery.All(parts);
    }

    private IEnumerable<SearchQuery> Unset(QueryFilter filter) =>
        _field.AlwaysSet ? [] : [filter.With(QueryOperator.Equal, null)];

    /// <summary>
    /// Moves a date without a time of day to the same day of the workspace, and warns about a time of day, which Intercom ignores.
    /// </summary>
    private QueryFilter OnDays(QueryFilter filter)
    {
        var reading = Reading(filter.Operator);
        if (filter.Values.Any(HasTimeOfDay))
        {
            Note(
                QueryNoteKind.Warning,
                $"Intercom matches {_field.Name} of contacts by whole days in the workspace's time zone, so the time of day is "
                    + $"ignored: {reading}.",
                "Ask for whole days, or use -Exact to compare to the second.");
        }
        else if (filter.Operator == QueryOperator.Greater)
        {
            Note(QueryNoteKind.Information, $"{_field.Name} is matched by whole days: {reading}. Use >= to begin with the day itself.");
        }
        var moved = filter.Values.Select(value => value is DateTimeOffset date && QueryDate.IsWholeDay(date) ? Day(date) : value).ToArray();
        return filter.With(filter.Operator, filter.Value is IReadOnlyList<object?> ? moved : moved[0]);
    }

    // Read on the workspace's clock. Where that is not known, on the date's own clock, which is UTC for a number of seconds.
    private bool HasTimeOfDay(object? value)
    {
        var date = value is long seconds ? QueryDate.FromUnix(seconds) : value as DateTimeOffset?;
        if (date is not { } point || (value is DateTimeOffset && QueryDate.IsWholeDay(point))) return false;
        return !QueryDate.IsWholeDay(Zone is { } zone ? TimeZoneInfo.ConvertTime(point, zone) : point);
    }

    /// <summary>The time zone of the days that Intercom matches. Null when it is unknown.</summary>
    private TimeZoneInfo? Zone => FieldCatalog.AttributeName(_field.Resource, _field.Name) is not null
        && ApiVersions.Compare(_options.ApiVersion, ApiChanges.UtcAttributeDays) >= 0 ? TimeZoneInfo.Utc : _options.WorkspaceTimeZone;

    private object Day(DateTimeOffset date) => Zone is { } zone
        ? QueryDate.From(date.Date, zone)
        : new DateTimeOffset(date.Date, TimeSpan.Zero).AddSeconds(QueryDate.SameDayEverywhere);

    private static string Reading(QueryOperator @operator) => @operator switch
    {
        QueryOperator.Greater => "> starts with the day after",
        QueryOperator.GreaterOrEqual => ">= starts with the whole day",
        QueryOperator.Less => "< ends before the day begins",
        QueryOperator.LessOrEqual => "<= ends with the whole day",
        QueryOperator.NotEqual or QueryOperator.NotIn => $"{@operator.ToWire()} leaves out the whole day",
        _ => $"{@operator.ToWire()} matches the whole day",
    };

    private SearchQuery Explained(QueryFilter typed, SearchQuery sent, string why)
    {
        if (sent.Equals(typed)) return sent;
        _notes.Add(new QueryNote(QueryNoteKind.Rewritten, $"'{_given}' is sent as '{sent}': {why}.", null, _given));
        return sent;
    }

    private void Note(QueryNoteKind kind, string message, string? remedy = null) =>
        _notes.Add(new QueryNote(kind, $"'{_given}': {message}", remedy, _given));
}
