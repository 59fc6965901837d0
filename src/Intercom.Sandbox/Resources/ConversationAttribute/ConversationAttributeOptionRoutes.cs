using System.Text.Json;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>The options of conversation attributes that are lists. Each answer is the whole attribute.</summary>
internal static class ConversationAttributeOptionRoutes
{
    private const int FewestActive = 2;

    public static void Add(Router router)
    {
        router.Add("POST", "conversations/attributes/{}/options", Create, since: "2.16");
        router.Add("PUT", "conversations/attributes/{}/options/{}", Update, since: "2.16");
        router.Add("DELETE", "conversations/attributes/{}/options/{}", Archive, since: "2.16");
    }

    public static JsonObject Make(Database data, string label)
    {
        var number = long.Parse(data.NextNumber("conversation_attribute_options", 1), CultureInfo.InvariantCulture);
        return Shape.Of("conversation_attribute_option", new JsonObject
        {
            ["id"] = "00000000-0000-4000-8000-" + number.ToString("x12", CultureInfo.InvariantCulture), ["label"] = label,
        });
    }

    /// <summary>The label of an option in a body, which has nothing else.</summary>
    public static string LabelOf(JsonNode? option)
    {
        if (option is not JsonObject { Count: > 0 } fields || fields["label"] is not { } label) throw Invalid("label is required");
        if (label.GetValueKind() != JsonValueKind.String) throw Invalid("label must be a string");
        return fields.Count == 1 ? label.ToString() : throw Invalid("only 'label' is accepted");
    }

    private static Reply Create(Call call)
    {
        var (attribute, options) = Options(call);
        options.Add(Make(call.Data, LabelOf(call.Body)));
        return Changed(call, attribute);
    }

    private static Reply Update(Call call)
    {
        var (attribute, options) = Options(call);
        var option = Option(call, options);
        option["label"] = LabelOf(call.Body);
        return Changed(call, attribute);
    }

    private static Reply Archive(Call call)
    {
        var (attribute, options) = Options(call);
        var option = Option(call, options);
        if (!IsArchived(option) && options.Count(other => !IsArchived(other!)) <= FewestActive)
        {
            throw Invalid("A list attribute must have at least 2 active options");
        }
        option["archived"] = true;
        return Changed(call, attribute);
    }

    private static (Entity Attribute, JsonArray Options) Options(Call call)
    {
        var attribute = ConversationAttributeRoutes.Find(call);
        return attribute.Fields["options"] is JsonArray options
            ? (attribute, options) : throw Invalid("Options can only be managed on list attributes");
    }

    private static JsonObject Option(Call call, JsonArray options) =>
        options.OfType<JsonObject>().FirstOrDefault(option => option["id"]!.ToString() == call.Ids[1])
            ?? throw SandboxError.NotFound("conversation_attribute_not_found", "List option");

    private static bool IsArchived(JsonNode option) => option["archived"]!.GetValue<bool>();

    private static Reply Changed(Call call, Entity attribute)
    {
        attribute.Fields["updated_at"] = call.Data.Now;
        return Lists.Show(attribute);
    }

    private static SandboxError Invalid(string message) => new(422, "parameter_invalid", message);
}
