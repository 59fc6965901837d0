using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>
/// The attributes of conversations, as version 2.16 manages them. Each has a data attribute of the same name, which earlier versions list
/// and by which conversations are changed.
/// </summary>
internal static class ConversationAttributeRoutes
{
    private const string Kind = "conversation_attributes";
    private static readonly string[] Types =
        ["string", "integer", "list", "decimal", "boolean", "datetime", "relationship", "files"];

    public static void Add(Router router)
    {
        router.Add("GET", "conversations/attributes", call => Lists.Whole("list", "data", call.Data.Table(Kind).All
            .Where(attribute => call.Parameter("include_archived") == "true" || !IsArchived(attribute))
            .OrderByDescending(attribute => attribute.Sequence).Select(Lists.Show)), since: "2.16");
        router.Add("POST", "conversations/attributes", Create, since: "2.16");
        router.Add("GET", "conversations/attributes/{}", call => Lists.Show(Find(call)), since: "2.16");
        router.Add("PUT", "conversations/attributes/{}", Update, since: "2.16");
        router.Add("DELETE", "conversations/attributes/{}", Archive, since: "2.16");
        ConversationAttributeOptionRoutes.Add(router);
    }

    public static Entity Find(Call call) => call.Data.Table(Kind).Find(call.Id)
        ?? throw SandboxError.NotFound("conversation_attribute_not_found", "Conversation attribute");

    /// <summary>Adds an attribute. Options are labels.</summary>
    public static Entity Make(Database data, string name, string type, IEnumerable<string> options, long at)
    {
        var id = data.NextNumber(Kind, 1);
        var attribute = data.Create(Kind, id, Shape.Of("conversation_attribute", new JsonObject
        {
            ["id"] = long.Parse(id, CultureInfo.InvariantCulture), ["name"] = name, ["data_type"] = type,
            ["created_at"] = at, ["updated_at"] = at, ["admin_id"] = Database.TokenAdmin,
            ["multiline"] = type == "string" ? false : null,
            ["options"] = type == "list"
                ? Lists.Array(options.Select(label => ConversationAttributeOptionRoutes.Make(data, label))) : null,
        }));
        if (DataAttributeOf(data, name) is null)
        {
            var other = data.NextNumber("data_attributes", 801);
            data.Create("data_attributes", other, Shape.Of("data_attribute", new JsonObject
            {
                ["id"] = long.Parse(other, CultureInfo.InvariantCulture), ["model"] = "conversation", ["name"] = name,
                ["full_name"] = "custom_attributes." + name, ["label"] = name,
                ["data_type"] = type switch { "decimal" => "float", "integer" or "boolean" or "datetime" => type, _ => "string" },
                ["admin_id"] = Database.TokenAdmin, ["created_at"] = at, ["updated_at"] = at,
            }));
        }
        return attribute;
    }

    private static bool IsArchived(Entity attribute) => attribute.Fields["archived"]!.GetValue<bool>();

    private static Entity? DataAttributeOf(Database data, string name) => data.DataAttributes.All.FirstOrDefault(attribute =>
        attribute.Text("model") == "conversation" && attribute.Text("name") == name);

    private static Reply Create(Call call)
    {
        var body = call.Body;
        var name = body["name"]?.ToString() is { Length: > 0 } given ? given : throw Invalid("name is required");
        var type = body["data_type"]?.ToString() ?? throw Invalid("data_type is required");
        if (!Types.Contains(type))
        {
            throw Invalid($"data_type '{type}' is not valid. Allowed types: {string.Join(", ", Types)}");
        }
        var options = (body["options"] as JsonArray ?? []).Select(ConversationAttributeOptionRoutes.LabelOf).ToList();
        if (type == "list" && options.Count < 2) throw Invalid("A list attribute must have at least 2 active options");
        if (type == "relationship") RequireReference(body);
        var attribute = Make(call.Data, name, type, options, call.Data.Now);
        Take(attribute, body);
        return Lists.Show(attribute);
    }

    private static Reply Update(Call call)
    {
        var attribute = Find(call);
        if (call.Body.ContainsKey("reference")) RequireReference(call.Body);
        if (call.Body["name"]?.ToString() is { Length: > 0 } name && DataAttributeOf(call.Data, attribute.Text("name")!) is { } other)
        {
            other.Fields["name"] = name;
            other.Fields["full_name"] = "custom_attributes." + name;
        }
        Changes.Take(attribute.Fields, call.Body, "name");
        Take(attribute, call.Body);
        attribute.Fields["updated_at"] = call.Data.Now;
        return Lists.Show(attribute);
    }

    private static Reply Archive(Call call)
    {
        var attribute = Find(call);
        attribute.Fields["archived"] = true;
        attribute.Fields["updated_at"] = call.Data.Now;
        if (DataAttributeOf(call.Data, attribute.Text("name")!) is { } other) other.Fields["archived"] = true;
        return Lists.Show(attribute);
    }

    private static void Take(Entity attribute, JsonObject body)
    {
        Changes.Take(attribute.Fields, body, "description", "required", "visible_to_team_ids");
        if (attribute.Text("data_type") == "string") Changes.Take(attribute.Fields, body, "multiline");
        if (attribute.Text("data_type") == "relationship") Changes.Take(attribute.Fields, body, "reference");
    }

    private static void RequireReference(JsonObject body)
    {
        if (body["reference"]?["type"]?.ToString() is not ("one" or "many")) throw Invalid("reference type must be one or many");
    }

    private static SandboxError Invalid(string message) => new(422, "parameter_invalid", message);
}
