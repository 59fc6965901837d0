namespace Intercom.Query;

/// <summary>
/// Rearranges a query into the shape that Intercom accepts: at most two levels of groups, at most 15 conditions in each, and in one
/// group either filters or groups. A query that has this shape is left as it is, and any other keeps its meaning.
/// </summary>
internal static class QueryLayout
{
    internal const int MostConditions = 15;
    internal const int MostLevels = 2;

    // More clauses than this cannot be laid out anyway. The limit ends a multiplication that would otherwise not end.
    private const int MostClauses = 1000;

    /// <summary>The query in a shape that can be sent. Null, with an error among the notes, when no such shape exists.</summary>
    /// <param name="query">The query, in operators that the server accepts.</param>
    /// <param name="accepts">Whether the field of a filter accepts an operator.</param>
    /// <param name="notes">Receives what was done.</param>
    internal static SearchQuery? Fit(SearchQuery query, Func<QueryFilter, QueryOperator, bool> accepts, List<QueryNote> notes)
    {
        var reasons = Reasons(query).Distinct().ToList();
        if (reasons.Count == 0) return query;
        // The query's own operator is tried first, so that it stays on top when both forms are equally short.
        var own = ((QueryGroup)query).Operator;
        foreach (var merge in new[] { false, true })
        {
            var best = new[] { own, QueryGroup.Other(own) }
                .Select(top => Lay(query, top, merge ? accepts : null))
                .OfType<SearchQuery>()
                .OrderBy(candidate => candidate.Filters.Count())
                .FirstOrDefault();
            if (best is null) continue;
            notes.Add(new QueryNote(QueryNoteKind.Rewritten, $"The query is sent as '{best}': {string.Join(", and ", reasons)}."));
            return best;
        }

        notes.Add(new QueryNote(
            QueryNoteKind.Error, Errors.QueryTooLarge(query.ToString()!, MostLevels, MostConditions, string.Join(", and ", reasons))));
        return null;
    }

    private static IEnumerable<string> Reasons(SearchQuery query, int level = 1)
    {
        if (query is not QueryGroup group) yield break;
        if (level > MostLevels) yield return $"Intercom accepts at most {MostLevels} levels of groups";
        if (group.Conditions.Count > MostConditions) yield return $"Intercom accepts at most {MostConditions} conditions in a group";
        if (group.Conditions.Any(condition => condition is QueryGroup) && group.Conditions.Any(condition => condition is QueryFilter))
            yield return "a group contains either filters or groups, so single filters are put into a group of their own";
        foreach (var reason in group.Conditions.SelectMany(condition => Reasons(condition, level + 1))) yield return reason;
    }

    /// <summary>The query as one group of the given kind over groups of the other kind. Null when that is too large.</summary>
    private static SearchQuery? Lay(SearchQuery query, GroupOperator top, Func<QueryFilter, QueryOperator, bool>? accepts)
    {
        var filters = query.Filters.Distinct().ToList();
        var numbers = filters.Select((filter, number) => (filter, number)).ToDictionary(pair => pair.filter, pair => pair.number);
        if (Clauses(query, top, numbers) is not { } sets) return null;
        var clauses = sets.ConvertAll(set => set.Numbers.Select(number => filters[number]).ToList());
        var inner = QueryGroup.Other(top);
        if (accepts is not null) clauses = [.. clauses.Select(clause => Merge(clause, inner, accepts))];

        var singles = clauses.Where(clause => clause.Count == 1).Select(clause => clause[0]).ToList();
        if (accepts is not null) singles = Merge(singles, top, accepts);
        var groups = clauses.Where(clause => clause.Count > 1).ToList();
        if (groups.Exists(clause => clause.Count > MostConditions)) return null;

        if (groups.Count == 0 && singles.Count <= MostConditions) return Group(top, singles);
        if (groups.Count == 1 && singles.Count == 0) return Group(inner, groups[0]);
        var parts = Chunks(singles).Select(chunk => new QueryGroup(top, chunk))
            .Concat(groups.Select(clause => new QueryGroup(inner, clause)))
            .ToList();
        return parts.Count > MostConditions ? null : new QueryGroup(top, parts);
    }

