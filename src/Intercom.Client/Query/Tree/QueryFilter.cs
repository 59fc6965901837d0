using System.Text.Json;

namespace Intercom.Query;

/// <summary>One comparison of a field with a value, such as <c>role = user</c>.</summary>
public sealed class QueryFilter : SearchQuery
{
    // A filter never changes, and laying a query out compares each one many times.
    private int _hash;

    /// <summary>Creates a filter. It is not checked against the fields of a resource. <see cref="QueryCompiler"/> does that.</summary>
    /// <param name="field">The field's name, in snake_case as on the wire or in PascalCase.</param>
    /// <param name="operator">One operator.</param>
    /// <param name="value">
    /// Text, a number, a boolean, a date of any kind (whole seconds are kept, and a date without a kind is local time), a time span
    /// (sent as seconds), null, or a sequence of these.
    /// </param>
    /// <exception cref="QueryException">The field is empty, or the value has a type that filters do not support.</exception>
    public QueryFilter(string field, QueryOperator @operator, object? value)
    {
        if (string.IsNullOrWhiteSpace(field)) throw new QueryException(Errors.MissingField());
        if (!QueryOperators.IsOne(@operator))
        {
            throw new QueryException(Errors.NotOneOperator(field, QueryOperators.List(QueryOperators.Every)));
        }
        Field = field.Trim();
        Operator = @operator;
        Value = QueryValue.From(value, Field, @operator);
    }

    /// <summary>The field's name, as it was given.</summary>
    public string Field { get; }

    /// <summary>The operator.</summary>
    public QueryOperator Operator { get; }

    /// <summary>The value: string, long, double, bool, DateTimeOffset in whole seconds, null, or a read-only list of these.</summary>
    public object? Value { get; }

    /// <summary>True for a field that is a condition by itself, such as <c>$_.AdminAssigneeId</c>: whether the field has a value.</summary>
    internal bool StandsAlone { get; private init; }

    /// <summary>The values of a list, or the one value.</summary>
    internal IReadOnlyList<object?> Values => Value as IReadOnlyList<object?> ?? [Value];

    /// <inheritdoc/>
    internal override IEnumerable<QueryFilter> Filters => [this];

    /// <inheritdoc/>
    public override SearchQuery Negate(SearchResource? resource = null) => Operator switch
    {
        QueryOperator.Equal => With(QueryOperator.NotEqual),
        QueryOperator.NotEqual => With(QueryOperator.Equal),
        QueryOperator.In => With(QueryOperator.NotIn),
        QueryOperator.NotIn => With(QueryOperator.In),
        QueryOperator.Contains => With(QueryOperator.NotContains),
        QueryOperator.NotContains => With(QueryOperator.Contains),
        QueryOperator.Less => OrUnset(With(QueryOperator.GreaterOrEqual), resource),
        QueryOperator.Greater => OrUnset(With(QueryOperator.LessOrEqual), resource),
        QueryOperator.LessOrEqual => OrUnset(With(QueryOperator.Greater), resource),
        QueryOperator.GreaterOrEqual => OrUnset(With(QueryOperator.Less), resource),
        _ => throw new QueryException(Errors.NoOpposite(ToString(), Field, Operator.ToWire(), Operator == QueryOperator.StartsWith), this),
    };

    /// <summary>Writes <c>{"field":…,"operator":…,"value":…}</c>.</summary>
    public override void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("field", Field);
        writer.WriteString("operator", Operator.ToWire());
        writer.WritePropertyName("value");
        QueryValue.Write(writer, Value);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public override bool Equals(SearchQuery? other) =>
        ReferenceEquals(this, other)
        || (other is QueryFilter filter && Field == filter.Field && Operator == filter.Operator && QueryValue.Same(Value, filter.Value));

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _hash != 0 ? _hash : _hash = unchecked((((Field.GetHashCode() * 31) + (int)Operator) * 31) + QueryValue.Hash(Value));

    /// <summary>The condition as a line, such as <c>plan IN premium, enterprise</c>.</summary>
    public override string ToString() => $"{Field} {Operator.ToWire()} {QueryValue.Print(Value, Field)}";

    /// <summary>A field that is a condition by itself. Its meaning depends on its type, which only the compiler knows.</summary>
    internal static QueryFilter Standing(string field) => new(field, QueryOperator.Equal, true) { StandsAlone = true };

    internal QueryFilter With(QueryOperator @operator) => new(Field, @operator, Value) { StandsAlone = StandsAlone };

    internal QueryFilter With(QueryOperator @operator, object? value) => new(Field, @operator, value);

    /// <summary>The same condition on the field's wire name.</summary>
    internal QueryFilter Named(string field) => new(field, Operator, Value) { StandsAlone = StandsAlone };

    /// <summary>The same condition with other values in their places.</summary>
    internal QueryFilter WithValues(IEnumerable<object?> values) =>
        new(Field, Operator, Value is IReadOnlyList<object?> ? values.ToArray() : values.Single());

    private SearchQuery OrUnset(QueryFilter opposite, SearchResource? resource) =>
        FieldCatalog.IsAlwaysSet(resource, Field) ? opposite : Any(opposite, With(QueryOperator.Equal, null));
}
