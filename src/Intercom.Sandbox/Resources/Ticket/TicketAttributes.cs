using System.Text.Json;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>The attribute values of tickets.</summary>
internal static class TicketAttributes
{
    /// <summary>Checks the values of a body against the ticket type, and returns the values to keep.</summary>
    /// <exception cref="SandboxError">An attribute does not exist, or has another type.</exception>
    public static JsonObject Read(Database data, Entity type, JsonObject body)
    {
        if (!body.TryGetPropertyValue("ticket_attributes", out var given) || given is null) return [];
        if (given is not JsonObject values) throw SandboxError.Invalid("ticket_attributes must be an object", "ticket_attributes");
        foreach (var (name, value) in values.Select(pair => (pair.Key, pair.Value)))
        {
            var attribute = TicketTypeRoutes.AttributeOf(data, type, name);
            if (attribute is null || attribute.Fields["archived"]?.GetValue<bool>() == true)
            {
                throw SandboxError.Invalid($"Ticket attribute '{name}' does not exist on the ticket type", name);
            }
            if (value is not null && !Fits(attribute, value))
            {
                throw SandboxError.Invalid(
                    $"'{value}' is not a valid value for the {attribute.Text("data_type")} attribute '{name}'", name);
            }
        }
        return (JsonObject)values.DeepClone();
    }

    /// <summary>True when a value is missing without which no ticket of the type can be made.</summary>
    public static bool Lacks(Database data, Entity type, JsonObject values) => TicketTypeRoutes.Attributes(data, type).Any(attribute =>
        attribute.Fields["required_to_create"]?.GetValue<bool>() == true
            && attribute.Fields["archived"]?.GetValue<bool>() != true
            && string.IsNullOrWhiteSpace(values[attribute.Text("name")!]?.ToString()));

    /// <summary>The change of a value, as a ticket part shows it.</summary>
    public static JsonObject Change(Entity attribute, JsonNode? value)
    {
        var label = TicketTypeRoutes.Items(attribute).FirstOrDefault(item => item.Id == value?.ToString()).Label;
        var change = Shape.Of("changed_attribute", []);
        (change["attribute"]!["id"], change["attribute"]!["label"]) = (attribute.Id, attribute.Text("name"));
        change["value"]!["id"] = value is JsonArray ? value.DeepClone() : value?.ToString();
        change["value"]!["label"] = value is JsonArray ? value.DeepClone() : label ?? value?.ToString();
        return change;
    }

    private static bool Fits(Entity attribute, JsonNode value) => attribute.Text("data_type") switch
    {
        "list" => TicketTypeRoutes.Items(attribute).Any(item => item.Id == value.ToString()),
        "integer" => value.Number() is { } number && number == System.Math.Floor(number),
        "decimal" => value.Number() is not null,
        "boolean" => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "datetime" => value.Number() is not null || value.GetValueKind() == JsonValueKind.String,
        "files" => value is JsonArray,
        _ => value is JsonValue,
    };
}
