using System.Runtime.CompilerServices;
using Intercom.Http;
using Intercom.Paging;

namespace Intercom.PowerShell;

/// <summary>Finds single companies, and reads all of a workspace, also those beyond the end of Intercom's list.</summary>
internal static class CompanyList
{
    /// <summary>How many companies Intercom's list returns at most.</summary>
    public const int End = 10_000;

    /// <summary>Reads a company by a value of your own, and says which value was not found.</summary>
    /// <param name="field">The field of the API: name or company_id.</param>
    /// <param name="value">The value to find.</param>
    public static Sending Find(string field, string value) => async (request, context) =>
    {
        try
        {
            return await Senders.Read(request, context).ConfigureAwait(false);
        }
        catch (IntercomApiException failure) when (failure.StatusCode == 404)
        {
            throw field == "name" ? CommandErrors.CompanyNotFound(value, value.Trim('*')) : CommandErrors.CompanyIdNotFound(value);
        }
    };

    /// <summary>Reads the list to its limit, then a scroll, which returns only companies that the list did not return.</summary>
    public static async IAsyncEnumerable<object> ReadAll(
        IntercomClient client, ApiRequest request, Type model, ListOptions options, CommandSink sink,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        long? total = null;
        long skip = options.Skip, left = options.First ?? long.MaxValue, listed = 0;
        var head = new ListOptions
        {
            // Intercom refuses pages beyond this limit.
            First = End, MostPages = End / request.PageSize,
            Total = count =>
            {
                total = count;
                options.Total?.Invoke(count);
            },
        };
        await foreach (var item in Pager.Stream(client, request, model, head, sink, cancellation).ConfigureAwait(false))
        {
            listed++;
            if (item is Intercom.Company { Id: { } id }) seen.Add(id);
            if (skip-- > 0) continue;
            yield return item;
            if (--left == 0) yield break;
        }
        // Duplicate items count once, so the list may have returned fewer items than its limit.
        if (total is null ? listed < End : total <= End) yield break;
        var text = $"Intercom's list of companies ends at {End}. The cmdlet continues with a scroll.";
        sink.Write(new DiagnosticEvent(DiagnosticKind.Verbose, text));
        await foreach (var item in Pager.Stream(client, CommandPlan.RequestOf<GetCompanyCommand>("Scroll"), model, null, sink, cancellation)
            .ConfigureAwait(false))
        {
            if (item is not Intercom.Company { Id: { } id } || !seen.Add(id) || skip-- > 0) continue;
            yield return item;
            if (--left == 0) yield break;
        }
    }
}
