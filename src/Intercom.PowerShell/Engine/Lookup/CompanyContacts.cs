using Intercom.Http;
using Intercom.Paging;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>Reads the ids of a company's contacts, which replace the company in searches.</summary>
internal static class CompanyContacts
{
    /// <summary>Queries with more ids have not been tested with Intercom.</summary>
    private const int Most = 500;

    /// <summary>The ids of the contacts.</summary>
    /// <exception cref="ItemNotFoundException">No company has this id or full name.</exception>
    /// <exception cref="QueryException">The company has more contacts than a query may contain.</exception>
    public static async Task<IReadOnlyList<string>> ReadAsync(
        IntercomClient client, string company, IDiagnosticSink sink, CancellationToken cancellation)
    {
        var id = await IdAsync(client, company, sink, cancellation).ConfigureAwait(false);
        var ids = new List<string>();
        var request = ModelRequests.Get<Contact>("Company", id);
        await foreach (var item in Pager.Stream(client, request, typeof(Contact), new ListOptions { First = Most + 1 }, sink, cancellation)
            .ConfigureAwait(false))
        {
            if (((Contact)item).Id is { } contact) ids.Add(contact);
        }
        return ids.Count <= Most ? ids : throw CommandErrors.CompanyTooLarge(company, Most, id);
    }

    /// <summary>The id of a company. An id is returned unchanged.</summary>
    /// <exception cref="ItemNotFoundException">No company has this full name.</exception>
    public static async Task<string> IdAsync(IntercomClient client, string name, IDiagnosticSink sink, CancellationToken cancellation)
    {
        if (OrNameOfAttribute.IsSurelyId(name)) return name.Trim();
        try
        {
            var request = ModelRequests.Get<Company>("Name").WithQuery(("name", name.Trim()));
            if ((await client.SendAsync<Company>(request, sink, cancellation).ConfigureAwait(false))?.Id is { } id) return id;
        }
        catch (IntercomApiException failure) when (failure.StatusCode == 404)
        {
            // Reported below.
        }
        throw CommandErrors.CompanyNotFound(name, part: null);
    }
}
