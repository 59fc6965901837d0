using Intercom.Http;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Instances of custom objects.</summary>
internal static class CustomObjectRoutes
{
    public static void Add(Router router)
    {
        router.Add("GET", "custom_object_instances/{}", List);
        router.Add("GET", "custom_object_instances/{}/{}", call => Lists.Show(Instance(call)));
        router.Add("POST", "custom_object_instances/{}", Upsert);
        router.Add("DELETE", "custom_object_instances/{}", call => Delete(call, ByExternalId(call)));
        router.Add("DELETE", "custom_object_instances/{}/{}", call =>
            Delete(call, Instances(call).FirstOrDefault(instance =>
                instance.Id == call.Ids[1]) ?? throw SandboxError.NotFound("not_found", "Custom Object Instance")));
    }

    /// <summary>An instance by its external id, or all instances since version 2.16.</summary>
    private static Reply List(Call call)
    {
        var isList = call.IsAtLeast(ApiChanges.ListedCustomObjects) && call.Parameter("external_id") is null;
        if (!isList) return Lists.Show(ByExternalId(call));
        if (!call.Data.Table("custom_object_types").All.Any(type => type.Id == call.Id))
        {
            throw SandboxError.NotFound("not_found", "Custom Object Type");
        }
        var (contact, conversation) = (call.Parameter("references_contact_id"), call.Parameter("references_conversation_id"));
        var found = Instances(call).Where(instance => (contact is null || instance.Links("contacts").Contains(contact))
            && (conversation is null || instance.Links("conversations").Contains(conversation)));
        return Lists.Numbered(call, found.OrderByDescending(instance => instance.Sequence).ToList(), 20, 150, Lists.Show);
    }

    private static System.Collections.Generic.IEnumerable<Entity> Instances(Call call) =>
        call.Data.Table("custom_objects").All.Where(instance => instance.Text("type") == call.Id);

    private static Entity Instance(Call call) =>
        Instances(call).FirstOrDefault(instance => instance.Id == call.Ids[1] || instance.Text("external_id") == call.Ids[1])
            ?? throw SandboxError.NotFound("not_found", "Custom Object Instance");

    private static Entity ByExternalId(Call call)
    {
        var key = call.Parameter("external_id") ?? throw SandboxError.Missing("external_id");
        return Instances(call).FirstOrDefault(instance => instance.Text("external_id") == key)
            ?? throw SandboxError.NotFound("not_found", "Custom Object Instance");
    }

    private static Reply Upsert(Call call)
    {
        if (!call.Data.Table("custom_object_types").All.Any(type => type.Id == call.Id))
        {
            throw SandboxError.NotFound("not_found", "Custom Object Type");
        }
        var key = call.Body["external_id"]?.ToString() ?? throw SandboxError.Missing("external_id");
        var instance = Instances(call).FirstOrDefault(known => known.Text("external_id") == key) ?? MakeInstance(call.Data, call.Id, key);
        Changes.TakeTimes(instance.Fields, call.Body, "external_created_at", "external_updated_at");
        foreach (var attribute in call.Body["custom_attributes"] as JsonObject ?? [])
        {
            instance.Fields["custom_attributes"]![attribute.Key] = attribute.Value?.DeepClone();
        }
        instance.Fields["updated_at"] = call.Data.Now;
        return Lists.Show(instance);
    }

    public static Entity MakeInstance(Database data, string type, string externalId)
    {
        var id = data.NextNumber("custom_objects", 21);
        return data.Create("custom_objects", id, Shape.Of("custom_object", new JsonObject
        {
            ["id"] = id, ["type"] = type, ["external_id"] = externalId, ["created_at"] = data.Now, ["updated_at"] = data.Now,
        }));
    }

    private static Reply Delete(Call call, Entity instance)
    {
        call.Data.Table("custom_objects").Remove(instance);
        return Lists.Deleted(instance, call.Id);
    }
}
