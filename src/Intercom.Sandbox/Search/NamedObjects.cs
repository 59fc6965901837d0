using Intercom.Query;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Search;

/// <summary>
/// The objects that a query names by an id or an address, so that a search for one of them need not look at the others. The condition
/// of the query still has to be met.
/// </summary>
internal static class NamedObjects
{
    /// <summary>The objects that can meet a query. Null when the query does not name them.</summary>
    /// <param name="data">The workspace.</param>
    /// <param name="target">What is searched.</param>
    /// <param name="table">Its objects.</param>
    /// <param name="query">The query, which was read before and has no error.</param>
    public static IReadOnlyCollection<Entity>? Find(Database data, SearchTarget target, Table table, JsonObject query)
    {
        var parts = query["value"] as JsonArray;
        switch (query["operator"]!.ToString())
        {
            case "AND":
                return parts!.Select(part => Find(data, target, table, (JsonObject)part!)).FirstOrDefault(found => found is not null);
            case "OR":
                var all = parts!.Select(part => Find(data, target, table, (JsonObject)part!)).ToList();
                return all.Contains(null) ? null : all.SelectMany(found => found!).Distinct().ToList();
            case "=":
                return Named(data, target, table, query["field"]!.ToString(), query["value"]);
            case "IN":
                var named = parts!.Select(value => Named(data, target, table, query["field"]!.ToString(), value)).ToList();
                return named.Contains(null) ? null : named.SelectMany(found => found!).Distinct().ToList();
            default:
                return null;
        }
    }

    private static IReadOnlyCollection<Entity>? Named(Database data, SearchTarget target, Table table, string field, JsonNode? value)
    {
        if (value?.ToString() is not { Length: > 0 } name) return null;
        return (target.Resource, field) switch
        {
            // Searches do not mind the case, and ids have small letters.
            (_, "id") => table.Find(name.ToLowerInvariant()) is { } one ? [one] : [],
            (SearchResource.Contact, "email") => data.People.ByEmail(name).ToList(),
            (SearchResource.Contact, "external_id") => data.People.ByExternalIdOfAnyCase(name).ToList(),
            (SearchResource.Conversation, "contact_ids") => data.ConversationsOfContacts.Find(name.ToLowerInvariant()).ToList(),
            _ => null,
        };
    }
}
