namespace Intercom.PowerShell;

/// <summary>
/// Converts attribute values to the names and types that the ticket type defines. Names match in any case, and list items match by label or
/// id. Numbers and booleans are also read from text, as in a CSV file.
/// </summary>
internal static class TicketAttributeValues
{
    public const string Title = Ticket.TitleAttribute;
    public const string Description = Ticket.DescriptionAttribute;

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
            fitted[name] = attribute is null || pair.Value is null
                ? pair.Value?.DeepClone() : TicketAttributeValue.Of(attribute, pair.Value);
            // Dates of fields that end in _at were converted earlier.
            if (attribute?.DataType is "datetime" or "date" && fitted[name] is JsonValue date) DatedFields.Read(
                fitted, name, date, formats);
        }
        return fitted;
    }

    /// <summary>The attributes that teammates must fill in to create such a ticket, and that have no value.</summary>
    public static IReadOnlyList<string> Missing(TicketType type, JsonObject values) =>
        (from attribute in type.TicketTypeAttributes ?? new ItemList<TicketTypeAttribute>([])
         where attribute is { RequiredToCreate: true, Archived: not true, Name: { } name }
             && string.IsNullOrWhiteSpace(values[name]?.ToString())
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
        var near = attributes.Where(attribute => string.Equals(attribute.Name, name, StringComparison.OrdinalIgnoreCase)
            || string.Equals(Spoken(attribute.Name ?? ""), name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (near.Count == 1) return near[0];
        if (name is Title or Description) return null;
        var names = attributes.Where(attribute => attribute.Archived != true).Select(attribute => Spoken(attribute.Name ?? "")).ToList();
        var similar = NearMatch.Of(name, names);
        throw CommandErrors.UnknownTicketAttribute(name, $"{type}", similar, names);
    }
}
