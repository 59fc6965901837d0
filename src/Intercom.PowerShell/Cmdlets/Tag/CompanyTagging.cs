using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Tags companies and takes tags off them: one address for both, which takes the tag's name instead of its id.</summary>
internal static class CompanyTagging
{
    /// <summary>One request for each company; the tag's name is put in when it is sent.</summary>
    public static IEnumerable<ApiRequest> Requests(OperationAttribute operation, string[] companies, bool untag) => companies.Select(company =>
    {
        ApiPath.Escape("CompanyId", company);
        var entry = new JsonObject { ["id"] = company.Trim() };
        if (untag) entry["untag"] = true;
        return new ApiRequest(operation.Method, operation.Path) { Retry = operation.Retry, Body = new JsonObject { ["companies"] = new JsonArray(entry) } };
    });

    public static string CompanyOf(ApiRequest request) => request.Body!["companies"]![0]!["id"]!.ToString();

    public static Func<ApiRequest, CancellationToken, Task<object?>> Sending(IntercomConnection session, string tag, bool passThru, IDiagnosticSink sink) => async (request, cancellation) =>
    {
        // An unknown name would make a new tag; looked up first, it is an error instead, as for contacts and conversations.
        var id = await session.Directory.IdAsync(typeof(Intercom.Tag), tag, sink, cancellation).ConfigureAwait(false);
        var known = (await session.Directory.ListAsync<Tag>(sink, cancellation).ConfigureAwait(false)).First(candidate => candidate.Id == id);
        var body = new JsonObject { ["name"] = known.Name, ["companies"] = request.Body!["companies"]!.DeepClone() };
        var answer = await session.Client.SendAsync(request.WithBody(body), typeof(Tag), sink, cancellation).ConfigureAwait(false);
        return passThru ? await session.Client.SendAsync(CommandPlan.RequestOf<GetCompanyCommand>("Id", CompanyOf(request)), typeof(Company), sink, cancellation).ConfigureAwait(false) : answer;
    };
}
