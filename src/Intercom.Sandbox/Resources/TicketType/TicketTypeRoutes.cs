using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Ticket types, their attributes, and the states of tickets.</summary>
internal static class TicketTypeRoutes
{
    private static readonly string[] Categories = ["Customer", "Back-office", "Tracker"];
    private static readonly string[] Kinds = ["string", "list", "integer", "decimal", "boolean", "datetime", "files"];
    private static readonly string[] Flags = [
        "required_to_create", "required_to_create_for_contacts", "visible_on_create", "visible_to_contacts"];

    public static void Add(Router router)
    {
        router.Add("GET", "ticket_states", call =>
            Lists.Whole("list", "data", call.Data.Table("ticket_states").All.Select(state => ShowState(call.Data, state))));
        router.Add("GET", "ticket_types", call =>
            Lists.Whole("list", "data", call.Data.Table("ticket_types").All.Select(type => Show(call.Data, type))));
        router.Add("POST", "ticket_types", Create);
        router.Add("GET", "ticket_types/{}", call => Show(call.Data, Find(call.Data, call.Id)));
        router.Add("PUT", "ticket_types/{}", Update);
        router.Add("POST", "ticket_types/{}/attributes", CreateAttribute);
        router.Add("PUT", "ticket_types/{}/attributes/{}", UpdateAttribute);
    }

    public static Entity Find(Database data, string? id) =>
        data.Table("ticket_types").Find(id) ?? throw SandboxError.NotFound("not_found", "Ticket type");

    public static IEnumerable<Entity> Attributes(Database data, Entity type) =>
        type.Links("attributes").Select(id => data.Table("ticket_type_attributes").Find(id)!);

    public static Entity? AttributeOf(Database data, Entity type, string name) =>
        Attributes(data, type).FirstOrDefault(attribute => attribute.Text("name") == name);

    /// <summary>A type with its attributes and states.</summary>
    public static JsonObject Show(Database data, Entity type)
    {
        var shown = Lists.Show(type);
        shown["ticket_type_attributes"] = Lists.Whole(
            "list", "data", Attributes(data, type).OrderBy(attribute => attribute.Number("order")).Select(Lists.Show));
        shown["ticket_states"] = Lists.Whole(
            "list", "data", type.Links("states").Select(id => ShowState(data.Table("ticket_states").Find(id)!)));
        return shown;
    }

    /// <summary>A state as tickets and types show it.</summary>
    public static JsonObject ShowState(Entity state)
    {
        var shown = Lists.Show(state);
        shown.Remove("archived");
        return shown;
    }

    /// <summary>The items of a list attribute: id and label.</summary>
    public static IEnumerable<(string Id, string Label)> Items(Entity attribute) =>
        (attribute.Fields["input_options"]?["list_options"] as JsonArray
                ?? []).OfType<JsonObject>().Select(item => (item["id"]!.ToString(), item["label"]!.ToString()));

    public static Entity Make(Database data, string name, string description, string category, string icon, bool isInternal, long at)
    {
        var id = data.NextNumber("ticket_types", 1201);
        var type = data.Create("ticket_types", id, Shape.Of("ticket_type", new JsonObject
        {
            ["id"] = id, ["name"] = name, ["description"] = description, ["category"] = category, ["icon"] = icon,
            ["workspace_id"] = data.WorkspaceId, ["is_internal"] = isInternal, ["created_at"] = at, ["updated_at"] = at,
        }));
        type.Linked("states").AddRange(
            data.Table("ticket_states").All.Where(state => state.Fields["archived"]?.GetValue<bool>() != true).Select(state => state.Id));
        foreach (var (own, multiline) in new[] { ("_default_title_", false), ("_default_description_", true) })
        {
            var attribute = MakeAttribute(
                data,
                type,
                new JsonObject { ["name"] = own, ["description"] = "", ["data_type"] = "string", ["multiline"] = multiline },
                at);
            attribute.Fields["default"] = true;
        }
        return type;
    }

    public static Entity MakeAttribute(Database data, Entity type, JsonObject body, long at)
    {
        var id = data.NextNumber("ticket_type_attributes", 1301);
        var order = type.Links("attributes").Count;
        var attribute = data.Create("ticket_type_attributes", id, Shape.Of("ticket_type_attribute", new JsonObject
        {
            ["id"] = id, ["workspace_id"] = data.WorkspaceId, ["name"] = body["name"]!.ToString(),
            ["description"] = body["description"]!.ToString(), ["data_type"] = body["data_type"]!.ToString(), ["order"] = order,
            ["ticket_type_id"] = long.Parse(type.Id, CultureInfo.InvariantCulture), ["created_at"] = at, ["updated_at"] = at,
        }));
        Changes.Take(attribute.Fields, body, Flags);
        TakeOptions(data, attribute, body);
        type.Linked("attributes").Add(id);
        return attribute;
    }

    private static JsonObject ShowState(Database data, Entity state)
    {
        var shown = Lists.Show(state);
        var types = data.Table("ticket_types").All.Where(type => type.Links("states").Contains(state.Id));
        shown["ticket_types"] = Lists.Whole("list", "data", types.Select(type => Shape.From("ticket_type_brief", type)));
        return shown;
    }

