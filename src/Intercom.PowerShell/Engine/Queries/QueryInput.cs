using System.Collections;
using System.Management.Automation.Language;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>Reads a query from any of its forms: a query, a script block, a hashtable, or JSON.</summary>
internal static class QueryInput
{
    /// <summary>Reads the query.</summary>
    /// <param name="given">The query in any form.</param>
    /// <param name="state">The cmdlet's session, in whose scope the values of a script block that belongs nowhere are taken.</param>
    /// <param name="resource">What will be searched, if known.</param>
    /// <param name="warn">Told what is sent, but may not be meant.</param>
    /// <exception cref="QueryException">It is not a query.</exception>
    /// <exception cref="ParseException">The script block says what a search cannot; the words are pointed at.</exception>
    public static (SearchQuery Query, SearchBody? Body) Read(
        object? given, SessionState state, SearchResource? resource, Action<string> warn)
    {
        switch (given is PSObject wrapped ? wrapped.BaseObject : given)
        {
            case SearchQuery query: return (query, null);
            case ScriptBlock block: return (ScriptBlockQuery.Read(block, state, resource, warn), null);
            case IDictionary table: return Whole(SearchBody.FromDictionary(Said(table)));
            case string text when !LooksLikeJson(text): throw NotAQuery(text, resource);
            case string json: return Whole(SearchBody.Parse(json));
            case PSCustomObject: return Whole(SearchBody.FromDictionary(Said(given!)));
            case IntercomObject found:
                throw CommandErrors.ObjectAsQuery(
                    PipedObject.KindOf(found)!, resource == SearchResource.Conversation && found is Contact);
            case var other:
                throw CommandErrors.ValueAsQuery(
                    other is null ? "$null" : other is Array ? "A list" : "A " + other.GetType().Name);
        }
    }

    private static (SearchQuery, SearchBody?) Whole(SearchBody body) => (body.Query, body);

    private static bool LooksLikeJson(string text) => text.TrimStart() is ['{' or '[', ..];

    /// <summary>Somebody looked for a word, or forgot the braces.</summary>
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
    /// The table in plain form. In a table, $null and a variable without a value look the same, and so do a blank cell and an empty string:
    /// both are refused, for each would ask for what has no value. An object of Intercom's own form, as JSON gives, says null itself.
    /// </summary>
    private static IDictionary Said(object given)
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
