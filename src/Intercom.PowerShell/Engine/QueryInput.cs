using System;
using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>Takes a query in whatever form somebody gives it: a query, a script block, a hashtable, or JSON.</summary>
internal static class QueryInput
{
    /// <summary>Reads the query.</summary>
    /// <param name="given">The query in any form.</param>
    /// <param name="state">The caller's session, in whose scope the values of a script block are taken.</param>
    /// <param name="resource">What will be searched, if known.</param>
    /// <exception cref="QueryException">It is no query.</exception>
    /// <exception cref="ParseException">The script block says what a search cannot; the words are pointed at.</exception>
    public static (SearchQuery Query, SearchBody? Body) Read(object? given, SessionState state, SearchResource? resource)
    {
        switch (given is PSObject wrapped ? wrapped.BaseObject : given)
        {
            case SearchQuery query: return (query, null);
            case ScriptBlock block: return (ScriptBlockQuery.Read((ScriptBlockAst)block.Ast, state, resource), null);
            case IDictionary table: return (SearchQuery.FromDictionary((IDictionary)CommandPlan.Unwrap(table)!), null);
            case string json:
                var body = SearchBody.Parse(json);
                return (body.Query, body);
            case PSCustomObject: return (SearchQuery.FromDictionary((IDictionary)CommandPlan.Unwrap(given)!), null);
            case IntercomObject found:
                var kind = PipedObject.KindOf(found);
                throw new QueryException($"A {kind} is no query.", resource == SearchResource.Conversation && found is Contact
                    ? "To find somebody's conversations, name the field that holds the id: $contact = ...; Search-IntercomConversation @{ contact_ids = $contact.Id }."
                    : "Give New-IntercomQuery's output, a script block such as { $_.Role -eq 'user' }, a hashtable, or JSON.");
            default:
                throw new QueryException($"A {(given is PSObject other ? other.BaseObject : given)?.GetType().Name ?? "null"} is no query.", "Give New-IntercomQuery's output, a script block such as { $_.Role -eq 'user' }, a hashtable, or JSON.");
        }
    }
}
