using Intercom.Http;
using Intercom.Paging;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <content>Queries: looks up names, compiles the query, and reads what it finds.</content>
public abstract partial class IntercomReadCommand
{
    private Func<object, bool>? _keeps;
    private QueryPlan? _plan;

    /// <summary>The resource that the cmdlet searches, for cmdlets that do.</summary>
    private protected virtual SearchResource Resource =>
        throw new InvalidOperationException($"{GetType().Name} does not search.");

    /// <summary>Compiles a query for the searched resource, and writes its notes.</summary>
    /// <param name="request">The request, whose version decides about types and operators.</param>
    /// <param name="query">The query, which may contain names.</param>
    /// <param name="exact">True to match the dates of contacts to the second.</param>
    /// <param name="usePrintedNames">True to send misspelled names as Intercom's documentation prints them.</param>
    /// <exception cref="QueryException">The query cannot be sent.</exception>
    private protected QueryPlan Compile(ApiRequest request, SearchQuery query, bool exact, bool usePrintedNames)
    {
        var plan = QueryCompiler.Compile(new QueryNames(Resource, IdOf, TicketStates, ContactsOf).Resolve(query), Resource, new QueryOptions
        {
            ApiVersion = Session.Client.VersionOf(request), Exact = exact,
            UsePrintedNames = usePrintedNames, WorkspaceTimeZone = ZoneOf(Session.Admin?.App?.Timezone),
            AttributeTypes = AttributeTypes(query),
        });
        foreach (var note in plan.Notes)
        {
            if (note.Kind == QueryNoteKind.Warning) Warn(note.Message);
            else if (note.Kind != QueryNoteKind.Error) LogVerbose(note.Message);
        }
        plan.ThrowIfInvalid();
        _keeps = plan.Filter is { } filter ? item => filter(QueryTarget.Of(Resource, item)) : null;
        return _plan = plan;
    }

    /// <summary>The items that match the compiled query.</summary>
    /// <param name="request">The request.</param>
    /// <param name="model">The type of an item.</param>
    /// <param name="options">Which of the items are wanted.</param>
    /// <param name="atOnce">The number of concurrent requests; 0 for one after the other.</param>
    /// <param name="descending">True for concurrent requests that return the newest items first.</param>
    private protected IAsyncEnumerable<object> Found(ApiRequest request, Type model, ListOptions options, int atOnce, bool descending) =>
        _plan is { FindsNothing: true } ? Nothing(options)
        : Explained(atOnce == 0 ? Pager.Stream(Session.Client, request, model, options, Sink, Cancellation)
            : InSlices(Session, request, model, Resource, _plan, atOnce, descending, options, Sink, Cancellation));

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

    private protected string IdOf(Type model, string name) => Wait(Session.Directory.IdAsync(model, name, Sink, Cancellation));

    private IEnumerable<TicketState> TicketStates() => Wait(Session.Directory.ListAsync<TicketState>(Sink, Cancellation));

    private protected IReadOnlyList<string> ContactsOf(string company)
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
