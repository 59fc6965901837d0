using System.Text.Json;

namespace Intercom.PowerShell;

/// <summary>Converts the text of a row to the type of a custom attribute. Dates are converted by <see cref="DatedFields"/>.</summary>
internal static class AttributeText
{
    /// <summary>True for a text.</summary>
    public static bool IsText(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String;

    /// <summary>Converts one attribute. The text of an attribute of another or unknown type is kept.</summary>
    /// <param name="attributes">The attributes of the request.</param>
    /// <param name="name">The attribute.</param>
    /// <param name="type">Its type in the workspace; null for an unknown attribute.</param>
    /// <exception cref="RowException">The text is not a number, or neither true nor false.</exception>
    public static void Read(JsonObject attributes, string name, string? type)
    {
        if (!IsText(attributes[name])) return;
        var text = attributes[name]!.GetValue<string>();
        try
        {
            switch (type)
            {
                case "integer":
                    attributes[name] = JsonValue.Create((long)NumberText.Read(text, isWhole: true)!);
                    break;
                case "float":
                    attributes[name] = JsonValue.Create((double)NumberText.Read(text, isWhole: false)!);
                    break;
                case "boolean":
                    attributes[name] = JsonValue.Create((bool)TruthAttribute.Read(text)!);
                    break;
            }
        }
        catch (MetadataException failure)
        {
            throw CommandErrors.RefusedColumn("CustomAttributes." + name, RowObject.Shown(text), "CustomAttribute", failure);
        }
    }
}
