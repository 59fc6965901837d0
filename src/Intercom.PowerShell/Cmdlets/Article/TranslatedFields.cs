namespace Intercom.PowerShell;

/// <summary>Completes translations for the help center API.</summary>
internal static class TranslatedFields
{
    /// <summary>Adds the type of each translation, which Intercom requires and users should not have to type.</summary>
    /// <param name="body">The request's body.</param>
    /// <param name="kind">article or group.</param>
    public static void NameTypes(JsonObject body, string kind)
    {
        if (body["translated_content"] is not JsonObject translations) return;
        foreach (var content in translations.Select(pair => pair.Value).OfType<JsonObject>()) content["type"] ??= kind + "_content";
        translations["type"] ??= kind + "_translated_content";
    }
}
