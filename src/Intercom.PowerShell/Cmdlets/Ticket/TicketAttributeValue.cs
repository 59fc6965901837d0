using System.Collections;
using System.Text.Json;

namespace Intercom.PowerShell;

/// <summary>Converts the value of one attribute to the type that the ticket type defines: a list item, a number or a boolean.</summary>
internal static class TicketAttributeValue
{
    /// <summary>Returns the value in the form that the API requires.</summary>
    /// <exception cref="ArgumentException">The attribute does not accept the value.</exception>
    public static JsonNode Of(TicketTypeAttribute attribute, JsonNode given)
    {
        switch (attribute.DataType)
        {
            case "list": return Item(attribute, given);
            case "integer" when Text(given) is { } text:
                return long.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
                    CultureInfo.InvariantCulture, out var whole)
                    ? JsonValue.Create(whole) : throw Refused(attribute, text, "a whole number");
            case "integer" when given.GetValueKind() == JsonValueKind.Number && given.ToString() is var digits
                && !long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _):
                throw Refused(attribute, digits, "a whole number");
            case "decimal" when Text(given) is { } text:
                return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    ? JsonValue.Create(number) : throw Refused(attribute, text, "a number");
            case "boolean" when Text(given) is { } text:
                return bool.TryParse(text, out var truth) ? JsonValue.Create(truth) : throw Refused(attribute, text, "$true or $false");
            default: return given.DeepClone();
        }
    }

    /// <summary>The labels of the items of a list.</summary>
    public static string[] Labels(object? options) => Items(options).Select(item => item.Label).ToArray();

    private static JsonNode Item(TicketTypeAttribute attribute, JsonNode given)
    {
        var items = Items(attribute.InputOptions).ToList();
        var text = given.ToString();
        if (items.Count == 0 || items.Exists(item => item.Id == text)) return given.DeepClone();
        var named = items.Where(item => string.Equals(item.Label, text.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        return named.Count == 1 ? JsonValue.Create(named[0].Id)
            : throw Refused(attribute, text, "one of " + string.Join(", ", items.Select(item => item.Label)));
    }

    /// <summary>
    /// Finds the items of a list. The API description does not define their place in the input options, so every object with an id and a
    /// label counts.
    /// </summary>
    private static IEnumerable<(string Id, string Label)> Items(object? options) => options switch
    {
        IDictionary map when map["id"] is { } id && (map["label"] ?? map["name"] ?? map["value"]) is { } label =>
            [(Words(id), Words(label))],
        IDictionary map => map.Values.Cast<object?>().SelectMany(Items),
        ItemList<object?> list => list.SelectMany(Items),
        _ => [],
    };

    private static string Words(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string? Text(JsonNode node) => node.GetValueKind() == JsonValueKind.String ? node.ToString() : null;

    private static ArgumentException Refused(TicketTypeAttribute attribute, string given, string wanted) =>
        CommandErrors.InvalidTicketAttribute(given, attribute.Name, wanted);
}
