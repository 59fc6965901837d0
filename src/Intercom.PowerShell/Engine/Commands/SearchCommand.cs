using Intercom.Http;
using Intercom.Paging;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>
/// The base class of the searches. It reads the query in any form, validates and completes it, and handles sort order and exact dates.
/// </summary>
public abstract class SearchCommand : IntercomReadCommand
{
    private Func<object, bool>? _keeps;
    private QueryPlan? _plan;
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

    private protected abstract SearchResource Resource { get; }

    /// <inheritdoc/>
    protected override object? Target => Query;

    /// <inheritdoc/>
    protected override Func<object, bool>? Keeps => _keeps;

    /// <inheritdoc/>
    protected override ApiRequest Complete(ApiRequest request)
    {
        var (query, pasted) = QueryInput.Read(Query, SessionState, Resource, WriteWarning);
        var plan = QueryCompiler.Compile(new QueryNames(Resource, IdOf, TicketStates, ContactsOf).Resolve(query), Resource, Options(query));
        foreach (var note in plan.Notes)
        {
            if (note.Kind == QueryNoteKind.Warning) Warn(note.Message);
            else if (note.Kind != QueryNoteKind.Error) LogVerbose(note.Message);
        }
        plan.ThrowIfInvalid();
        _keeps = plan.Filter is { } filter ? item => filter(QueryTarget.Of(Resource, item)) : null;

        _plan = plan;
        if (plan.FindsNothing) return request;
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
        _plan is { FindsNothing: true } ? Nothing(options)
        : Explained(Parallel == 0 ? base.ListItems(request, model, options)
            : InSlices(Session, request, model, Resource, _plan, Parallel, _descending, options, Sink, Cancellation));

    /// <summary>The result of a query that no item can match. It sends no request.</summary>
    private static async IAsyncEnumerable<object> Nothing(ListOptions options)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        options.Total?.Invoke(0);
        yield break;
    }

    /// <summary>Returns the found items. When Intercom rejects a field, the error suggests the field that was probably meant.</summary>
    private async IAsyncEnumerable<object> Explained(IAsyncEnumerable<object> found)
    {
        var items = found.GetAsyncEnumerator(Cancellation);
        try
        {
            while (true)
            {
                try
                {
                    if (!await items.MoveNextAsync().ConfigureAwait(false)) yield break;
                }
                catch (IntercomApiException refused) when (refused.StatusCode == 400 && Meant() is { } hint)
                {
                    refused.Hint = hint;
                    throw;
                }
                yield return items.Current;
            }
        }
        finally
        {
            await items.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Suggestions for the fields that are not documented.</summary>
    private string? Meant()
    {
        var meant = _plan?.Query.Filters.Where(filter => FieldCatalog.Find(Resource, filter.Field) is null
            && FieldCatalog.AttributeName(Resource, filter.Field) is null)
            .Select(filter => (filter.Field, FieldCatalog.Nearest(Resource, filter.Field)?.PascalName))
                .Where(pair => pair.PascalName is not null)
            .Select(pair => $"Did you mean '{pair.PascalName}' instead of '{pair.Field}'?").Distinct().ToList();
        return meant is { Count: > 0 } ? string.Join(" ", meant) : null;
    }

    private string IdOf(Type model, string name) => Wait(Session.Directory.IdAsync(model, name, Sink, Cancellation));

    private IEnumerable<TicketState> TicketStates() => Wait(Session.Directory.ListAsync<TicketState>(Sink, Cancellation));

    private IReadOnlyList<string> ContactsOf(string company)
    {
        var contacts = Wait(CompanyContacts.ReadAsync(Session.Client, company, Sink, Cancellation));
        LogVerbose($"The company '{company}' has {contacts.Count} contacts. The query sends their ids.");
        return contacts;
    }

    /// <summary>Reads all results of a query, or all items, in ranges of time.</summary>
    internal static IAsyncEnumerable<object> InSlices(
        IntercomConnection session, ApiRequest request, Type model, SearchResource resource, QueryPlan? plan, int atOnce, bool descending,
        ListOptions options, IDiagnosticSink sink, CancellationToken cancellation) =>
        PartitionedSearch.Stream(session.Client, request, model,
            new PartitionOptions { Resource = resource, Plan = plan, AtOnce = atOnce, Descending = descending,
            TimeZone = ZoneOf(session.Admin?.App?.Timezone) }, options, sink, cancellation);

    private QueryOptions Options(SearchQuery query) =>
        new() { Exact = Exact, UsePrintedNames = UsePrintedNames, WorkspaceTimeZone = ZoneOf(Session.Admin?.App?.Timezone),
        AttributeTypes = AttributeTypes(query) };

    /// <summary>
    /// The types of the workspace's custom attributes that the query names; null when it names none, or when the types are unavailable.
    /// </summary>
    private IReadOnlyDictionary<string, FieldType>? AttributeTypes(SearchQuery query)
    {
        // Ticket attributes belong to ticket types and have no list of their own.
        if (Resource == SearchResource.Ticket || !query.Filters.Any(filter =>
            FieldCatalog.AttributeName(Resource, filter.Field) is not null)) return null;
        try
        {
            var named = query.Filters.Select(filter => FieldCatalog.AttributeName(Resource, filter.Field)).OfType<string>().ToList();
            var attributes = Wait(Session.Directory.ListWithAsync<DataAttribute>(
                list => named.TrueForAll(name => Named(list, name)), Sink, Cancellation));
            return Of(attributes)
                .GroupBy(attribute => attribute.Name!, StringComparer.Ordinal)
                    .ToDictionary(same => same.Key, same => TypeOf(same.First().DataType));
        }
        catch (IntercomApiException failure) when (failure.StatusCode != 401)
        {
            LogVerbose($"The types of the custom attributes are unknown and are derived from the values: {failure.Message}");
            return null;
        }

        IEnumerable<DataAttribute> Of(IEnumerable<DataAttribute> list) =>
            list.Where(attribute => attribute.Model == (Resource == SearchResource.Contact ? "contact" : "conversation")
            && attribute.Custom == true && attribute.Name is not null);
        bool Named(IEnumerable<DataAttribute> list, string name) => Of(list)
            .Any(attribute => string.Equals(attribute.Name, name, StringComparison.OrdinalIgnoreCase));
    }

    private static FieldType TypeOf(string? dataType) => dataType switch
    {
        "integer" => FieldType.Integer, "float" => FieldType.Float, "boolean" => FieldType.Boolean, "date" or "datetime" => FieldType.Date,
        "string" => FieldType.String, _ => FieldType.Attribute,
    };

    private static TimeZoneInfo? ZoneOf(string? name)
    {
        try
        {
            return string.IsNullOrEmpty(name) ? null : TimeZoneInfo.FindSystemTimeZoneById(name!);
        }
        catch (Exception failure) when (failure is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            // Intercom uses its own time zone names ("America/Los_Angeles", but also "Pacific Time (US & Canada)").
            return null;
        }
    }
}
