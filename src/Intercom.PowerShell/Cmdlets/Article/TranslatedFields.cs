using System.Linq;
using System.Text.Json.Nodes;

namespace Intercom.PowerShell;

/// <summary>Translations as the help center wants them.</summary>
internal static class TranslatedFields
{
    /// <summary>Says what kind of content each language holds, which Intercom wants and nobody wants to type.</summary>
    /// <param name="body">The request's body.</param>
    /// <param name="kind">article or group.</param>
    public static void NameTypes(JsonObject body, string kind)
    {
        if (body["translated_content"] is not JsonObject translations) return;
        foreach (var content in translations.Select(pair => pair.Value).OfType<JsonObject>()) content["type"] ??= kind + "_content";
        translations["type"] ??= kind + "_translated_content";
    }
}
