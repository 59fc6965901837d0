using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>The attributes of contacts, companies and conversations.</summary>
internal static class DataAttributeRoutes
{
    public static void Add(Router router)
    {
        router.Add("GET", "data_attributes", List);
        router.Add("POST", "data_attributes", CreateAttribute);
        router.Add("PUT", "data_attributes/{}", UpdateAttribute);
    }

    private static JsonArray? Options(JsonObject body)
    {
        if (body["options"] is null) return null;
        if (body["options"] is not JsonArray options) throw SandboxError.Invalid("Options isn't an array", "options");
        if (options.Count < 2) throw SandboxError.Invalid("The Data Attribute model field must have at least two options", "options");
        return Lists.Array(options.Select(option => (JsonNode)option!["value"]!.ToString()));
    }

    private static Reply List(Call call)
    {
        var model = call.Parameter("model");
        // Conversations have attributes of their own since 2.16.
        var isApart = !call.IsAtLeast("2.16") ? null : "conversation";
        if (model is not null && model == isApart)
        {
            throw new SandboxError(422, "parameter_invalid", "model must be contact or company", "model");
        }
        return Lists.Whole("list", "data", Shape.List("standard_attributes").Concat(call.Data.DataAttributes.All.Select(Lists.Show))
            .Where(attribute => (model is null || attribute["model"]!.ToString() == model) && attribute["model"]!.ToString() != isApart
                && (call.Parameter("include_archived") == "true" || attribute["archived"]!.GetValue<bool>() == false)));
    }

    private static Reply CreateAttribute(Call call)
    {
        var body = call.Body;
        var name = body["name"]?.ToString() ?? throw SandboxError.Missing("name");
        var model = body["model"]?.ToString() ?? throw SandboxError.Missing("model");
        var type = body["data_type"]?.ToString() ?? throw SandboxError.Missing("data_type");
        if (model is not ("contact" or "company"))
        {
            throw SandboxError.Invalid("The Data Attribute model field must be either contact or company");
        }
        if (type is not ("string" or "integer" or "float" or "boolean" or "datetime" or "date" or "options"))
        {
            throw SandboxError.Invalid("Data Type isn't an option");
        }
        if (call.Data.DataAttributes.All.FirstOrDefault(known =>
            string.Equals(known.Text("name"), name, StringComparison.OrdinalIgnoreCase)) is { } other)
        {
            throw SandboxError.Invalid(
                $"You already have '{name}' in your {People(other.Text("model")!)} data. "
                    + $"To save this as new {People(model)} data, use a different name.");
        }
        if (!name.All(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_'
            || char.GetUnicodeCategory(letter) == UnicodeCategory.CurrencySymbol))
        {
            throw SandboxError.Invalid(
                "Your name for this attribute must only contain alphanumeric characters, currency symbols, and hyphens");
        }
        if (type == "options" && body["options"] is null) throw SandboxError.Missing("options");
        var id = call.Data.NextNumber("data_attributes", 801);
        var created = Shape.Of("data_attribute", new JsonObject
        {
            ["id"] = long.Parse(id, CultureInfo.InvariantCulture), ["model"] = model, ["name"] = name,
            ["full_name"] = "custom_attributes." + name, ["label"] = name, ["data_type"] = type == "options" ? "string" : type,
            ["admin_id"] = Database.TokenAdmin, ["created_at"] = call.Data.Now, ["updated_at"] = call.Data.Now,
        });
        if (Options(body) is { } options) created["options"] = options;
        Changes.Take(created, body, "description", "messenger_writable");
        return Lists.Show(call.Data.Create("data_attributes", id, created));
    }

    /// <summary>A model as Intercom's messages call it.</summary>
    private static string People(string model) => model == "contact" ? "people" : model;

    private static Reply UpdateAttribute(Call call)
    {
        var attribute = call.Data.DataAttributes.Find(call.Id)
            ?? throw new SandboxError(404, "field_not_found", "We couldn't find that data attribute to update");
        if (Options(call.Body) is { } options) attribute.Fields["options"] = options;
        Changes.Take(attribute.Fields, call.Body, "description", "messenger_writable", "archived");
        attribute.Fields["updated_at"] = call.Data.Now;
        return Lists.Show(attribute);
    }
}
