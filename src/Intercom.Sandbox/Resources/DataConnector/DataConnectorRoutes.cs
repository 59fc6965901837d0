using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Data connectors and their executions.</summary>
internal static class DataConnectorRoutes
{
    private const string Connectors = "data_connectors";
    private const string Executions = "data_connector_executions";
    private const string Since = "2.16";
    private const long Hour = 3600;
    private static readonly string[] Bodies = ["request_body", "response_body", "raw_response_body"];

    public static void Add(Router router)
    {
        router.Add("GET", "data_connectors", call => Lists.Cursor(
            "list", "data", Lists.Sort(call.Data.Table(Connectors).All, one => one.Number("sort"), descending: true),
            one => one.Number("sort"), true, call.Parameter("starting_after"), call.Number("per_page", 20), 50,
            one => Shape.From("data_connector", one)), Since);
        router.Add("GET", "data_connectors/{}", call =>
        {
            if (call.Parameter("state_version") is { } version && version is not ("live" or "draft"))
            {
                throw SandboxError.Invalid("state_version must be draft or live", "state_version");
            }
            return Shown(Find(call));
        }, Since);
        router.Add("POST", "data_connectors", Create, Since);
        router.Add("PATCH", "data_connectors/{}", call => Take(call, Find(call)), Since);
        router.Add("DELETE", "data_connectors/{}", Delete, Since);
        router.Add("GET", "data_connectors/{}/execution_results", List, Since);
        router.Add("GET", "data_connectors/{}/execution_results/{}", call =>
        {
            var connector = Find(call);
            return Lists.Show(call.Data.Table(Executions).All
                .FirstOrDefault(one => one.Text("data_connector_id") == connector.Id && one.Id == call.Ids[1])
                ?? throw new SandboxError(404, "execution_result_not_found", "Execution result not found"));
        }, Since);
    }

    public static Entity Make(Database data, string name, long at)
    {
        var id = data.NextNumber(Connectors, 7701);
        var fields = Shape.Of("data_connector_detail", new JsonObject
        {
            ["id"] = id, ["name"] = name, ["created_at"] = Iso(at), ["updated_at"] = Iso(at),
            ["execution_results_url"] = $"/data_connectors/{id}/execution_results",
        });
        fields["sort"] = at;
        return data.Create(Connectors, id, fields);
    }

    public static Entity Execute(Database data, Entity connector, long at)
    {
        var id = data.NextNumber(Executions, 77_001);
        return data.Create(Executions, id, Shape.Of("data_connector_execution", new JsonObject
        {
            ["id"] = id, ["data_connector_id"] = connector.Id, ["http_method"] = connector.Text("http_method"), ["created_at"] = Iso(at),
            ["request_url"] = connector.Text("url"),
        }));
    }

    private static string Iso(long seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static Entity Find(Call call) => call.Data.Table(Connectors).Find(call.Id)
        ?? throw new SandboxError(404, "data_connector_not_found", "Data connector not found");

    /// <summary>The values of headers are never shown.</summary>
    private static JsonObject Shown(Entity connector)
    {
        var shown = Shape.From("data_connector_detail", connector);
        foreach (var header in (JsonArray)shown["headers"]!) header!["value"] = "****";
        return shown;
    }

    private static Reply Create(Call call)
    {
        if (string.IsNullOrEmpty(call.Body["name"]?.ToString()))
        {
            throw new SandboxError(422, "parameter_not_found", "Name is required");
        }
        return Reply.With(201, Take(call, Make(call.Data, "", call.Data.Now)));
    }

    private static JsonObject Take(Call call, Entity connector)
    {
        var body = call.Body;
        if (body["http_method"]?.ToString() is { } method && method is not ("get" or "post" or "put" or "delete" or "patch"))
        {
            throw Refused("http_method is invalid");
        }
        if ((body["data_inputs"] as JsonArray ?? []).Any(input => string.IsNullOrEmpty(input?["description"]?.ToString())))
        {
            throw Refused("data_inputs must have descriptions");
        }
        Changes.Take(connector.Fields, body, "name", "description", "state", "http_method", "url", "body", "direct_fin_usage", "audiences",
            "headers", "data_inputs", "customer_authentication", "bypass_authentication", "validate_missing_attributes", "token_ids");
        if (body["mock_response"] is JsonObject mock)
        {
            connector.Fields["configuration_response_type"] = "mock_response_type";
            connector.Fields["response_fields"] = Lists.Array(mock.Select(field => (JsonNode)new JsonObject
            {
                ["path"] = field.Key, ["type"] = "unknown", ["redacted"] = false,
            }));
        }
        (connector.Fields["updated_at"], connector.Fields["sort"]) = (Iso(call.Data.Now), call.Data.Now);
        return Shown(connector);
    }

    private static Reply Delete(Call call)
    {
        var connector = Find(call);
        if (connector.Text("state") == "live") throw new SandboxError(409, "conflict", "A live data connector cannot be deleted");
        return call.Data.Delete(Connectors, connector.Id, "data_connector");
    }

    private static Reply List(Call call)
    {
        var connector = Find(call);
        var after = call.Number("start_ts", (int)(call.Data.Now - Hour));
        var before = call.Number("end_ts", int.MaxValue);
        var found = call.Data.Table(Executions).All.Where(one => one.Text("data_connector_id") == connector.Id
            && DateTimeOffset.Parse(one.Text("created_at")!, CultureInfo.InvariantCulture).ToUnixTimeSeconds() is var at
            && at >= after && at <= before
            && (call.Parameter("success") is not { } success || one.Text("success") == success)
            && (call.Parameter("error_type") is not { } error || one.Text("error_type") == error));
        return Lists.Cursor("list", "data", Lists.Sort(found, one => one.Sequence, descending: true), one => one.Sequence, true,
            call.Parameter("starting_after"), call.Number("per_page", 10), 30, one =>
            {
                var shown = Lists.Show(one);
                if (call.Parameter("include_bodies") != "true") foreach (var body in Bodies) shown.Remove(body);
                return shown;
            });
    }

    private static SandboxError Refused(string why) => new(422, "parameter_invalid", why);
}
