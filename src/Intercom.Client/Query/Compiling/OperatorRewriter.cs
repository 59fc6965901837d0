using System;
using System.Collections.Generic;
using System.Linq;

namespace Intercom.Query;

/// <summary>Says one typed filter in operators and values that Intercom accepts on its field, without changing its meaning.</summary>
internal sealed class OperatorRewriter
{
    private readonly SearchField field;
    private readonly QueryFilter given;
    private readonly QueryOptions options;
    private readonly List<QueryNote> notes;

    internal OperatorRewriter(SearchField field, QueryFilter given, QueryOptions options, List<QueryNote> notes)
    {
        this.field = field;
        this.given = given;
        this.options = options;
        this.notes = notes;
    }

    /// <summary>What is asked of the server in place of the filter.</summary>
    internal SearchQuery Rewrite(QueryFilter filter)
    {
        if (field.Type == FieldType.Float && (filter.Operator & QueryOperators.Set) == 0) Note(
            QueryNoteKind.Information, $"'{given}': Intercom names no operators for decimal numbers; {filter.Operator.ToWire()} is sent as for whole ones.");

        if (!field.DayGrained || filter.Values.All(value => value is null)) return Explained(filter, Expand(filter), $"Intercom takes {QueryOperators.List(field.Operators)} on {field.Name}");
        if (!options.Exact) return Explained(filter, Expand(OnDays(filter)), $"Intercom takes {QueryOperators.List(field.Operators)} on {field.Name}, by whole days");

        if (filter.Operator is QueryOperator.Equal or QueryOperator.In && filter.Values.Any(value => value is DateTimeOffset date && QueryDate.IsWholeDay(date))) Note(
            QueryNoteKind.Warning, $"'{given}': an exact search takes a day as its first second, so {filter.Operator.ToWire()} finds next to nothing.", "Use >= and < for a day.");
        return Explained(filter, ExactDates.Widen(filter, field, Expand), "a wider range of days is asked for, and the seconds are compared on our side");
    }

    private SearchQuery Expand(QueryFilter filter) => filter.Operator switch
    {
        QueryOperator.In or QueryOperator.NotIn => ExpandList(filter),
        _ when field.Accepts(filter.Operator) => filter,
        QueryOperator.GreaterOrEqual => SearchQuery.Any(filter.With(QueryOperator.Greater), filter.With(QueryOperator.Equal)),
        QueryOperator.LessOrEqual => SearchQuery.Any(filter.With(QueryOperator.Less), filter.With(QueryOperator.Equal)),
        // Only the dates of contacts do not take !=. Any day at all: after the first day of the era, or before its third.
        _ when filter.Value is null => SearchQuery.Any(filter.With(QueryOperator.Greater, 0L), filter.With(QueryOperator.Less, 2 * 86400L)),
        _ => SearchQuery.Any([filter.With(QueryOperator.Less), filter.With(QueryOperator.Greater), .. Unset(filter)]),
    };

    /// <summary>Lists hold texts and numbers by schema: null and booleans, and fields that take no list, are compared one by one.</summary>
    private SearchQuery ExpandList(QueryFilter filter)
    {
        var listed = field.Accepts(filter.Operator) ? filter.Values.Where(value => value is not (null or bool)).ToList() : [];
        if (listed.Count == filter.Values.Count) return filter;
        var include = filter.Operator == QueryOperator.In;
        var singles = filter.Values.Where(value => !listed.Contains(value)).Distinct()
            .Select(value => Expand(filter.With(include ? QueryOperator.Equal : QueryOperator.NotEqual, value)));
        var parts = (listed.Count == 0 ? singles : singles.Prepend(filter.With(filter.Operator, listed))).ToArray();
        return parts.Length == 1 ? parts[0] : include ? SearchQuery.Any(parts) : SearchQuery.All(parts);
    }

    private IEnumerable<SearchQuery> Unset(QueryFilter filter) => field.AlwaysSet ? [] : [filter.With(QueryOperator.Equal, null)];

    /// <summary>Makes a date without a time of day the day that was meant in the workspace too, and warns of a time of day, which Intercom ignores.</summary>
    private QueryFilter OnDays(QueryFilter filter)
    {
        if (filter.Values.Any(HasTimeOfDay)) Note(
            QueryNoteKind.Warning,
            $"'{given}': Intercom matches {field.Name} of contacts by whole days in the workspace's time zone, so the time of day is ignored: {Reading(filter.Operator)}.",
            "Ask for whole days, or use -Exact to compare to the second.");
        else if (filter.Operator == QueryOperator.Greater) Note(
            QueryNoteKind.Information, $"'{given}': {field.Name} is matched by whole days: {Reading(filter.Operator)}; use >= to begin with the day itself.");

        var moved = filter.Values.Select(value => value is DateTimeOffset date && QueryDate.IsWholeDay(date) ? Day(date) : value).ToArray();
        return filter.With(filter.Operator, filter.Value is IReadOnlyList<object?> ? moved : moved[0]);
    }

    // Read on the workspace's clock; where that is not known, on the date's own, which for a number of seconds is UTC.
    private bool HasTimeOfDay(object? value)
    {
        var date = value is long seconds ? QueryDate.FromUnix(seconds) : value as DateTimeOffset?;
        if (date is not { } point || (value is DateTimeOffset && QueryDate.IsWholeDay(point))) return false;
        return !QueryDate.IsWholeDay(options.WorkspaceTimeZone is { } zone ? TimeZoneInfo.ConvertTime(point, zone) : point);
    }

    private object Day(DateTimeOffset date) => options.WorkspaceTimeZone is { } zone
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
        if (!sent.Equals(typed)) Note(QueryNoteKind.Rewritten, $"'{given}' is sent as '{sent}': {why}.");
        return sent;
    }

    private void Note(QueryNoteKind kind, string message, string? remedy = null) => notes.Add(new QueryNote(kind, message, remedy, given));
}