    private static SearchQuery Group(GroupOperator @operator, List<QueryFilter> filters) =>
        filters.Count == 1 ? filters[0] : new QueryGroup(@operator, filters);

    private static IEnumerable<List<QueryFilter>> Chunks(List<QueryFilter> filters)
    {
        for (var start = 0; start < filters.Count; start += MostConditions)
            yield return filters.GetRange(start, Math.Min(MostConditions, filters.Count - start));
    }

    /// <summary>
    /// The normal form: clauses combined with the top operator, the filters of each with the other one. Null when there are too many.
    /// </summary>
    private static List<FilterSet>? Clauses(SearchQuery query, GroupOperator top, Dictionary<QueryFilter, int> numbers)
    {
        if (query is QueryFilter filter) return [FilterSet.Of([numbers[filter]], numbers.Count)];
        var group = (QueryGroup)query;
        if (group.Operator != top && group.Conditions.All(condition => condition is QueryFilter))
        {
            return [FilterSet.Of(group.Filters.Select(each => numbers[each]), numbers.Count)];
        }

        List<FilterSet>? sum = null;
        foreach (var condition in group.Conditions)
        {
            if (Clauses(condition, top, numbers) is not { } clauses) return null;
            if (sum is null) sum = clauses;
            else if (group.Operator == top) sum.AddRange(clauses);
            else sum = Multiply(sum, clauses);
            if (sum is null || sum.Count > MostClauses) return null;
        }

        return Absorb(sum!);
    }

    private static List<FilterSet>? Multiply(List<FilterSet> left, List<FilterSet> right) =>
        left.Count * right.Count > MostClauses ? null : Absorb([.. left.SelectMany(_ => right, (a, b) => a.Union(b))]);

    /// <summary>Removes each clause that another one makes superfluous: x AND (x OR y) is x, and so is x OR (x AND y).</summary>
    private static List<FilterSet> Absorb(List<FilterSet> clauses)
    {
        var kept = new List<(FilterSet Clause, int Place)>();
        foreach (var (clause, place) in clauses.Select((clause, place) => (clause, place)).OrderBy(pair => pair.clause.Count))
        {
            if (!kept.Exists(other => other.Clause.IsWithin(clause))) kept.Add((clause, place));
        }

        return [.. kept.OrderBy(each => each.Place).Select(each => each.Clause)];
    }

    /// <summary>Joins equalities of one field: a = 1 OR a = 2 becomes a IN 1, 2, and a != 1 AND a != 2 becomes a NIN 1, 2.</summary>
    private static List<QueryFilter> Merge(
        List<QueryFilter> filters, GroupOperator @operator, Func<QueryFilter, QueryOperator, bool> accepts)
    {
        var isOr = @operator == GroupOperator.Or;
        var (single, list) = isOr ? (QueryOperator.Equal, QueryOperator.In) : (QueryOperator.NotEqual, QueryOperator.NotIn);
        var merged = new List<List<QueryFilter>>();
        var ofField = new Dictionary<string, List<QueryFilter>>(StringComparer.Ordinal);
        foreach (var filter in filters)
        {
            if (Joins(filter) && ofField.TryGetValue(filter.Field, out var same))
            {
                same.Add(filter);
                continue;
            }

            merged.Add([filter]);
            if (Joins(filter)) ofField[filter.Field] = merged[merged.Count - 1];
        }

        return merged.ConvertAll(same =>
            same.Count == 1 ? same[0] : same[0].With(list, same.SelectMany(filter => filter.Values).Distinct().ToArray()));

        bool Joins(QueryFilter filter) => (filter.Operator == single || filter.Operator == list)
            && filter.Values.All(value => value is not (null or bool)) && accepts(filter, list);
    }
}
