using System.Text;

namespace Intercom.PowerShell;

/// <summary>
/// What resources are called: their kinds in words, and the names of single ones, as far as they are known without asking Intercom.
/// </summary>
internal static class ResourceWords
{
    private const int LongestName = 60;
    private static readonly string[] NamingFields = ["email", "name", "title", "event_name", "external_id", "company_id", "url", "id"];
    private static readonly string[] NamingColumns = ["Name", "Email", "Title"];

    /// <summary>The kind that an id is of, in words: <c>news item</c> for NewsItemId; null where the id does not say.</summary>
    public static string? NounOf(string id) =>
        id.EndsWith("Id", StringComparison.Ordinal) && id.Length > 2
            ? Words(id.Substring(0, id.Length - 2)) : id.EndsWith("Identifier", StringComparison.Ordinal) ? null : Words(id);

    /// <summary>A name in Pascal case in words, with its abbreviations as they are: <c>IP allowlist</c> for IPAllowlist.</summary>
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

    /// <summary>What something new is called in its body; null when nothing names it.</summary>
    public static string? NameIn(JsonNode? body) =>
        body is JsonObject fields
            ? Shortened(NamingFields.Select(field => (fields[field] as JsonValue)?.ToString()).FirstOrDefault(text => text?.Length > 0))
            : null;

    /// <summary>What the piped thing is called, when it is the one that the id stands for; null when it does not say.</summary>
    /// <param name="piped">What was piped.</param>
    /// <param name="id">The id parameter.</param>
    /// <param name="value">The id.</param>
    /// <param name="plan">The cmdlet's attributes: a column that it sends says what the resource is to be called, not what it is
    /// called.</param>
    public static string? NameOf(PSObject piped, IntercomIdAttribute id, string? value, CommandPlan plan)
    {
        if (value is null) return null;
        var kind = PipedObject.KindOf(piped);
        // A part of a conversation carries the conversation's id, but is called something else.
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
            // A property of the caller's own that cannot be read.
            return null;
        }
    }

    /// <summary>A text in one line, cut where it is long.</summary>
    public static string? Shortened(string? text, int longest = LongestName)
    {
        if (text is null) return null;
        var line = string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= longest) return line;
        var length = char.IsHighSurrogate(line[longest - 2]) ? longest - 2 : longest - 1;
        return line.Substring(0, length).TrimEnd() + "…";
    }
}
