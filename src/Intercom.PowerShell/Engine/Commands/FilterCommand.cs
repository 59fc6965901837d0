using Intercom.Http;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>
/// The base class of cmdlets that get objects and also find them by parameters, such as -Assignee and -State. The parameters with
/// <see cref="FilterAttribute"/> become one query. They are combined with AND, and the values of each with OR.
/// </summary>
public abstract class FilterCommand : IntercomReadCommand
{
    /// <summary>The set of the operation that searches.</summary>
    internal const string SearchSet = "Search";

    private SearchQuery? _query;

    /// <summary>Finds only objects that were created after this time.</summary>
    [Parameter, Filter("created_at", Operator = QueryOperator.Greater), Selects(SearchSet), DateInput(IsBack = true)]
    [ArgumentCompleter(typeof(PastDateCompleter))]
    public DateTime CreatedAfter { get; set; }

    /// <summary>Finds only objects that were created before this time.</summary>
    [Parameter, Filter("created_at", Operator = QueryOperator.Less), Selects(SearchSet), DateInput(IsBack = true)]
    [ArgumentCompleter(typeof(PastDateCompleter))]
    public DateTime CreatedBefore { get; set; }

    /// <summary>The field by which the results are sorted, oldest first; null for Intercom's order.</summary>
    private protected virtual string? SortField => null;

    /// <summary>The condition of -Unassigned: no admin and no team.</summary>
    private protected static SearchQuery AssignedToNobody => SearchQuery.All(
        new QueryFilter("admin_assignee_id", QueryOperator.Equal, null), new QueryFilter("team_assignee_id", QueryOperator.Equal, null));

    /// <summary>Conditions that no single parameter describes.</summary>
    private protected virtual IEnumerable<SearchQuery> MoreConditions() => [];

    /// <inheritdoc/>
    private protected override void ReadInput(OperationAttribute operation, IReadOnlyDictionary<string, object?> bound)
    {
        _query = null;
        if (OperationSet == SearchSet)
        {
            RejectContradictions(bound);
            var conditions = Wiring.Filters.Where(filter => bound.ContainsKey(filter.Property.Name))
                .Select(filter => Condition(filter.Property.Name, filter.Wire, filter.Property.GetValue(this)))
                .Concat(MoreConditions()).ToArray();
            _query = conditions.Length == 1 ? conditions[0] : SearchQuery.All(conditions);
        }
        base.ReadInput(operation, bound);
    }

    /// <inheritdoc/>
    protected override ApiRequest Complete(ApiRequest request)
    {
        if (_query is null) return request;
        // Intercom matches dates of contacts by day. An exact limit keeps what the parameter says.
        var plan = Compile(request, _query, exact: true, usePrintedNames: false);
        if (plan.FindsNothing) return request;
        var body = new JsonObject { ["query"] = JsonNode.Parse(plan.ToJson()) };
        if (SortField is { } field) body["sort"] = new JsonObject { ["field"] = field, ["order"] = "ascending" };
        return request.WithBody(body).WithSince(plan.Since);
    }

    /// <summary>Rejects filters that no object can match together, such as -Team and -Unassigned.</summary>
    private void RejectContradictions(IReadOnlyDictionary<string, object?> bound)
    {
        var given = Wiring.Filters.Where(filter => bound.ContainsKey(filter.Property.Name)).ToList();
        if (bound.TryGetValue("Unassigned", out var unassigned) && unassigned is SwitchParameter { IsPresent: true })
        {
            var assigned = given.FirstOrDefault(filter => filter.Wire.Field is "admin_assignee_id" or "team_assignee_id");
            if (assigned.Property is not null) throw CommandErrors.AssignedFilter(assigned.Property.Name);
        }
        foreach (var later in given.Where(filter => filter.Wire.Operator == QueryOperator.Greater))
        {
            var earlier = given.FirstOrDefault(
                filter => filter.Wire.Operator == QueryOperator.Less && filter.Wire.Field == later.Wire.Field);
            if (earlier.Property?.GetValue(this) is DateTime before && later.Property.GetValue(this) is DateTime after && after >= before)
            {
                throw CommandErrors.EmptyRange(later.Property.Name, WorkText.Moment(after),
                    earlier.Property.Name, WorkText.Moment(before));
            }
        }
    }

    private SearchQuery Condition(string parameter, FilterAttribute wire, object? value)
    {
        if (value is SwitchParameter flag) return new QueryFilter(wire.Field, QueryOperator.Equal, flag.IsPresent);
        if (value is null) throw CommandErrors.EmptyValue(parameter);
        if (value is DateTime date) LogVerbose($"-{parameter} is {WorkText.Moment(date)}.");
        if (value is not string[] texts) return new QueryFilter(wire.Field, wire.Operator, value);
        if (texts.Length == 0 || Array.Exists(texts, string.IsNullOrWhiteSpace)) throw CommandErrors.EmptyValue(parameter);
        if (wire.HasWildcards)
        {
            var patterns = texts.Select(text => QueryPattern.Read(text, wire.Field))
                .Select(pattern => new QueryFilter(wire.Field, pattern.Operator, pattern.Text)).ToArray();
            return patterns.Length == 1 ? patterns[0] : SearchQuery.Any(patterns);
        }
        if (wire.IsContact)
        {
            texts = texts.SelectMany(text => Wait(ContactLookup.IdsAsync(Session.Client, text, Sink, Cancellation))).Distinct().ToArray();
        }
        return texts.Length == 1 ? new QueryFilter(wire.Field, QueryOperator.Equal, texts[0])
            : new QueryFilter(wire.Field, QueryOperator.In, texts);
    }
}
