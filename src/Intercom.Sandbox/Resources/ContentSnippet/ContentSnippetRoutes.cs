using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Content snippets.</summary>
internal static class ContentSnippetRoutes
{
    public const string Snippets = "content_snippets";
    private const string Since = "2.16";
    private const int MostTitle = 255;

    public static void Add(Router router)
    {
        router.Add("GET", "content_snippets", call => Lists.NumberedAtRoot(call, call.Data.Table(Snippets).All.ToList(), 50, 50), Since);
        router.Add("GET", "content_snippets/{}", call => Lists.Show(Find(call)), Since);
        router.Add("POST", "content_snippets", Create, Since);
        router.Add("PUT", "content_snippets/{}", call => Take(call, Find(call)), Since);
        router.Add("DELETE", "content_snippets/{}", call =>
        {
            call.Data.Table(Snippets).Remove(Find(call));
            return Reply.Empty(204);
        }, Since);
    }

    public static Entity Make(Database data, long at)
    {
        var id = data.NextNumber(Snippets, 6601);
        return data.Create(Snippets, id, Shape.Of("content_snippet", new JsonObject
        {
            ["id"] = id, ["created_at"] = at, ["updated_at"] = at,
        }));
    }

    /// <summary>Sets the text in both of its forms.</summary>
    public static void Write(Entity snippet, string markdown)
    {
        snippet.Fields["body_markdown"] = markdown;
        snippet.Fields["json_blocks"] = Lists.Array(markdown.Split(['\n'], StringSplitOptions.RemoveEmptyEntries).Select(line =>
            (JsonNode)new JsonObject
            {
                ["type"] = line[0] == '#' ? "heading" : "paragraph", ["text"] = line.TrimStart('#', ' '),
            }));
    }

    private static Entity Find(Call call) => call.Data.Table(Snippets).Find(call.Id)
        ?? throw new SandboxError(404, "not_found", "Content snippet not found");

    private static Reply Create(Call call)
    {
        if (string.IsNullOrEmpty(call.Body["title"]?.ToString())) throw Refused("Title is required");
        if (call.Body["json_blocks"] is null && call.Body["body_markdown"] is null)
        {
            throw Refused("json_blocks or body_markdown is required");
        }
        return Reply.With(201, Take(call, Make(call.Data, call.Data.Now)));
    }

    private static JsonObject Take(Call call, Entity snippet)
    {
        var body = call.Body;
        if (body["title"]?.ToString().Length > MostTitle) throw Refused("Title is too long (maximum is 255 characters)");
        if (body["json_blocks"] is not null && body["body_markdown"] is not null)
        {
            throw Refused("json_blocks and body_markdown are mutually exclusive");
        }
        if (body["locale"]?.ToString() is { } locale && locale is not ("en" or "fr" or "de" or "es"))
        {
            throw Refused("The language is not currently supported for Fin");
        }
        var unknown = (body["audience_ids"] as JsonArray ?? []).Select(id => $"{id}")
            .Where(id => call.Data.Table(AudienceRoutes.Audiences).Find(id) is null).ToList();
        if (unknown.Count > 0)
        {
            throw new SandboxError(
                404, "parameter_invalid", $"audience_ids contains unknown audience IDs: {string.Join(", ", unknown)}");
        }
        Changes.Take(snippet.Fields, body, "title", "locale", "audience_ids", "ai_chatbot_availability", "ai_copilot_availability",
            "ai_sales_agent_availability");
        if (body["body_markdown"]?.ToString() is { } markdown) Write(snippet, markdown);
        if (body["json_blocks"] is JsonArray blocks)
        {
            snippet.Fields["json_blocks"] = Lists.Array(blocks.OfType<JsonObject>().Select(Ordered));
            snippet.Fields["body_markdown"] = string.Join(
                "\n\n", blocks.Select(block => $"{(block?["type"]?.ToString() == "heading" ? "# " : "")}{block?["text"]}")) + "\n";
        }
        foreach (var flag in new[] { "chatbot_availability", "copilot_availability" })
        {
            snippet.Fields[flag] = snippet.Text("ai_" + flag) == "true" ? 1 : 0;
        }
        snippet.Fields["updated_at"] = call.Data.Now;
        return Lists.Show(snippet);
    }

    /// <summary>A block with its type first, whatever the order in which a client sent the names.</summary>
    private static JsonNode Ordered(JsonObject block) => new JsonObject(block
        .OrderBy(field => field.Key != "type").ThenBy(field => field.Key, StringComparer.Ordinal)
        .Select(field => new KeyValuePair<string, JsonNode?>(field.Key, field.Value?.DeepClone())));

    private static SandboxError Refused(string why) => new(422, "validation_error", why);
}
