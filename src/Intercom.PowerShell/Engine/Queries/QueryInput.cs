using System.Collections;
using System.Management.Automation.Language;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>Reads a query in any form: a query object, a script block, a hashtable or JSON.</summary>
internal static class QueryInput
{
    /// <summary>Reads the query.</summary>
    /// <param name="given">The query, in any form.</param>
    /// <param name="state">The session state of the cmdlet. It evaluates values of a script block without a session state of its
    /// own.</param>
    /// <param name="resource">The searched resource; null when it is unknown.</param>
    /// <param name="warn">Receives a warning about a query that may not be intended.</param>
    /// <exception cref="QueryException">The value is not a query.</exception>
    /// <exception cref="ParseException">The script block cannot be translated. The error points at the failing expression.</exception>
    public static (SearchQuery Query, SearchBody? Body) Read(
        object? given, SessionState state, SearchResource? resource, Action<string> warn)
    {
        switch (given is PSObject wrapped ? wrapped.BaseObject : given)
        {
            case SearchQuery query: return (query, null);
            case ScriptBlock block: return (ScriptBlockQuery.Read(block, state, resource, warn), null);
            case IDictionary table: return WithBody(SearchBody.FromDictionary(ToDictionary(table)));
            case string text when !LooksLikeJson(text): throw NotAQuery(text, resource);
            case string json: return WithBody(SearchBody.Parse(json));
            case PSCustomObject: return WithBody(SearchBody.FromDictionary(ToDictionary(given!)));
            case IntercomObject found:
                throw CommandErrors.ObjectAsQuery(
                    PipedObject.KindOf(found)!, resource == SearchResource.Conversation && found is Contact);
            case var other:
                throw CommandErrors.ValueAsQuery(
                    other is null ? "$null" : other is Array ? "A list" : "A " + other.GetType().Name);
        }
    }

    private static (SearchQuery, SearchBody?) WithBody(SearchBody body) => (body.Query, body);

    private static bool LooksLikeJson(string text) => text.TrimStart() is ['{' or '[', ..];

    /// <summary>The text is a search word, or a condition without braces.</summary>
    private static QueryException NotAQuery(string text, SearchResource? resource)
    {
        var word = text.Trim();
        if (word.Length == 0) return CommandErrors.EmptyTextAsQuery();
        if (word.StartsWith("$_", StringComparison.Ordinal) || word.StartsWith("$PSItem", StringComparison.OrdinalIgnoreCase))
        {
            return CommandErrors.ScriptAsText(text, word);
        }
        var quoted = "'" + word.Replace("'", "''");
        var written = resource switch
        {
            SearchResource.Conversation => $"Search-IntercomConversation {{ $_.Source.Body -like {Around(quoted)} }}",
            SearchResource.Ticket => $"Search-IntercomTicket {{ $_.Title -like {Around(quoted)} }}",
            _ when word.IndexOf('@') > 0 => $"Search-IntercomContact {{ $_.Email -eq {quoted}' }}",
            _ => $"Search-IntercomContact {{ $_.Name -like {Around(quoted)} }}",
        };
        return CommandErrors.TextWithoutField(text, written);

        static string Around(string quoted) => "'*" + quoted.Substring(1) + "*'";
    }

    /// <summary>
    /// Converts the hashtable to a dictionary. Null values and empty strings are rejected, because they would match objects without a
    /// value. They may come from an unset variable or a blank cell. In an object from Intercom's JSON, null is explicit.
    /// </summary>
    private static IDictionary ToDictionary(object given)
    {
        var table = (IDictionary)WireBody.Unwrap(given)!;
        var isWire = given is PSObject { BaseObject: PSCustomObject } && (table.Contains("operator") || table.Contains("query"));
        if (!isWire) Refuse(table, null);
        return table;
    }

    private static void Refuse(IDictionary table, string? field)
    {
        field = table["field"] as string ?? field;
        foreach (DictionaryEntry entry in table)
        {
            var name = entry.Key is "value" && field is not null ? field : entry.Key.ToString()!;
            if (entry.Key is "pagination" or "sort") continue;
            foreach (var value in entry.Value is object?[] list ? list : [entry.Value])
            {
                if (value is IDictionary inner) Refuse(inner, null);
                else if (value is null or "") throw CommandErrors.EmptyTableValue(name, value is null);
            }
        }
    }
}
