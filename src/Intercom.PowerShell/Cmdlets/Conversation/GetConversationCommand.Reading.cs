using Intercom.Http;
using Intercom.Paging;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <content>How conversations are read and searched.</content>
public sealed partial class GetConversationCommand
{
    private protected override SearchResource Resource => SearchResource.Conversation;

    private bool IsWaiting => Waiting || MyInvocation.BoundParameters.ContainsKey(nameof(WaitingBefore));

    /// <inheritdoc/>
    private protected override string? SortField => IsWaiting && Parallel == 0 ? "waiting_since" : null;

    /// <inheritdoc/>
    private protected override IEnumerable<SearchQuery> MoreConditions()
    {
        if (Waiting) yield return new QueryFilter("waiting_since", QueryOperator.NotEqual, null);
        if (IsWaiting && State.Length == 0) yield return new QueryFilter("state", QueryOperator.Equal, "open");
        if (Unassigned) yield return AssignedToNobody;
    }

    /// <inheritdoc/>
    protected override IAsyncEnumerable<object> ListItems(ApiRequest request, Type model, ListOptions options) =>
        OperationSet == SearchSet ? Found(request, model, options, Parallel, descending: false)
        : Parallel == 0 ? base.ListItems(request, model, options)
        : InSlices(Session, CommandPlan.RequestOf<SearchConversationCommand>(""), model, Resource, null, Parallel, descending: false,
            options, Sink, Cancellation);

    /// <inheritdoc/>
    protected override ApiRequest Complete(ApiRequest request) => Displayed(base.Complete(request), PlainText);

    /// <summary>Returns the request that reads one conversation.</summary>
    internal static ApiRequest RequestOf(string id, bool plainText) =>
        Displayed(CommandPlan.RequestOf<GetConversationCommand>("Id", id), plainText);

    private static ApiRequest Displayed(ApiRequest request, bool plainText) => plainText
        ? request.WithQuery(("display_as", "plaintext")) : request;

    /// <inheritdoc/>
    protected override IEnumerable<object> Output(object item)
    {
        if (item is Conversation conversation) WarnOfMissingParts(conversation);
        yield return item;
    }
}
