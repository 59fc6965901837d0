using System.Runtime.CompilerServices;
using Intercom.Http;
using Intercom.Query;

namespace Intercom.Paging;

/// <summary>What is searched in slices, and how.</summary>
public sealed class PartitionOptions
{
    /// <summary>What is searched.</summary>
    public required SearchResource Resource { get; init; }

    /// <summary>The query. Null for all items.</summary>
    public QueryPlan? Plan { get; init; }

    /// <summary>True to start with the latest item.</summary>
    public bool Descending { get; init; }

    /// <summary>Maximum number of concurrent calls. 1 reads page after page.</summary>
    public int AtOnce { get; init; } = 8;

    /// <summary>The workspace's time zone, whose days contact dates are matched by. Null when it is unknown.</summary>
    public TimeZoneInfo? TimeZone { get; init; }
}

/// <summary>
/// Searches in slices of created_at, several at once. The items come in the order of their creation, each once, as in a search sorted by
/// created_at that goes page by page: what changes meanwhile stays in its slice, and the slice at the latest end is open. Memory holds
/// a bounded number of pages.
/// </summary>
public static class PartitionedSearch
{
    /// <summary>Searches.</summary>
    /// <param name="client">Sends the requests.</param>
    /// <param name="request">The search request, which receives its query and sort here.</param>
    /// <param name="model">The items' type.</param>
    /// <param name="partition">What to search for, and how many calls at once.</param>
    /// <param name="options">How many, from where.</param>
    /// <param name="sink">Told how the range was cut.</param>
    /// <param name="cancellation">Ends all slices.</param>
    /// <exception cref="IntercomApiException">A page failed. The error is thrown when its turn comes.</exception>
    public static async IAsyncEnumerable<object> Stream(
        IntercomClient client, ApiRequest request, Type model, PartitionOptions partition, ListOptions? options = null,
        IDiagnosticSink? sink = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        options ??= new ListOptions();
        var axis = new DateAxis(partition.Resource, partition.Descending, partition.TimeZone, client.VersionOf(request));
        var requests = new SliceRequests(request, partition, axis);
        var fits = requests.Of(0, 0) is not null;
        if (!fits)
        {
            sink?.Write(
                new DiagnosticEvent(
                    DiagnosticKind.Warning,
                    "The query has no room for a date range within Intercom's two levels of 15 conditions, so it is read page by page. "
                        + "Use fewer conditions, or IN for several values of one field."));
        }
        // A single page that contains all requested items needs no slices.
        var small = options.First == 0 || (options.Keeps is null && options.Needed <= request.PageSize);
        if (!fits || small || partition.AtOnce < 2)
        {
            await foreach (
                var item in Pager.Stream(
                    client, requests.Of(null, null)!, model, options, sink, cancellation).ConfigureAwait(false)) yield return item;
            yield break;
        }
        var source = new SearchSlices(client, requests, axis, model, options.Keeps, sink);
        var reader = new PartitionedReader(source, request.PageSize, partition.AtOnce, message =>
            sink?.Write(new DiagnosticEvent(DiagnosticKind.Verbose, $"{request.Path}: {message}")));
        await foreach (var item in reader.ReadAsync(options, cancellation).ConfigureAwait(false)) yield return item;
    }
}

/// <summary>The requests of slices.</summary>
internal sealed class SliceRequests(ApiRequest request, PartitionOptions partition, DateAxis axis)
{
    /// <summary>
    /// The search of one slice, in the order of reading or reversed. Null when the dates do not fit into the query.
    /// </summary>
    public ApiRequest? Of(long? from, long? to, bool reversed = false)
    {
        var dates = axis.Between(from, to);
        if (Query(dates) is not { } query) return null;
        var body = (JsonObject)(request.Body?.DeepClone() ?? new JsonObject());
        body["query"] = JsonNode.Parse(query.ToJson());
        body["sort"] = new JsonObject { ["field"] = DateAxis.Field, ["order"] = axis.Descending != reversed ? "descending" : "ascending" };
        return request.WithBody(body);
    }

    private SearchQuery? Query(IReadOnlyList<QueryFilter> dates)
    {
        if (partition.Plan is { } plan) return plan.Narrowed(dates);
        return dates.Count switch
        {
            0 => new QueryFilter(DateAxis.Field, QueryOperator.Greater, 0L),
            1 => dates[0],
            _ => SearchQuery.All(dates.ToArray<SearchQuery>()),
        };
    }
}
