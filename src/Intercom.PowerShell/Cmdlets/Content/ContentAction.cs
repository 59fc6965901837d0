using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>An action for items of content, and the types that it accepts. Intercom ignores other types silently.</summary>
/// <param name="Name">The word of the API.</param>
/// <param name="Verb">The action in words, such as <c>Publish</c>.</param>
/// <param name="Types">The accepted types.</param>
internal sealed record ContentAction(string Name, string Verb, params string[] Types)
{
    private const int MostNames = 3;
    private const string Content = "article_content";
    private static readonly string[] Others = ["content_snippet", "external_content", "file_source_content", "internal_article"];

    public static readonly ContentAction Publish = new("publish", "Publish", Content);
    public static readonly ContentAction Unpublish = new("unpublish", "Unpublish", Content);
    public static readonly ContentAction Delete = new("delete", "Delete",
        Content, "content_snippet", "file_source_content", "internal_article");
    public static readonly ContentAction Availability = new("set_availability", "Update", [Content, .. Others]) { Field = "availability" };
    public static readonly ContentAction Audience = new("set_audience", "Update", [Content, .. Others]) { Field = "audience" };
    public static readonly ContentAction Tags = new("update_tags", "Update", ["article", .. Others]) { Field = "tags" };

    /// <summary>The field of the body that contains the change; null when the action says it all.</summary>
    public string? Field { get; init; }

    /// <summary>The change.</summary>
    public JsonNode? Value { get; init; }

    /// <summary>The change in words.</summary>
    public string Change { get; init; } = "";

    /// <summary>The names of tags whose ids are added to the change, by its field.</summary>
    public IReadOnlyDictionary<string, string[]> TagNames { get; init; } = new Dictionary<string, string[]>();

    /// <summary>The items that the request names for one item. For the texts of an article, they are those of its languages.</summary>
    /// <exception cref="ArgumentException">The action does not accept the type of the item.</exception>
    public IEnumerable<ContentTarget> TargetsOf(ContentTarget item)
    {
        if (Types.Contains(item.Type)) return [item];
        if (item.Type != "article" || !Types.Contains(Content)) throw CommandErrors.TypeOfOtherAction(item.Words, Name, Types);
        return item.Contents is { Count: > 0 } contents ? contents : throw CommandErrors.ArticleWithoutContents(item.Words, Name);
    }

    /// <summary>The text of -WhatIf.</summary>
    public string Doing(IReadOnlyList<ContentTarget> targets)
    {
        var names = string.Join(", ", targets.Take(MostNames).Select(target => target.Words));
        var more = targets.Count > MostNames ? $" and {targets.Count - MostNames} more" : "";
        return $"{Verb} content: {names}{more}{Change}";
    }

    /// <summary>Adds the ids of tags to the request.</summary>
    public async Task<ApiRequest> CompleteAsync(ApiRequest request, SendContext context)
    {
        if (TagNames.Count == 0) return request;
        var body = (JsonObject)request.Body!.DeepClone();
        foreach (var (field, names) in TagNames.Select(pair => (pair.Key, pair.Value)))
        {
            var ids = new JsonArray();
            foreach (var name in names)
            {
                var id = await context.Directory.IdAsync(typeof(Tag), name, context.Sink, context.Cancellation).ConfigureAwait(false);
                ids.Add(WireBody.Form("Tag", JsonValue.Create(id), WireForm.Integer));
            }
            body[Field!]![field] = ids;
        }
        return request.WithBody(body);
    }
}
