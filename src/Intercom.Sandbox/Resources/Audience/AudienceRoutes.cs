using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Audiences, which content is limited to.</summary>
internal static class AudienceRoutes
{
    public const string Audiences = "audiences";
    private const string Since = "2.16";

    public static void Add(Router router)
    {
        router.Add("GET", "audiences", call => Lists.NumberedAtRoot(call, call.Data.Table(Audiences).All.ToList(), 50, 50), Since);
        router.Add("GET", "audiences/{}", call => Lists.Show(call.Data.Find(Audiences, call.Id)), Since);
        router.Add("POST", "audiences", call =>
        {
            if (call.Body["name"] is null) throw Refused("Name is required");
            return Reply.With(201, Take(call, Make(call.Data, "", call.Data.Now)));
        }, Since);
        router.Add("PUT", "audiences/{}", call => Take(call, call.Data.Find(Audiences, call.Id)), Since);
        router.Add("DELETE", "audiences/{}", call =>
        {
            call.Data.Delete(Audiences, call.Id, "audience");
            return Reply.Empty(204);
        }, Since);
    }

    public static Entity Make(Database data, string name, long at)
    {
        var id = data.NextNumber(Audiences, 6501);
        return data.Create(Audiences, id, Shape.Of("audience", new JsonObject
        {
            ["id"] = id, ["name"] = name, ["created_at"] = at, ["updated_at"] = at,
        }));
    }

    private static JsonObject Take(Call call, Entity audience)
    {
        foreach (var list in new[] { "predicates", "role_predicates" })
        {
            if (call.Body[list] is { } given && given is not JsonArray) throw Refused($"{list} must be a list");
        }
        Changes.Take(audience.Fields, call.Body, "name", "predicates", "role_predicates");
        if (string.IsNullOrWhiteSpace(audience.Text("name"))) throw Refused("Name must not be blank");
        audience.Fields["updated_at"] = call.Data.Now;
        return Lists.Show(audience);
    }

    private static SandboxError Refused(string why) => new(422, "validation_error", why);
}
