using System.Text.Json.Serialization;

namespace Intercom;

/// <summary>
/// A text in several languages, by the language's code: <c>$article.TranslatedContent.fr</c>, <c>$article.TranslatedContent['pt-BR']</c>.
/// </summary>
[JsonConverter(typeof(Json.TranslationsConverterFactory))]
public sealed class Translations<T> : Dictionary<string, T> where T : IntercomObject
{
    /// <summary>Creates an empty set of translations. Codes are compared without regard to case.</summary>
    public Translations() : base(StringComparer.OrdinalIgnoreCase) { }

    /// <summary>Intercom's word for the set, such as <c>article_translated_content</c>.</summary>
    internal string? WireType { get; set; }

    /// <summary>The languages.</summary>
    public override string ToString() => string.Join(", ", Keys.OrderBy(code => code, StringComparer.Ordinal));
}
