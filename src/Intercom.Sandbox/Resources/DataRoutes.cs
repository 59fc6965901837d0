using System;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Data attributes, custom objects, event summaries, the scroll over companies, and what admins are up to.</summary>
internal static class DataRoutes
{
    private const int ScrollPage = 100;
    private const long ScrollLife = 60;

    public static void Add(Router router)
    {
        router.Add("GET", "data_attributes", call => Lists.Whole("list", "data", call.Data.DataAttributes.All.Where(attribute => (call.Parameter("model") is not { } model || attribute.Text("model") == model) && (call.Parameter("include_archived") == "true" || !IsArchived(attribute))).Select(AdminRoutes.Show)));
        router.Add("POST", "data_attributes", CreateAttribute);
        router.Add("PUT", "data_attributes/{}", UpdateAttribute);
        router.Add("GET", "custom_object_instances/{}", call => AdminRoutes.Show(ByExternalId(call)));
        router.Add("GET", "custom_object_instances/{}/{}", call => AdminRoutes.Show(Instance(call)));
        router.Add("POST", "custom_object_instances/{}", Upsert);
        router.Add("DELETE", "custom_object_instances/{}", call => Delete(call, ByExternalId(call)));
        router.Add("DELETE", "custom_object_instances/{}/{}", call => Delete(call, Instances(call).FirstOrDefault(instance => instance.Id == call.Ids[1]) ?? throw SandboxError.NotFound("not_found", "Custom Object Instance")));
        router.Add("POST", "events/summaries", Summarize);
        router.Add("GET", "companies/scroll", Scroll);
        router.Add("GET", "admins/activity_logs", Activities);
        router.Add("PUT", "admins/{}/away", Away);
        router.Add("GET", "away_status_reasons", call => Lists.Whole("list", "data", call.Data.Table("away_reasons").All.Select(AdminRoutes.Show)));
    }

    private static bool IsArchived(Entity attribute) => attribute.Fields["archived"]?.GetValue<bool>() == true;

    private static JsonArray? Options(JsonObject body)
    {
        if (body["options"] is null) return null;
        if (body["options"] is not JsonArray options) throw SandboxError.Invalid("Options isn't an array", "options");
        if (options.Count < 2) throw SandboxError.Invalid("The Data Attribute model field must have at least two options", "options");
        return Lists.Array(options.Select(option => (JsonNode)option!["value"]!.ToString()));
    }

    private static Reply CreateAttribute(Call call)
    {
        var body = call.Body;
        var name = body["name"]?.ToString() ?? throw SandboxError.Missing("name");
        var model = body["model"]?.ToString() ?? throw SandboxError.Missing("model");
        var type = body["data_type"]?.ToString() ?? throw SandboxError.Missing("data_type");
        if (model is not ("contact" or "company")) throw SandboxError.Invalid("model must be contact or company", "model");
        if (type is not ("string" or "integer" or "float" or "boolean" or "datetime" or "date" or "options")) throw SandboxError.Invalid($"Data Type isn't an option: {type}", "data_type");
        if (call.Data.DataAttributes.All.FirstOrDefault(known => string.Equals(known.Text("name"), name, StringComparison.OrdinalIgnoreCase)) is { } other) throw SandboxError.Invalid($"You already have '{name}' in your {other.Text("model")} data. To save this as new {model} data, use a different name.");
        if (type == "options" && body["options"] is null) throw SandboxError.Missing("options");
        var id = call.Data.NextNumber("data_attributes", 801);
        var created = new JsonObject
        {
            ["type"] = "data_attribute", ["id"] = long.Parse(id, CultureInfo.InvariantCulture), ["model"] = model, ["name"] = name, ["full_name"] = "custom_attributes." + name, ["label"] = name, ["description"] = null, ["data_type"] = type == "options" ? "string" : type,
            ["api_writable"] = true, ["messenger_writable"] = false, ["ui_writable"] = true, ["custom"] = true, ["archived"] = false, ["admin_id"] = Database.TokenAdmin, ["created_at"] = call.Data.Now, ["updated_at"] = call.Data.Now,
        };
        if (Options(body) is { } options) created["options"] = options;
        Changes.Take(created, body, "description", "messenger_writable");
        return AdminRoutes.Show(call.Data.Create("data_attributes", id, created));
    }

