using Intercom.Http;
using Intercom.Paging;

namespace Intercom.PowerShell;

/// <summary>Finds contacts by what people know of them: an id, an email address or a full name.</summary>
internal static class ContactLookup
{
    /// <summary>The number of contacts of one name that an error lists.</summary>
    private const int Most = 10;

    /// <summary>
    /// The ids of a contact. An email address returns all contacts that have it, usually a user and leads of the same person.
    /// </summary>
    /// <exception cref="ItemNotFoundException">No contact has the address or the name, or several have the name.</exception>
    public static async Task<IReadOnlyList<string>> IdsAsync(
        IntercomClient client, string text, IDiagnosticSink sink, CancellationToken cancellation)
    {
        text = text.Trim();
        if (OrNameOfAttribute.IsSurelyId(text) || Guid.TryParse(text, out _)) return [text];
        var isEmail = text.IndexOf('@') >= 0;
        var request = ModelRequests.Search<Contact>(isEmail ? "email" : "name", text);
        var ids = new List<string>();
        await foreach (var item in Pager.Stream(client, request, typeof(Contact), new ListOptions { First = Most }, sink, cancellation)
            .ConfigureAwait(false))
        {
            if (((Contact)item).Id is { } id) ids.Add(id);
        }
        if (ids.Count == 0) throw isEmail ? CommandErrors.EmailNotFound(text) : CommandErrors.ContactNotFound(text);
        return isEmail || ids.Count == 1 ? ids : throw CommandErrors.AmbiguousName("contact", text, ids);
    }
}
