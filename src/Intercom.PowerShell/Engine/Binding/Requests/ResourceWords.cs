using System.Text;

namespace Intercom.PowerShell;

/// <summary>
/// The display names of resources: their kinds in words, and the names of single resources, as far as they are known without a request.
/// </summary>
internal static class ResourceWords
{
    private const int LongestName = 60;
    private static readonly string[] NamingFields = ["email", "name", "title", "event_name", "external_id", "company_id", "url", "id"];
    private static readonly string[] NamingColumns = ["Name", "Email", "Title"];

    /// <summary>The kind that an id refers to, such as <c>news item</c> for NewsItemId; null when it is unknown.</summary>
    public static string? NounOf(string id) =>
        id.EndsWith("Id", StringComparison.Ordinal) && id.Length > 2
            ? Words(id.Substring(0, id.Length - 2)) : id.EndsWith("Identifier", StringComparison.Ordinal) ? null : Words(id);

    /// <summary>Splits a Pascal case name into words and keeps abbreviations, such as <c>IP allowlist</c> for IPAllowlist.</summary>
    public static string Words(string name)
    {
        var words = new StringBuilder();
        for (var place = 0; place < name.Length; place++)
        {
            var isUpper = char.IsUpper(name[place]);
            var endsWord = place + 1 == name.Length || char.IsUpper(name[place + 1]);
            if (isUpper && place > 0 && !(endsWord && char.IsUpper(name[place - 1]))) words.Append(' ');
            words.Append(isUpper && !endsWord ? char.ToLowerInvariant(name[place]) : name[place]);
        }
        return words.ToString();
    }

    /// <summary>The name of a new resource, from its body; null when the body has none.</summary>
    public static string? NameIn(JsonNode? body) =>
        body is JsonObject fields
            ? Shortened(NamingFields.Select(field => (fields[field] as JsonValue)?.ToString()).FirstOrDefault(text => text?.Length > 0))
            : null;

    /// <summary>The name of the piped resource, when the id refers to it; null when it is unknown.</summary>
    /// <param name="piped">The piped object.</param>
    /// <param name="id">The id parameter.</param>
    /// <param name="value">The id.</param>
    /// <param name="plan">The plan of the cmdlet. A column that it sends contains the new name of the resource, not the current
    /// one.</param>
    public static string? NameOf(PSObject piped, IntercomIdAttribute id, string? value, CommandPlan plan)
    {
        if (value is null) return null;
        var kind = PipedObject.KindOf(piped);
        // A conversation part contains the conversation's id but has another name.
        if (kind is not null && NounOf(id.Property) is not null && kind + "Id" != id.Property) return null;
        if (kind is null && !(RowObject.HasProperties(piped) && RowObject.IsRow(piped))) return null;
        if (id.IdOf(piped) != value) return null;
        try
        {
            var name = piped.BaseObject is IntercomObject known ? known.CalledAs
                : string.Join(", ",
                    NamingColumns.Where(column => kind is not null || !plan.Takes(column))
                        .Select(column => piped.Properties[column]?.Value?.ToString()).Where(text => !string.IsNullOrWhiteSpace(text)));
            return string.IsNullOrWhiteSpace(name) || name == value ? null : Shortened(name);
        }
        catch (ExtendedTypeSystemException)
        {
            // A property of the caller's object threw an exception.
            return null;
        }
    }

    /// <summary>A text on one line, shortened when it is long.</summary>
    public static string? Shortened(string? text, int longest = LongestName)
    {
        if (text is null) return null;
        var line = string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= longest) return line;
        var length = char.IsHighSurrogate(line[longest - 2]) ? longest - 2 : longest - 1;
        return line.Substring(0, length).TrimEnd() + "…";
    }
}
