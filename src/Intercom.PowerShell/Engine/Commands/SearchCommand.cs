using Intercom.Http;
using Intercom.Paging;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>
/// The base class of the searches. It reads the query in any form, validates and completes it, and handles sort order and exact dates.
/// </summary>
public abstract class SearchCommand : IntercomReadCommand
{
    private bool _descending;

    /// <summary>
    /// The query: the output of New-IntercomQuery, a script block such as { $_.Role -eq 'user' }, a hashtable such as @{ role = 'user' },
    /// or Intercom's JSON. A script block is translated and not run.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), ValidateNotNull]
    public object? Query { get; set; }

    /// <summary>The field to sort by.</summary>
    [Parameter, ArgumentCompleter(typeof(QueryFieldCompleter)), ValidateNotNullOrEmpty]
    public string? SortBy { get; set; }

    /// <summary>Sorts in descending order.</summary>
    [Parameter]
    public SwitchParameter Descending { get; set; }

    /// <summary>
    /// Matches the dates of contacts to the second. Intercom matches whole days, so the cmdlet searches a wider range and filters the
    /// results.
    /// </summary>
    [Parameter]
    public SwitchParameter Exact { get; set; }

    /// <summary>
    /// Sends field names that Intercom's documentation misspells exactly as they are printed there. Try it after the error
    /// Intercom.invalid_field.
    /// </summary>
    [Parameter]
    public SwitchParameter UsePrintedNames { get; set; }

    /// <summary>
    /// Number of concurrent requests, 2 to 32. The search is divided into ranges of creation time, which are read concurrently within the
    /// call budget. Items are returned in order of creation, oldest first, or newest first with -Descending. Each item is returned once,
    /// even if items are created or changed during the search.
    /// </summary>
    [Parameter, ValidateRange(2, 32), WholeNumber]
    public int Parallel { get; set; }

    /// <inheritdoc/>
    protected override object? Target => Query;

    /// <inheritdoc/>
    protected override ApiRequest Complete(ApiRequest request)
    {
        var (query, pasted) = QueryInput.Read(Query, SessionState, Resource, WriteWarning);
        var plan = Compile(request, query, Exact, UsePrintedNames);
        if (plan.FindsNothing) return request;
        request = request.WithSince(plan.Since);
        var body = new JsonObject { ["query"] = JsonNode.Parse(plan.ToJson()) };
        if (pasted?.StartingAfter is { } cursor)
        {
            if (Parallel > 0) throw CommandErrors.ParallelAndCursor();
            body["pagination"] = new JsonObject { ["starting_after"] = cursor };
        }
        var sortField = SortBy is null ? pasted?.SortField : FieldCatalog.Find(Resource, SortBy)?.Name ?? SortBy;
        if (sortField is not null && FieldCatalog.AttributeName(Resource, sortField) is null
            && FieldCatalog.Find(Resource, sortField) is null)
        {
            var nearest = FieldCatalog.Nearest(Resource, sortField);
            Warn($"-SortBy '{sortField}' is not a documented field of this search, and is sent unchanged. "
                + (nearest is null
                    ? "Tab completes the documented fields. Sort-Object sorts by any property afterwards."
                    : $"Did you mean {nearest.Name}?"));
        }
        _descending = Descending || (SortBy is null && pasted is { Descending: true });
        if (Parallel > 0)
        {
            if (sortField is not null and not "created_at") throw CommandErrors.ParallelAndSort(sortField);
        }
        else if (sortField is not null) body["sort"] = new JsonObject { ["field"] = sortField, ["order"] = _descending
            ? "descending" : "ascending" };
        else if (Descending) throw CommandErrors.DescendingWithoutSort();
        return pasted?.PerPage is { } size ? request.WithBody(body).WithPageSize(size) : request.WithBody(body);
    }

    /// <inheritdoc/>
    protected override IAsyncEnumerable<object> ListItems(ApiRequest request, Type model, ListOptions options) =>
        Found(request, model, options, Parallel, _descending);
}