    private static Reply UpdateAttribute(Call call)
    {
        var attribute = call.Data.DataAttributes.Find(call.Id) ?? throw new SandboxError(404, "field_not_found", "We couldn't find that data attribute to update");
        if (Options(call.Body) is { } options) attribute.Fields["options"] = options;
        Changes.Take(attribute.Fields, call.Body, "description", "messenger_writable", "archived");
        attribute.Fields["updated_at"] = call.Data.Now;
        return AdminRoutes.Show(attribute);
    }

    private static System.Collections.Generic.IEnumerable<Entity> Instances(Call call) => call.Data.Table("custom_objects").All.Where(instance => instance.Text("type") == call.Id);

    private static Entity Instance(Call call) => Instances(call).FirstOrDefault(instance => instance.Id == call.Ids[1] || instance.Text("external_id") == call.Ids[1]) ?? throw SandboxError.NotFound("not_found", "Custom Object Instance");

    private static Entity ByExternalId(Call call)
    {
        var key = call.Parameter("external_id") ?? throw SandboxError.Missing("external_id");
        return Instances(call).FirstOrDefault(instance => instance.Text("external_id") == key) ?? throw SandboxError.NotFound("not_found", "Custom Object Instance");
    }

    private static Reply Upsert(Call call)
    {
        if (!call.Data.Table("custom_object_types").All.Any(type => type.Id == call.Id)) throw SandboxError.NotFound("not_found", "Custom Object Type");
        var key = call.Body["external_id"]?.ToString() ?? throw SandboxError.Missing("external_id");
        var instance = Instances(call).FirstOrDefault(known => known.Text("external_id") == key) ?? MakeInstance(call.Data, call.Id, key);
        Changes.TakeTimes(instance.Fields, call.Body, "external_created_at", "external_updated_at");
        foreach (var attribute in call.Body["custom_attributes"] as JsonObject ?? []) instance.Fields["custom_attributes"]![attribute.Key] = attribute.Value?.DeepClone();
        instance.Fields["updated_at"] = call.Data.Now;
        return AdminRoutes.Show(instance);
    }

    public static Entity MakeInstance(Database data, string type, string externalId)
    {
        var id = data.NextNumber("custom_objects", 21);
        return data.Create("custom_objects", id, new JsonObject
        {
            ["id"] = id, ["type"] = type, ["custom_attributes"] = new JsonObject(), ["external_id"] = externalId, ["external_created_at"] = null, ["external_updated_at"] = null, ["created_at"] = data.Now, ["updated_at"] = data.Now,
        });
    }

    private static Reply Delete(Call call, Entity instance)
    {
        call.Data.Table("custom_objects").Remove(instance);
        return new JsonObject { ["id"] = instance.Id, ["object"] = call.Id, ["deleted"] = true };
    }

    /// <summary>A summary counts as so many events; the first and the last are dated as told.</summary>
    private static Reply Summarize(Call call)
    {
        var key = call.Body["user_id"]?.ToString() ?? throw SandboxError.Missing("user_id");
        var contact = call.Data.Contacts.All.FirstOrDefault(known => known.Text("external_id") == key) ?? throw SandboxError.NotFound("not_found", "User");
        if (call.Body["event_summaries"] is not JsonObject summary) throw SandboxError.Missing("event_summaries");
        var name = summary["event_name"]?.ToString() ?? throw SandboxError.Missing("event_name");
        var count = Math.Min(summary["count"] is { } number ? number.GetValue<long>() : 1, 1000);
        var last = summary["last"] is { } end ? Changes.Seconds(end, "last") : call.Data.Now;
        var first = summary["first"] is { } start ? Changes.Seconds(start, "first") : last - count;
        for (var i = 0; i < count; i++) EventRoutes.Record(call.Data, contact, name, i == 0 ? first : last - (count - 1 - i), null);
        return Reply.Empty(200);
    }

