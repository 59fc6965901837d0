using Intercom.Dates;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>The action that -WhatIf and -Confirm show: the verb, the kind, the id and the name, and the changes.</summary>
internal static class WorkText
{
    private const int MostFields = 4;
    private const int LongestValue = 40;

    private static readonly Dictionary<string, string> Verbs = new(StringComparer.Ordinal)
    {
        ["New"] = "Create", ["Set"] = "Update", ["Remove"] = "Delete", ["Disable"] = "Archive",
        ["Enable"] = "Unarchive", ["Stop"] = "Cancel",
    };

    /// <summary>The action of planned work.</summary>
    public static string Of(Work work, CommandInfo command)
    {
        if (work.Doing is { } doing) return doing;
        var verb = command.Name.Substring(0, command.Name.IndexOf('-'));
        var text = $"{(Verbs.TryGetValue(verb, out var word) ? word : verb)} {work.Resource}";
        return verb == "Set" ? text + Fields(work) : text;
    }

    /// <summary>The changed fields after a colon, such as <c>: name "Ada", phone cleared</c>. Empty when no field changes.</summary>
    /// <param name="work">The planned work.</param>
    /// <param name="without">The wire names of fields to leave out.</param>
    public static string Fields(Work work, params string[] without)
    {
        var hidden = without.Append(work.Admin?.Name).ToList();
        return Listed(Flat("", work.Request.Body as JsonObject).Where(field => !hidden.Contains(field.Name)).Select(Shown)
            .Concat(work.Names.Where(name => name.Body is not null).Select(name => $"{ResourceWords.Words(name.Parameter)} {name.Name}")));
    }

    /// <summary>The fields of a body after a colon.</summary>
    public static string Fields(JsonObject body) => Listed(Flat("", body).Select(Shown));

    private static string Shown((string Name, JsonNode? Value) field) => $"{Name(field.Name)} {Value(field.Name, field.Value)}";

    private static string Listed(IEnumerable<string> words)
    {
        var fields = words.ToList();
        if (fields.Count == 0) return "";
        var more = fields.Count - MostFields;
        return ": " + string.Join(", ", fields.Take(MostFields)) + (more > 0 ? $" and {more} more" : "");
    }

    /// <summary>The first words of a text, in quotation marks.</summary>
    public static string Quoted(string? text) => $"\"{ResourceWords.Shortened(HtmlText.FirstWords(text) ?? text, LongestValue)}\"";

    /// <summary>A local time for display, with its offset from UTC.</summary>
    public static string Moment(DateTime time) =>
        new DateTimeOffset(time.ToLocalTime()).ToString("ddd d MMM yyyy HH:mm zzz", CultureInfo.InvariantCulture);

    private static IEnumerable<(string Name, JsonNode? Value)> Flat(string place, JsonObject? fields) => fields is null ? []
        : fields.SelectMany(field => field.Value is JsonObject { Count: > 0 } inner
            ? Flat(place + field.Key + ".", inner) : [(place + field.Key, field.Value)]);

    private static string Name(string wire)
    {
        var last = wire.Substring(wire.LastIndexOf('.') + 1).Replace('_', ' ');
        return last.EndsWith(" id", StringComparison.Ordinal) ? last.Substring(0, last.Length - 3) : last;
    }

    private static string Value(string name, JsonNode? value) => value switch
    {
        JsonValue seconds when QueryValue.IsTime(name) && seconds.TryGetValue<long>(out var time) && time >= DateReader.LeastSeconds =>
            Moment(DateTimeOffset.FromUnixTimeSeconds(time).UtcDateTime),
        null => "cleared",
        JsonArray items => items.Count == 0 ? "empty"
            : ResourceWords.Shortened(string.Join(", ", items.Select(item => item is JsonValue ? item.ToString() : "…")), LongestValue)!,
        JsonObject => "empty",
        JsonValue text when text.TryGetValue<string>(out var words) => Quoted(words),
        _ => value.ToJsonString(),
    };
}
