using Intercom.Http;
using Intercom.Paging;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <content>How tickets are read and searched.</content>
public sealed partial class GetTicketCommand
{
    private readonly HashSet<string> _seen = [];

    private protected override SearchResource Resource => SearchResource.Ticket;

    /// <inheritdoc/>
    private protected override IEnumerable<SearchQuery> MoreConditions() => Unassigned ? [AssignedToNobody] : [];

    /// <inheritdoc/>
    private protected override void ReadInput(OperationAttribute operation, IReadOnlyDictionary<string, object?> bound)
    {
        _seen.Clear();
        base.ReadInput(operation, bound);
        var isWhole = PagingParameters is { First: ulong.MaxValue, Skip: 0 };
        if (OperationSet != NumberSet || !isWhole || IsStopped) return;
        foreach (var number in Number.Where(number => !_seen.Contains(number.Trim())))
        {
            Report(CommandErrors.TicketNumberNotFound(number), number);
        }
    }

    /// <inheritdoc/>
    protected override ApiRequest Complete(ApiRequest request)
    {
        if (OperationSet is not (ListSet or NumberSet)) return base.Complete(request);
        // The API has no list of tickets. Every ticket was created after 1970.
        var all = new JsonObject { ["field"] = "created_at", ["operator"] = ">", ["value"] = 0 };
        var newest = new JsonObject { ["field"] = "created_at", ["order"] = "descending" };
        return request.WithBody(new JsonObject { ["query"] = all, ["sort"] = newest });
    }

    /// <inheritdoc/>
    protected override IAsyncEnumerable<object> ListItems(ApiRequest request, Type model, ListOptions options)
    {
        if (OperationSet == SearchSet) return Found(request, model, options, atOnce: 0, descending: false);
        if (OperationSet != NumberSet) return base.ListItems(request, model, options);
        var numbers = new HashSet<string>(Number.Select(number => number.Trim()));
        return base.ListItems(request, model, new ListOptions
        {
            First = Math.Min(options.First ?? long.MaxValue, numbers.Count), Skip = options.Skip, Total = options.Total,
            Keeps = item => item is Ticket { TicketNumber: { } number } && numbers.Contains(number),
        });
    }

    /// <inheritdoc/>
    protected override IEnumerable<object> Output(object item)
    {
        if (item is Ticket { TicketNumber: { } number }) _seen.Add(number);
        return base.Output(item);
    }
}
