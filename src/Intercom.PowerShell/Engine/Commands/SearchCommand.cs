using Intercom.Http;
using Intercom.Paging;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>What the searches share: the query in any form, checked and completed before it is sent; the order; exact dates.</summary>
public abstract class SearchCommand : IntercomReadCommand
{
    private Func<object, bool>? _keeps;
    private QueryPlan? _plan;
    private bool _descending;

    /// <summary>
    /// The condition: New-IntercomQuery's output, a script block such as { $_.Role -eq 'user' } (read, never run), a hashtable such as @{
    /// role = 'user' }, or Intercom's own JSON.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), ValidateNotNull]
    public object? Query { get; set; }

    /// <summary>The field to sort by.</summary>
    [Parameter, ArgumentCompleter(typeof(QueryFieldCompleter)), ValidateNotNullOrEmpty]
    public string? SortBy { get; set; }

    /// <summary>Sorts from the largest or latest down.</summary>
    [Parameter]
    public SwitchParameter Descending { get; set; }

    /// <summary>
    /// Matches dates of contacts to the second, which Intercom matches by whole days: a wider range is asked for, and the rest is left out
    /// on this side.
    /// </summary>
    [Parameter]
    public SwitchParameter Exact { get; set; }

    /// <summary>
    /// Sends the few field names that Intercom's own tables misspell as they are printed there; worth a try after the error
    /// Intercom.invalid_field.
    /// </summary>
    [Parameter]
    public SwitchParameter UsePrintedNames { get; set; }

    /// <summary>
    /// Reads with so many calls at once: the time of creation is cut into slices, which are read side by side within the call budget. What
    /// is found comes in the order of its creation, the oldest first, or with -Descending the latest; each item once, also when some are
    /// created or changed meanwhile.
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
            else if (note.Kind != QueryNoteKind.Error) Tell(note.Message);
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
            Warn($"-SortBy '{sortField}' is not among the fields that Intercom documents for this search; it is sent as it is. "
                + (nearest is null
                    ? "Tab completes the names; Sort-Object sorts by anything afterwards." : $"Did you mean {nearest.Name}?"));
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

    /// <summary>What is found without asking: a query that no item can match.</summary>
    private static async IAsyncEnumerable<object> Nothing(ListOptions options)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        options.Total?.Invoke(0);
        yield break;
    }

    /// <summary>The list; where Intercom refuses a field of it, the error says which field was probably meant.</summary>
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

    /// <summary>What was probably meant by the fields that no table has.</summary>
    private string? Meant()
    {
        var meant = _plan?.Query.Filters.Where(filter => FieldCatalog.Find(Resource, filter.Field) is null
            && FieldCatalog.AttributeName(Resource, filter.Field) is null)
            .Select(filter => (filter.Field, FieldCatalog.Nearest(Resource, filter.Field)?.PascalName))
                .Where(pair => pair.PascalName is not null)
            .Select(pair => $"Did you mean '{pair.PascalName}' in place of '{pair.Field}'?").Distinct().ToList();
        return meant is { Count: > 0 } ? string.Join(" ", meant) : null;
    }

    private string IdOf(Type model, string name) => Wait(Session.Directory.IdAsync(model, name, Sink, Cancellation));

    private IEnumerable<TicketState> TicketStates() => Wait(Session.Directory.ListAsync<TicketState>(Sink, Cancellation));

    private IReadOnlyList<string> ContactsOf(string company)
    {
        var contacts = Wait(CompanyContacts.ReadAsync(Session.Client, company, Sink, Cancellation));
        Tell($"The company '{company}' has {contacts.Count} contacts, whose ids are sent in its place.");
        return contacts;
    }

    /// <summary>Reads all that a query finds, or all there is, in slices of time.</summary>
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
    /// The types of the workspace's own attributes, when the query names one; null when it names none, or the workspace does not tell them.
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
            Tell($"The types of the custom attributes are not known, so each follows its value: {failure.Message}");
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
            // Intercom names zones in its own words ("America/Los_Angeles", but also "Pacific Time (US & Canada)").
            return null;
        }
    }
}
