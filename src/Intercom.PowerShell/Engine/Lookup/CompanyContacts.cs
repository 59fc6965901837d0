using Intercom.Http;
using Intercom.Paging;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>Reads the ids of a company's contacts, which stand for the company in searches.</summary>
internal static class CompanyContacts
{
    /// <summary>More ids than this make a query that nobody has tried on Intercom.</summary>
    private const int Most = 500;

    /// <summary>The ids of the contacts.</summary>
    /// <exception cref="ItemNotFoundException">No company has that id or whole name.</exception>
    /// <exception cref="QueryException">The company has more contacts than a query may name.</exception>
    public static async Task<IReadOnlyList<string>> ReadAsync(
        IntercomClient client, string company, IDiagnosticSink sink, CancellationToken cancellation)
    {
        var id = OrNameOfAttribute.IsSurelyId(company)
            ? company.Trim() : await IdAsync(client, company, sink, cancellation).ConfigureAwait(false);
        var ids = new List<string>();
        var request = CommandPlan.RequestOf<GetContactCommand>("Company", id);
        await foreach (var item in Pager.Stream(client, request, typeof(Contact), new ListOptions { First = Most + 1 }, sink, cancellation)
            .ConfigureAwait(false))
        {
            if (((Contact)item).Id is { } contact) ids.Add(contact);
        }
        return ids.Count <= Most ? ids : throw CommandErrors.CompanyTooLarge(company, Most, id);
    }

    private static async Task<string> IdAsync(IntercomClient client, string name, IDiagnosticSink sink, CancellationToken cancellation)
    {
        try
        {
            var request = CommandPlan.RequestOf<GetCompanyCommand>("Name").WithQuery(("name", name.Trim()));
            if ((await client.SendAsync<Company>(request, sink, cancellation).ConfigureAwait(false))?.Id is { } id) return id;
        }
        catch (IntercomApiException failure) when (failure.StatusCode == 404)
        {
            // Said below.
        }
        throw CommandErrors.CompanyNotFound(name, part: null);
    }
}
