using System.Text.Json;
using Intercom.Http;

namespace Intercom.Query;

/// <summary>What is sent for a query on a resource, what was rewritten and why, and the errors.</summary>
public sealed class QueryPlan
{
    private readonly SearchQuery? _sent;
    private readonly Func<QueryFilter, QueryOperator, bool> _accepts;

    internal QueryPlan(
        SearchResource resource, SearchQuery query, SearchQuery typed, SearchQuery? sent,
        IReadOnlyList<QueryNote> notes, Func<Func<string, object?>, bool>? filter,
        Func<QueryFilter, QueryOperator, bool> accepts)
    {
        _accepts = accepts;
        Resource = resource;
        Query = query;
        Typed = typed;
        _sent = sent;
        Notes = notes;
        Filter = filter;
        Errors = [.. notes.Where(note => note.Kind == QueryNoteKind.Error)];
    }

    /// <summary>The resource that is searched.</summary>
    public SearchResource Resource { get; }

    /// <summary>The query as it was given.</summary>
    public SearchQuery Query { get; }

    /// <summary>The query with the names of the API and typed values, before it was rewritten for the server.</summary>
    public SearchQuery Typed { get; }

    /// <summary>
    /// True when the query is valid and no item can match it, such as one that asks for what is in an empty list: nothing needs to be
    /// sent.
    /// </summary>
    public bool FindsNothing => IsValid && _sent is null;

    /// <summary>The query as it is sent.</summary>
    /// <exception cref="QueryException">The query has errors.</exception>
    /// <exception cref="InvalidOperationException">
    /// The query finds nothing, so there is nothing to send: see <see cref="FindsNothing"/>.
    /// </exception>
    public SearchQuery Sent
    {
        get
        {
            ThrowIfInvalid();
            return _sent ?? throw new InvalidOperationException($"The query '{Query}' finds nothing, so nothing is sent.");
        }
    }

    /// <summary>
    /// All notes in the order of the query: errors, warnings, rewritten conditions and information.
    /// </summary>
    public IReadOnlyList<QueryNote> Notes { get; }

    /// <summary>Why the query cannot be sent. Empty when it can.</summary>
    public IReadOnlyList<QueryNote> Errors { get; }

    /// <summary>True when the query can be sent.</summary>
    public bool IsValid => Errors.Count == 0;

    /// <summary>
    /// Tells of an item of the answer whether it belongs to the result; null when everything that Intercom answers does.
    /// It is given a way to look a value up by the field's wire name: <see cref="QueryTarget.Of"/> makes one for an item.
    /// </summary>
    public Func<Func<string, object?>, bool>? Filter { get; }

    /// <summary>
    /// True when a field of the query has a name that Intercom's table misspells, so that <see cref="QueryOptions.UsePrintedNames"/>
    /// would send something else.
    /// </summary>
    public bool HasPrintedNames => Typed.Filters.Any(filter => FieldCatalog.Find(Resource, filter.Field)?.PrintedName is not null);

    /// <summary>The first version of the API that has all fields of the query. Null for 2.14 and earlier versions.</summary>
    public string? Since => SinceOf(Resource, Query);

    /// <summary>The first version of the API that has all fields of a query.</summary>
    internal static string? SinceOf(SearchResource resource, SearchQuery query) => query.Filters
        .Select(filter => FieldCatalog.Find(resource, filter.Field)?.Since).OfType<string>()
        .Aggregate((string?)null, (since, other) => since is null ? other : ApiVersions.Higher(since, other));

    /// <summary>Throws when the query cannot be sent.</summary>
    /// <exception cref="QueryException">The query has errors. The message lists all of them.</exception>
    public void ThrowIfInvalid()
    {
        if (!IsValid) throw new QueryException(Errors);
    }

    /// <summary>
    /// The query as it is sent, narrowed by further filters that stand as the server takes them; null where both do not fit into
    /// Intercom's levels and groups.
    /// </summary>
    /// <exception cref="QueryException">The query has errors.</exception>
    internal SearchQuery? Narrowed(IReadOnlyCollection<QueryFilter> filters) =>
        filters.Count == 0 ? Sent : QueryLayout.Fit(SearchQuery.All([Sent, .. filters]), _accepts, []);

    /// <summary>The wire JSON that is sent as <c>query</c>.</summary>
    /// <exception cref="QueryException">The query has errors.</exception>
    public string ToJson(bool indented = false) => Sent.ToJson(indented);

    /// <summary>Writes the wire JSON that is sent as <c>query</c>.</summary>
    /// <exception cref="QueryException">The query has errors.</exception>
    public void WriteTo(Utf8JsonWriter writer) => Sent.WriteTo(writer);

    /// <summary>The line that is sent, or the errors.</summary>
    public override string ToString() =>
        FindsNothing ? "(nothing)" : IsValid ? Sent.ToString()! : string.Join(Environment.NewLine, Errors.Select(error => error.Message));
}
