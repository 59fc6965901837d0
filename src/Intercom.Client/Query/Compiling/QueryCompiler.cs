using Intercom.Http;

namespace Intercom.Query;

/// <summary>
/// Checks a query against the fields of a resource and turns it into one that Intercom accepts and evaluates as intended.
/// </summary>
public sealed class QueryCompiler
{
    private readonly FieldResolver _fields;
    private readonly SearchResource _resource;
    private readonly QueryOptions _options;
    private readonly List<QueryNote> _notes = [];

    private QueryCompiler(SearchResource resource, QueryOptions options)
    {
        _resource = resource;
        _options = options;
        _fields = new FieldResolver(resource, options, _notes);
    }

    /// <summary>Makes the plan of a query. A query that cannot be sent does not throw: the plan contains its errors.</summary>
    /// <param name="query">The query.</param>
    /// <param name="resource">The resource to be searched.</param>
    /// <param name="options">Further knowledge, such as the types of attributes. Null for none.</param>
    public static QueryPlan Compile(SearchQuery query, SearchResource resource, QueryOptions? options = null)
    {
        if (query is null) throw new ArgumentNullException(nameof(query));
        options ??= new QueryOptions();
        var version = ApiVersions.Higher(options.ApiVersion, QueryPlan.SinceOf(resource, query));
        return new QueryCompiler(resource, version == options.ApiVersion ? options : options.For(version)).Compile(query);
    }

    private QueryPlan Compile(SearchQuery query)
    {
        var (typed, sent, holds) = Visit(query);
        Func<Func<string, object?>, bool>? filter = null;
        if (_options.Exact && !Failed()) filter = Exactly(typed, query);
        if (sent is null && !Failed()) _notes.Add(holds
            ? new QueryNote(QueryNoteKind.Error, Errors.MatchesEverything(query.ToString()!))
            : new QueryNote(
                QueryNoteKind.Warning, $"The query '{query}' finds nothing, because nothing is in an empty list. No request is sent."));
        var fitted = Failed() || sent is null ? null : QueryLayout.Fit(sent, Accepts, _notes);
        return new QueryPlan(_resource, query, typed, fitted, _notes, filter, Accepts);
    }

    /// <summary>
    /// The query with typed filters, and the query with filters that the server accepts. Without the latter, the condition is the same
    /// for every item, as Holds says: nothing is in an empty list, and everything is outside it.
    /// </summary>
    private (SearchQuery Typed, SearchQuery? Sent, bool Holds) Visit(SearchQuery query)
    {
        if (query is QueryGroup group) return VisitGroup(group);
        var given = (QueryFilter)query;
        try
        {
            var (field, typed) = _fields.Resolve(given);
            if (typed.Values.Count == 0) return (typed, null, typed.Operator == QueryOperator.NotIn);
            var meant = ImpliedValue.Spell(field, typed);
            if (!meant.Equals(typed))
            {
                _notes.Add(new QueryNote(QueryNoteKind.Rewritten, $"'{given}' is sent as '{meant}'.", null, given));
            }
            var rewriter = new OperatorRewriter(field, given, _options, _notes);
            return (meant, Rewrite(meant, rewriter), false);
        }
        catch (QueryException failure)
        {
            _notes.Add(new QueryNote(QueryNoteKind.Error, failure.Fault, given));
            return (given, given, false);
        }
    }

    private (SearchQuery Typed, SearchQuery? Sent, bool Holds) VisitGroup(QueryGroup group)
    {
        var parts = group.Conditions.Select(Visit).ToList();
        var typed = new QueryGroup(group.Operator, parts.Select(part => part.Typed));
        var isOr = group.Operator == GroupOperator.Or;
        // One alternative that is always true decides an OR, and one condition that is never true decides an AND. Other constants are
        // left out.
        if (parts.Exists(part => part.Sent is null && part.Holds == isOr)) return (typed, null, isOr);
        var open = parts.Select(part => part.Sent).OfType<SearchQuery>().ToList();
        if (open.Count == 0) return (typed, null, !isOr);
        if (open.Count < parts.Count)
        {
            var effect = isOr ? "finds nothing" : "excludes nothing";
            _notes.Add(new QueryNote(QueryNoteKind.Warning, $"In '{group}', a list is empty, so its condition {effect} and is left out."));
        }
        return (typed, open.Count == 1 && parts.Count > 1 ? open[0] : new QueryGroup(group.Operator, open), false);
    }

    private static SearchQuery Rewrite(SearchQuery typed, OperatorRewriter rewriter) => typed is QueryGroup group
        ? new QueryGroup(group.Operator, group.Conditions.Select(condition => Rewrite(condition, rewriter)))
        : rewriter.Rewrite((QueryFilter)typed);

    private Func<Func<string, object?>, bool>? Exactly(SearchQuery typed, SearchQuery query)
    {
        var open = ExactDates.Undecided(typed, _fields.TypeOf);
        if (open is null) return null;
        foreach (var filter in open.Filters.Where(filter => _fields.TypeOf(filter).ItemPath is null))
        {
            var given = query.Filters.ElementAtOrDefault(typed.Filters.TakeWhile(other => !ReferenceEquals(other, filter)).Count());
            var fault = Errors.ExactDateAlternative(filter.ToString(), filter.Field, filter.Operator.ToWire());
            _notes.Add(new QueryNote(QueryNoteKind.Error, fault, given));
        }

        var evaluator = new QueryEvaluator(_resource, _options.AttributeTypes);
        return evaluator.Undisputed(open);
    }

    private bool Failed() => _notes.Exists(note => note.Kind == QueryNoteKind.Error);

    private bool Accepts(QueryFilter filter, QueryOperator @operator) => _fields.TypeOf(filter).Accepts(@operator);
}
