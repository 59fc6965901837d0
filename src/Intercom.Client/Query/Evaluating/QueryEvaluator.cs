using System.Collections;
using System.Text;
using System.Text.Json;
using Intercom.Dates;

namespace Intercom.Query;

/// <summary>
/// Decides on our side whether an item satisfies a query. Text compares without regard to case; a list satisfies a comparison when one of
/// its elements does, and an opposite (<c>!=</c>, <c>NIN</c>, <c>!~</c>) when none fails it; an item without a value satisfies the
/// opposites and <c>= null</c>, nothing else.
/// </summary>
public sealed class QueryEvaluator
{
    private readonly FieldResolver _fields;
    private readonly TimeZoneInfo? _dayZone;

    /// <summary>Creates an evaluator.</summary>
    /// <param name="resource">The resource that the items are of.</param>
    /// <param name="attributeTypes">The types of the workspace's attributes, as in <see cref="QueryOptions.AttributeTypes"/>.</param>
    /// <param name="dayZone">
    /// The time zone whose calendar days contact dates are matched by, as in Intercom. Null matches them to the second.
    /// </param>
    public QueryEvaluator(
        SearchResource resource, IReadOnlyDictionary<string, FieldType>? attributeTypes = null, TimeZoneInfo? dayZone = null)
    {
        _fields = new FieldResolver(resource, new QueryOptions { AttributeTypes = attributeTypes }, null);
        _dayZone = dayZone;
    }

    /// <summary>
    /// Decides for one item. The lookup is given a field's wire name and returns the item's value: text, a number, a boolean, a date of any
    /// kind or in Unix seconds, JSON, a sequence, null, or <see cref="QueryTarget.Unknown"/>. Null means that an unknown value decides.
    /// </summary>
    /// <exception cref="QueryException">A value of the query does not fit its field.</exception>
    public bool? Evaluate(SearchQuery query, Func<string, object?> lookup) => Compile(query)(lookup);

    /// <summary>Makes a function that decides for many items.</summary>
    /// <exception cref="QueryException">A value of the query does not fit its field.</exception>
    public Func<Func<string, object?>, bool?> Compile(SearchQuery query)
    {
        if (query is QueryFilter filter)
        {
            var (field, typed) = _fields.Resolve(filter);
            var meant = ImpliedValue.Spell(field, typed);
            return meant is QueryGroup both
                ? Join(both, condition => CompileFilter(field, (QueryFilter)condition))
                : CompileFilter(field, (QueryFilter)meant);
        }

        return Join((QueryGroup)(query ?? throw new ArgumentNullException(nameof(query))), Compile);
    }

    private static Func<Func<string, object?>, bool?> Join(QueryGroup group, Func<SearchQuery, Func<Func<string, object?>, bool?>> compile)
    {
        var parts = group.Conditions.Select(compile).ToArray();
        var decisive = group.Operator == GroupOperator.Or;
        return lookup =>
        {
            bool? result = !decisive;
            foreach (var part in parts)
            {
                var one = part(lookup);
                if (one == decisive) return decisive;
                if (one is null) result = null;
            }

            return result;
        };
    }

    /// <summary>Makes a function that rejects an item only when it surely does not satisfy the query.</summary>
    internal Func<Func<string, object?>, bool> Undisputed(SearchQuery query)
    {
        var decide = Compile(query);
        return lookup => decide(lookup) != false;
    }

    private Func<Func<string, object?>, bool?> CompileFilter(SearchField field, QueryFilter filter)
    {
        var values = filter.Values;
        var negative = filter.Operator is QueryOperator.NotEqual or QueryOperator.NotIn or QueryOperator.NotContains;
        var positive = filter.Operator switch
        {
            QueryOperator.NotEqual or QueryOperator.In or QueryOperator.NotIn => QueryOperator.Equal,
            QueryOperator.NotContains => QueryOperator.Contains,
            var same => same,
        };
        return lookup =>
        {
            var actual = lookup(field.Name);
            if (ReferenceEquals(actual, QueryTarget.Unknown)) return null;
            var elements = Elements(actual, field);
            var holds = elements.Count == 0
                ? positive == QueryOperator.Equal && values.Contains(null)
                : elements.Exists(element => values.Any(value => value is not null && Holds(field, element, positive, value)));
            return holds != negative;
        };
    }

