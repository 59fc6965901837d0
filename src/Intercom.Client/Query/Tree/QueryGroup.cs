using System.Text.Json;

namespace Intercom.Query;

/// <summary>Conditions combined with AND or OR.</summary>
public sealed class QueryGroup : SearchQuery
{
    /// <summary>Creates a group.</summary>
    /// <exception cref="QueryException">There is no condition.</exception>
    public QueryGroup(GroupOperator @operator, IEnumerable<SearchQuery> conditions)
    {
        if (conditions is null) throw new ArgumentNullException(nameof(conditions));
        Operator = @operator;
        Conditions = new ItemList<SearchQuery>([.. conditions]);
        if (Conditions.Count == 0 || Conditions.Contains(null!)) throw new QueryException(Errors.EmptyGroup(Word, Conditions.Count > 0));
    }

    /// <summary>AND or OR.</summary>
    public GroupOperator Operator { get; }

    /// <summary>The conditions, in order. Never empty.</summary>
    public ItemList<SearchQuery> Conditions { get; }

    /// <inheritdoc/>
    internal override IEnumerable<QueryFilter> Filters => Conditions.SelectMany(condition => condition.Filters);

    private string Word => Operator == GroupOperator.And ? "AND" : "OR";

    /// <inheritdoc/>
    public override SearchQuery Negate(SearchResource? resource = null)
    {
        // Negating a negated comparison returns the comparison: x >= 5 OR x = null was NOT x < 5.
        if (Operator == GroupOperator.Or
            && Conditions is [QueryFilter order, QueryFilter { Operator: QueryOperator.Equal, Value: null } unset]
            && order.Field == unset.Field && (QueryOperators.Order | QueryOperators.OrderOrEqual).HasFlag(order.Operator))
        {
            return order.Negate(resource) is QueryGroup opposite ? opposite.Conditions[0] : order.Negate(resource);
        }

        return new QueryGroup(Other(Operator), Conditions.Select(condition => condition.Negate(resource)));
    }

    /// <summary>Writes <c>{"operator":"AND","value":[…]}</c>.</summary>
    public override void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("operator", Word);
        writer.WriteStartArray("value");
        foreach (var condition in Conditions) condition.WriteTo(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public override bool Equals(SearchQuery? other) =>
        ReferenceEquals(this, other)
        || (other is QueryGroup group && Operator == group.Operator && Conditions.SequenceEqual(group.Conditions));

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Conditions.Aggregate((int)Operator + 7, (hash, condition) => unchecked((hash * 31) + condition.GetHashCode()));

    /// <summary>The conditions in one line. Nested groups are in parentheses.</summary>
    public override string ToString() =>
        string.Join($" {Word} ", Conditions.Select(condition => condition is QueryGroup ? $"({condition})" : condition.ToString()));

    internal static GroupOperator Other(GroupOperator @operator) => @operator == GroupOperator.And ? GroupOperator.Or : GroupOperator.And;
}
