using System.Diagnostics.CodeAnalysis;

namespace Intercom.Query;

/// <summary>The spellings of the operators, and the sets that fields accept.</summary>
public static class QueryOperators
{
    /// <summary><c>= != IN NIN</c></summary>
    public const QueryOperator Set = QueryOperator.Equal | QueryOperator.NotEqual | QueryOperator.In | QueryOperator.NotIn;

    /// <summary><c>~ !~ ^ $</c></summary>
    public const QueryOperator Text =
        QueryOperator.Contains | QueryOperator.NotContains | QueryOperator.StartsWith | QueryOperator.EndsWith;

    /// <summary><c>&lt; &gt;</c></summary>
    public const QueryOperator Order = QueryOperator.Less | QueryOperator.Greater;

    /// <summary><c>&lt;= &gt;=</c></summary>
    public const QueryOperator OrderOrEqual = QueryOperator.LessOrEqual | QueryOperator.GreaterOrEqual;

    /// <summary>Every operator.</summary>
    public const QueryOperator Every = Set | Text | Order | OrderOrEqual;

    // In the order in which they are shown. The other words are only accepted as input.
    private static readonly (QueryOperator Operator, string Wire, string[] Words)[] Spellings =
    [
        (QueryOperator.Equal, "=", ["==", "eq"]),
        (QueryOperator.NotEqual, "!=", ["<>", "ne"]),
        (QueryOperator.In, "IN", []),
        (QueryOperator.NotIn, "NIN", ["not in"]),
        (QueryOperator.Less, "<", ["lt"]),
        (QueryOperator.Greater, ">", ["gt"]),
        (QueryOperator.LessOrEqual, "<=", ["le"]),
        (QueryOperator.GreaterOrEqual, ">=", ["ge"]),
        (QueryOperator.Contains, "~", []),
        (QueryOperator.NotContains, "!~", []),
        (QueryOperator.StartsWith, "^", []),
        (QueryOperator.EndsWith, "$", []),
    ];

    private static readonly Dictionary<QueryOperator, string> Wires = Spellings.ToDictionary(row => row.Operator, row => row.Wire);

    private static readonly Dictionary<string, QueryOperator> Words = Spellings
        .SelectMany(
            row => row.Words.Concat([row.Wire, row.Operator.ToString()]).Distinct(StringComparer.OrdinalIgnoreCase),
            (row, word) => (word, row.Operator))
        .ToDictionary(pair => pair.word, pair => pair.Operator, StringComparer.OrdinalIgnoreCase);

    /// <summary>The single operators, in the order in which they are listed to people.</summary>
    public static IReadOnlyList<QueryOperator> All { get; } = [.. Spellings.Select(row => row.Operator)];

    /// <summary>The wire spelling of one operator, such as <c>NIN</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a single operator.</exception>
    public static string ToWire(this QueryOperator @operator) => Wires.TryGetValue(@operator, out var wire)
        ? wire
        : throw new ArgumentOutOfRangeException(nameof(@operator), @operator, $"'{@operator}' is not one operator of {List(Every)}.");

    /// <summary>True for a single operator, false for none and for a set.</summary>
    public static bool IsOne(QueryOperator @operator) => Wires.ContainsKey(@operator);

    /// <summary>The single operators of a set.</summary>
    public static IEnumerable<QueryOperator> Split(this QueryOperator operators) => All.Where(one => (operators & one) != 0);

    /// <summary>The operators of a set as they are sent, such as <c>= &lt; &gt;</c>.</summary>
    public static string List(QueryOperator operators) => string.Join(" ", operators.Split().Select(ToWire));

    /// <summary>Reads a wire spelling, a name of <see cref="QueryOperator"/>, or a word such as <c>eq</c>, in any case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out QueryOperator @operator)
    {
        @operator = QueryOperator.None;
        return text is not null && Words.TryGetValue(text.Trim().TrimStart('-'), out @operator);
    }
}
