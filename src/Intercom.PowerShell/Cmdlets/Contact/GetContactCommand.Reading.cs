using Intercom.Http;
using Intercom.Paging;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <content>How contacts are read and searched.</content>
public sealed partial class GetContactCommand
{
    private (string Email, bool IsFound) _search;

    private ContactExpansion Expansion => field ??= new(Session, Expand, Sink, Everything);

    private protected override SearchResource Resource => SearchResource.Contact;

    /// <inheritdoc/>
    private protected override void ReadInput(OperationAttribute operation, IReadOnlyDictionary<string, object?> bound)
    {
        if (Everything && Expand.Length > 0) throw CommandErrors.ExpandedEverything();
        switch (OperationSet)
        {
            case EmailSet:
                Array.ForEach(Email, email => Find(email, operation, bound));
                break;
            case "Id" when Array.Exists(ContactId ?? [], IsEmail):
                foreach (var id in ContactId!)
                {
                    if (IsEmail(id)) Find(id, Select(EmailSet), bound);
                    else ReadOne(id, bound);
                }
                break;
            case SearchSet when Wiring.Filters.Count(filter => bound.ContainsKey(filter.Property.Name)) == 1 && Company.Length > 0:
                // The list of a company's contacts has no limit, unlike the ids in a query.
                CompanyId = Company.Select(company => Wait(CompanyContacts.IdAsync(Session.Client, company, Sink, Cancellation))).ToArray();
                base.ReadInput(Select("Company"), bound);
                break;
            default:
                base.ReadInput(operation, bound);
                break;
        }
    }

    private static bool IsEmail(string text) => text.IndexOf('@') >= 0;

    private void ReadOne(string id, IReadOnlyDictionary<string, object?> bound)
    {
        ContactId = [id];
        base.ReadInput(Select("Id"), bound);
    }

    private void Find(string email, OperationAttribute operation, IReadOnlyDictionary<string, object?> bound)
    {
        _search = (email.Trim(), false);
        base.ReadInput(operation, bound);
        var mayFind = !Cancellation.IsCancellationRequested && PagingParameters is { First: > 0, Skip: 0 };
        if (mayFind && !_search.IsFound) Report(CommandErrors.EmailNotFound(email), email);
    }

    /// <inheritdoc/>
    protected override ApiRequest Complete(ApiRequest request)
    {
        if (OperationSet != EmailSet) return base.Complete(request);
        WireBody.Put((JsonObject)request.Body!, "query.value", _search.Email);
        return request;
    }

    /// <inheritdoc/>
    private protected override Sending Reading(ApiRequest request) =>
        Expansion.After(FollowMerge ? MergedContacts.ReadSurvivor : base.Reading(request));

    /// <inheritdoc/>
    protected override IAsyncEnumerable<object> ListItems(ApiRequest request, Type model, ListOptions options) => Expansion.OfEach(
        OperationSet == SearchSet ? Found(request, model, options, Parallel, descending: false)
            : Parallel == 0 ? base.ListItems(request, model, options)
            : InSlices(Session, CommandPlan.RequestOf<SearchContactCommand>(""), model, Resource, null, Parallel, descending: false,
                options, Sink, Cancellation), ReadsAtOnce, Cancellation);

    /// <inheritdoc/>
    protected override IEnumerable<object> Output(object item)
    {
        _search.IsFound = true;
        return base.Output(item);
    }
}
