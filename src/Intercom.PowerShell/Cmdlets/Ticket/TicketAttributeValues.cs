using System.Collections;
using System.Text.Json;

namespace Intercom.PowerShell;

/// <summary>
/// Converts attribute values to the names and types that the ticket type defines. Names match in any case, and list items match by label or
/// id. Numbers and booleans are also read from text, as in a CSV file.
/// </summary>
internal static class TicketAttributeValues
{
    public const string Title = "_default_title_";
    public const string Description = "_default_description_";

    /// <summary>Returns the values in the form that the API requires.</summary>
    /// <param name="type">The ticket type.</param>
    /// <param name="values">The values, by the names that were specified.</param>
    /// <param name="formats">The formats of -DateFormat.</param>
    /// <exception cref="ArgumentException">The type does not have an attribute of this name, or the attribute does not accept the
    /// value.</exception>
    public static JsonObject Fit(TicketType type, JsonObject values, IReadOnlyList<string> formats)
    {
        var fitted = new JsonObject();
        foreach (var pair in values)
        {
            var attribute = Find(type, pair.Key);
            var name = attribute?.Name ?? pair.Key;
            if (fitted.ContainsKey(name))
            {
                throw CommandErrors.DuplicateAttribute(name);
            }
            fitted[name] = attribute is null || pair.Value is null ? pair.Value?.DeepClone() : Value(attribute, pair.Value);
            // Dates of fields that end in _at were converted earlier.
            if (attribute?.DataType is "datetime" or "date" && fitted[name] is JsonValue date) DatedFields.Read(fitted, name, date, formats);
        }
        return fitted;
    }

    /// <summary>The attributes that teammates must fill in to create such a ticket, and that have no value.</summary>
    public static IReadOnlyList<string> Missing(TicketType type, JsonObject values) =>
        (from attribute in type.TicketTypeAttributes ?? new ItemList<TicketTypeAttribute>([])
         where attribute is { RequiredToCreate: true, Archived: not true, Name: { } name } && string.IsNullOrWhiteSpace(values[name]?.ToString())
         select Spoken(attribute.Name!)).ToList();

    /// <summary>
    /// The name that people use for an attribute. The title and the description, which every type has, are called by their parameters.
    /// </summary>
    private static string Spoken(string name) => name switch { Title => "Title", Description => "Description", _ => name };

    private static TicketTypeAttribute? Find(TicketType type, string name)
    {
        // Without a list of attributes, the names cannot be checked here, and Intercom checks them.
        if (type.TicketTypeAttributes is not { Count: > 0 } attributes) return null;
        if (attributes.FirstOrDefault(attribute => attribute.Name == name) is { } exact) return exact;
        var near = attributes.Where(attribute => string.Equals(attribute.Name, name, StringComparison.OrdinalIgnoreCase) || string.Equals(Spoken(attribute.Name ?? ""), name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (near.Count == 1) return near[0];
        if (name is Title or Description) return null;
        var names = attributes.Where(attribute => attribute.Archived != true).Select(attribute => Spoken(attribute.Name ?? "")).ToList();
        var similar = NearMatch.Of(name, names);
        throw CommandErrors.UnknownTicketAttribute(name, $"{type}", similar, names);
    }

    private static JsonNode Value(TicketTypeAttribute attribute, JsonNode given)
    {
        switch (attribute.DataType)
        {
            case "list": return Item(attribute, given);
            case "integer" when Text(given) is { } text:
                return long.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var whole) ? JsonValue.Create(whole) : throw Refused(attribute, text, "a whole number");
            case "integer" when given.GetValueKind() == JsonValueKind.Number && given.ToString() is var digits && !long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _):
                throw Refused(attribute, digits, "a whole number");
            case "decimal" when Text(given) is { } text:
                return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : throw Refused(attribute, text, "a number");
            case "boolean" when Text(given) is { } text:
                return bool.TryParse(text, out var truth) ? JsonValue.Create(truth) : throw Refused(attribute, text, "$true or $false");
            default: return given.DeepClone();
        }
    }

    private static JsonNode Item(TicketTypeAttribute attribute, JsonNode given)
    {
        var items = Items(attribute.InputOptions).ToList();
        var text = given.ToString();
        if (items.Count == 0 || items.Exists(item => item.Id == text)) return given.DeepClone();
        var named = items.Where(item => string.Equals(item.Label, text.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        return named.Count == 1 ? JsonValue.Create(named[0].Id) : throw Refused(attribute, text, "one of " + string.Join(", ", items.Select(item => item.Label)));
    }

    /// <summary>
    /// Finds the items of a list. The API description does not define their place in the input options, so every object with an id and a
    /// label counts.
    /// </summary>
    private static IEnumerable<(string Id, string Label)> Items(object? options) => options switch
    {
        IDictionary map when map["id"] is { } id && (map["label"] ?? map["name"] ?? map["value"]) is { } label => [(Words(id), Words(label))],
        IDictionary map => map.Values.Cast<object?>().SelectMany(Items),
        ItemList<object?> list => list.SelectMany(Items),
        _ => [],
    };

    /// <summary>The labels of the items of a list.</summary>
    public static string[] Labels(object? options) => Items(options).Select(item => item.Label).ToArray();

    private static string Words(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string? Text(JsonNode node) => node.GetValueKind() == JsonValueKind.String ? node.ToString() : null;

    private static ArgumentException Refused(TicketTypeAttribute attribute, string given, string wanted) =>
        CommandErrors.InvalidTicketAttribute(given, attribute.Name, wanted);
}