    /// <summary>One scroll at a time; it ends with an empty page, or after a minute without use.</summary>
    private static Reply Scroll(Call call)
    {
        var table = call.Data.Table("scrolls");
        foreach (var old in table.All.Where(scroll => call.Data.Now - scroll.Number("used_at") > ScrollLife).ToList()) table.Remove(old);
        Entity current;
        if (call.Parameter("scroll_param") is { } key)
        {
            current = table.Find(key) ?? throw new SandboxError(404, "not_found", "scroll parameter not found");
        }
        else
        {
            if (table.Count > 0) throw new SandboxError(400, "scroll_exists", "scroll already exists for this workspace");
            current = call.Data.Create("scrolls", "scroll-" + call.Data.NextNumber("scrolls", 1), new JsonObject());
            current.Linked("companies").AddRange(CompanyRoutes.Visible(call.Data).OrderBy(company => company.Sequence).Select(company => company.Id));
        }
        var ids = current.Linked("companies");
        var page = ids.Take(ScrollPage).ToList();
        ids.RemoveRange(0, page.Count);
        current.Fields["used_at"] = call.Data.Now;
        if (page.Count == 0) table.Remove(current);
        return new JsonObject
        {
            ["type"] = "list", ["data"] = Lists.Array(page.Select(id => call.Data.Companies.Find(id)).OfType<Entity>().Select(company => CompanyRoutes.Show(call.Data, company))), ["pages"] = null, ["total_count"] = null, ["scroll_param"] = current.Id,
        };
    }

    private static Reply Activities(Call call)
    {
        var after = Time(call, "created_at_after") ?? throw SandboxError.Missing("created_at_after");
        var before = Time(call, "created_at_before") ?? long.MaxValue;
        var found = call.Data.Table("activities").All.Where(activity => activity.Number("created_at") > after && activity.Number("created_at") < before).OrderByDescending(activity => activity.Number("created_at")).ToList();
        var page = Lists.Numbered(call, found, 20, 150, AdminRoutes.Show, withUrl: true);
        var items = page["data"];
        page.Remove("data");
        page.Remove("total_count");
        (page["type"], page["activity_logs"]) = ("activity_log.list", items);
        return page;
    }

    private static long? Time(Call call, string name) => call.Parameter(name) is { } text ? long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var time) ? time : throw SandboxError.Invalid($"{name} must be a Unix timestamp", name) : null;

    private static Reply Away(Call call)
    {
        var admin = call.Data.Admins.Find(call.Id) ?? throw new SandboxError(404, "admin_not_found", "Admin for admin_id not found");
        foreach (var name in new[] { "away_mode_enabled", "away_mode_reassign" }) admin.Fields[name] = (call.Body[name] ?? throw SandboxError.Missing(name)).GetValue<bool>();
        var reason = call.Body["away_status_reason_id"]?.ToString();
        if (reason is not null && (call.Data.Table("away_reasons").Find(reason) ?? throw SandboxError.Invalid("Away status reason not found", "away_status_reason_id")).Fields["deleted"]!.GetValue<bool>()) throw SandboxError.Invalid("Away status reason is deleted", "away_status_reason_id");
        admin.Fields["away_status_reason_id"] = call.Body["away_mode_enabled"]!.GetValue<bool>() ? reason : null;
        Log(call.Data, admin, "admin_away_mode_change", $"{admin.Text("name")} changed their away mode.", call.Data.Now);
        return AdminRoutes.Show(admin);
    }

    public static void Log(Database data, Entity admin, string kind, string words, long at)
    {
        var id = "act-" + data.NextNumber("activities", 1001);
        data.Create("activities", id, new JsonObject
        {
            ["id"] = id, ["performed_by"] = new JsonObject { ["type"] = "admin", ["id"] = admin.Id, ["email"] = admin.Text("email"), ["ip"] = "192.0.2.10" }, ["metadata"] = new JsonObject(), ["created_at"] = at, ["activity_type"] = kind, ["activity_description"] = words,
        });
    }
}
