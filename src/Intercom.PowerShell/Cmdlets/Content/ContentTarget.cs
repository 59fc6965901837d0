using System.Collections;

namespace Intercom.PowerShell;

/// <summary>An item of content that an action changes.</summary>
/// <param name="Type">The type in the API.</param>
/// <param name="Id">The id.</param>
/// <param name="Name">The title, if it is known.</param>
internal sealed record ContentTarget(string Type, string Id, string? Name)
{
    /// <summary>The texts of an article, one for each language; null when they are not known.</summary>
    public IReadOnlyList<ContentTarget>? Contents { get; init; }

    /// <summary>The type, the id and the title in words.</summary>
    public string Words => $"{Type.Replace('_', ' ')} {Id}{(string.IsNullOrEmpty(Name) ? "" : $" ({Name})")}";

    /// <summary>The entry in the body of the request.</summary>
    public JsonNode ToJson() => new JsonObject { ["type"] = Type, ["id"] = Id };

    /// <summary>The items of one input: the piped object, or the ids of the command line.</summary>
    /// <exception cref="ArgumentException">The input is not content.</exception>
    public static IReadOnlyList<ContentTarget> Of(PSObject? piped, string? type, string[]? ids)
    {
        if (piped is not null) return [OfObject(piped)];
        if (ids is null || type is null) throw CommandErrors.MissingContent();
        return [.. ids.Select(id => string.IsNullOrWhiteSpace(id) ? throw CommandErrors.MissingContent()
            : new ContentTarget(type.ToLowerInvariant(), id.Trim(), null))];
    }

    private static ContentTarget OfObject(PSObject piped)
    {
        var kind = PipedObject.KindOf(piped);
        var type = kind switch
        {
            nameof(ContentItem) => Text(piped, nameof(ContentItem.Type)),
            nameof(Article) => "article",
            nameof(InternalArticle) => "internal_article",
            nameof(ContentSnippet) => "content_snippet",
            _ => null,
        };
        if (type is null || Text(piped, "Id") is not { Length: > 0 } id)
        {
            throw CommandErrors.NotContent(kind ?? piped.BaseObject.GetType().Name);
        }
        var contents = RowObject.Unwrapped(piped.Properties[nameof(ContentItem.Contents)]?.Value) as IEnumerable;
        return new ContentTarget(type, id, Shown(piped))
        {
            Contents = contents?.Cast<object>().Select(item => OfObject(PSObject.AsPSObject(item))).ToList(),
        };
    }

    private static string? Shown(PSObject piped) => Text(piped, nameof(ContentItem.Locale)) is { Length: > 0 } locale
        ? $"{Text(piped, nameof(ContentItem.Title))}, {locale}" : Text(piped, nameof(ContentItem.Title));

    private static string? Text(PSObject piped, string name) => RowObject.Unwrapped(piped.Properties[name]?.Value)?.ToString();
}