    private static Reply Create(Call call)
    {
        var body = call.Body;
        var name = Named(body) ?? throw SandboxError.Missing("name");
        var category = CategoryOf(body) ?? "Customer";
        return Show(
            call.Data,
            Make(
                call.Data, name, body["description"]?.ToString() ?? "", category, body["icon"]?.ToString() ?? "🎟️",
                body["is_internal"]?.GetValue<bool>() ?? category != "Customer", call.Data.Now));
    }

    private static Reply Update(Call call)
    {
        var type = Find(call.Data, call.Id);
        var body = call.Body;
        Named(body);
        CategoryOf(body);
        Truths(body, "archived", "is_internal");
        Changes.Take(type.Fields, body, "name", "description", "category", "icon", "archived", "is_internal");
        type.Fields["updated_at"] = call.Data.Now;
        return Show(call.Data, type);
    }

    private static Reply CreateAttribute(Call call)
    {
        var type = Find(call.Data, call.Id);
        var body = call.Body;
        var name = Named(body) ?? throw SandboxError.Missing("name");
        if (body["description"] is null) throw SandboxError.Missing("description");
        var kind = body["data_type"]?.ToString() ?? throw SandboxError.Missing("data_type");
        if (!Kinds.Contains(kind)) throw SandboxError.Invalid($"data_type must be one of {string.Join(", ", Kinds)}", "data_type");
        if (AttributeOf(call.Data, type, name) is not null)
        {
            throw SandboxError.Invalid($"An attribute with the name '{name}' already exists", "name");
        }
        if (kind == "list" && Labels(body).Length == 0) throw SandboxError.Missing("list_items");
        Truths(body, [.. Flags, "multiline", "allow_multiple_values"]);
        return Lists.Show(MakeAttribute(call.Data, type, body, call.Data.Now));
    }

    private static Reply UpdateAttribute(Call call)
    {
        var type = Find(call.Data, call.Id);
        var attribute = Attributes(call.Data, type).FirstOrDefault(candidate => candidate.Id == call.Ids[1])
            ?? throw SandboxError.NotFound("not_found", "Ticket type attribute");
        var body = call.Body;
        if (Named(body) is { } name && AttributeOf(call.Data, type, name) is { } other && other != attribute)
        {
            throw SandboxError.Invalid($"An attribute with the name '{name}' already exists", "name");
        }
        Truths(body, [.. Flags, "multiline", "allow_multiple_values", "archived"]);
        Changes.Take(attribute.Fields, body, [.. Flags, "name", "description", "archived"]);
        TakeOptions(call.Data, attribute, body);
        attribute.Fields["updated_at"] = call.Data.Now;
        return Lists.Show(attribute);
    }

    /// <summary>How the attribute is entered. An item of a list keeps its id as long as it keeps its label.</summary>
    private static void TakeOptions(Database data, Entity attribute, JsonObject body)
    {
        switch (attribute.Text("data_type"))
        {
            case "string" when body["multiline"] is { } multiline || attribute.Fields["input_options"] is null:
                attribute.Fields["input_options"] = new JsonObject { ["multiline"] = body["multiline"]?.GetValue<bool>() ?? false };
                break;
            case "files" when body["allow_multiple_values"] is { } several:
                attribute.Fields["input_options"] = new JsonObject { ["allow_multiple_values"] = several.GetValue<bool>() };
                break;
            case "list" when Labels(body) is { Length: > 0 } labels:
                var known = Items(attribute).ToDictionary(item => item.Label, item => item.Id, StringComparer.Ordinal);
                attribute.Fields["input_options"] = new JsonObject
                {
                    ["list_options"] = Lists.Array(labels.Select(label =>
                        (JsonNode)Shape.Of("list_option", new JsonObject
                        {
                            ["id"] = known.TryGetValue(label, out var id)
                                ? id
                                : "5f3a0e1c-0000-4000-8000-" + data.NextNumber("list_options", 1).PadLeft(12, '0'),
                            ["label"] = label,
                        }))),
                };
                break;
        }
    }

    private static string[] Labels(JsonObject body) =>
        (body["list_items"]?.ToString() ?? "").Split(',')
            .Select(label => label.Trim())
            .Where(label => label.Length > 0)
            .Distinct().ToArray();

    /// <summary>The name in the body, which must not be blank. Null when the body does not have it.</summary>
    private static string? Named(JsonObject body)
    {
        if (!body.TryGetPropertyValue("name", out var name)) return null;
        return string.IsNullOrWhiteSpace(name?.ToString())
            ? throw SandboxError.Invalid("name must not be blank", "name")
            : name!.ToString();
    }

    private static string? CategoryOf(JsonObject body)
    {
        var category = body["category"]?.ToString();
        return category is null || Categories.Contains(category)
            ? category
            : throw SandboxError.Invalid($"category must be one of {string.Join(", ", Categories)}", "category");
    }

    private static void Truths(JsonObject body, params string[] names)
    {
        foreach (var name in names)
        {
            if (body[name] is { } given
                && given.GetValueKind() is not (System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False))
            {
                throw SandboxError.Invalid($"{name} must be a boolean", name);
            }
        }
    }
}