    private bool Holds(SearchField field, object element, QueryOperator @operator, object value)
    {
        if ((@operator & QueryOperators.Text) != 0) return HoldsText(Text(element), @operator, Text(value));
        int? order = (field.Type, value) switch
        {
            (FieldType.Date, _) or (_, DateTimeOffset) => CompareDates(field, element, value),
            (_, bool flag) => Flag(element) is { } actual ? actual.CompareTo(flag) : null,
            (not FieldType.String, long or double) => Number(element)?.CompareTo(Number(value)!.Value),
            _ => string.Compare(field.SearchWord(Text(element)) ?? Text(element), Text(value), StringComparison.OrdinalIgnoreCase),
        };
        return order is { } sign && @operator switch
        {
            QueryOperator.Equal => sign == 0,
            QueryOperator.Less => sign < 0,
            QueryOperator.Greater => sign > 0,
            QueryOperator.LessOrEqual => sign <= 0,
            _ => sign >= 0,
        };
    }

    private static bool HoldsText(string text, QueryOperator @operator, string value) => @operator switch
    {
        QueryOperator.StartsWith => text.StartsWith(value, StringComparison.OrdinalIgnoreCase),
        QueryOperator.EndsWith => text.EndsWith(value, StringComparison.OrdinalIgnoreCase),
        _ => text.IndexOf(value, StringComparison.OrdinalIgnoreCase) >= 0,
    };

    private int? CompareDates(SearchField field, object element, object value)
    {
        if (Seconds(element) is not { } actual || Seconds(value) is not { } wanted) return null;
        if (!field.DayGrained
            || _dayZone is null
            || QueryDate.FromUnix(actual) is not { } date
            || QueryDate.FromUnix(wanted) is not { } limit)
        {
            return actual.CompareTo(wanted);
        }
        // A day that was named by its date is that day of the workspace's calendar.
        var day = value is DateTimeOffset named && QueryDate.IsWholeDay(named)
            ? named.Date.Ticks / TimeSpan.TicksPerDay
            : QueryDate.DayOf(limit, _dayZone);
        return QueryDate.DayOf(date, _dayZone).CompareTo(day);
    }

    /// <summary>The single values of an item's value, without nulls.</summary>
    private static List<object> Elements(object? actual, SearchField field) => actual switch
    {
        null => [],
        JsonElement { ValueKind: JsonValueKind.Array } json => [.. json.EnumerateArray().SelectMany(item => Elements(item, field))],
        JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => [],
        JsonElement { ValueKind: JsonValueKind.String } json => Elements(json.GetString(), field),
        JsonElement { ValueKind: JsonValueKind.Number } json => [json.TryGetInt64(out var whole) ? (object)whole : json.GetDouble()],
        JsonElement { ValueKind: JsonValueKind.True or JsonValueKind.False } json => [json.GetBoolean()],
        string text when field.ByWord => [.. Words(text)],
        string => [actual],
        IEnumerable sequence => [.. sequence.Cast<object?>().SelectMany(item => Elements(item, field))],
        _ => [actual],
    };

    /// <summary>The words of a text that may be HTML.</summary>
    private static List<string> Words(string html)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var tag = false;
        foreach (var letter in html + " ")
        {
            if (!tag && (char.IsLetterOrDigit(letter) || letter is '\'' or '-' or '_')) word.Append(letter);
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }

            tag = letter == '<' || (tag && letter != '>');
        }

        return words;
    }

    private static string Text(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static bool? Flag(object value) => value is bool flag ? flag : bool.TryParse(Text(value), out flag) ? flag : null;

    private static double? Number(object value) => value is bool ? null
        : double.TryParse(Text(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static long? Seconds(object value)
    {
        switch (value)
        {
            case DateTimeOffset date: return date.ToUnixTimeSeconds();
            case DateTime date: return QueryDate.From(date, TimeZoneInfo.Local).ToUnixTimeSeconds();
            // Some workspaces still contain old values in milliseconds.
            default: return Number(value) is not { } number
                ? null
                : (long)Math.Floor(Math.Abs(number) >= UnixTime.FirstMillisecond ? number / 1000 : number);
        }
    }
}
