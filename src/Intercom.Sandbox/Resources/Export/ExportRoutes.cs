using System.IO.Compression;
using System.Text;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Exports of message data and of reporting datasets. A job is pending when it is created and done when it is read.</summary>
internal static class ExportRoutes
{
    private const string Messages = "data_exports";
    private const string Reports = "reporting_exports";
    private const int MostReports = 5;
    private const long Day = 86_400;

    private static readonly (
        string Id,
        string Name,
        string Description,
        string Time,
        (string Id, string Name, Func<Entity, object?> Value)[] Columns)[] Datasets =
    [
        ("conversation", "Conversation", "Conversation-level details: state, channel, assignee.", "conversation_started_at",
        [
            ("conversation_id", "Conversation ID", entity => entity.Id),
            ("conversation_started_at", "Conversation started at", entity => entity.Number("created_at")),
            ("conversation_state", "State", entity => entity.Text("state")),
            ("admin_assignee_id", "Assignee", entity => entity.Text("admin_assignee_id")),
            ("time_to_admin_reply", "First response time", entity => entity.Fields["statistics"]?["time_to_admin_reply"]?.ToString()),
        ]),
        ("call", "Call", "Telephone calls: direction, length, outcome.", "call_initiated_at",
        [
            ("call_id", "Call ID", entity => entity.Id),
            ("call_initiated_at", "Call initiated at", entity => entity.Number("created_at")),
            ("call_state", "State", entity => entity.Text("state")),
            ("call_direction", "Direction", entity => entity.Text("direction")),
        ]),
    ];

    public static void Add(Router router)
    {
        router.Add("POST", "export/content/data", StartMessages);
        router.Add("GET", "export/content/data/{}", call => Look(call, Messages, "completed"));
        router.Add("POST", "export/cancel/{}", Cancel);
        router.Add("GET", "download/content/data/{}", call => Download(call, Messages, "completed"));
        router.Add("GET", "export/reporting_data/get_datasets", _ => Lists.Whole("list", "data", Datasets.Select(Show)));
        router.Add("POST", "export/reporting_data/enqueue", StartReport);
        router.Add("GET", "export/reporting_data/{}", call =>
        {
            if (call.Parameter("app_id") is null) throw SandboxError.Missing("app_id");
            if (call.Parameter("client_id") is null) throw SandboxError.Missing("client_id");
            return Look(call, Reports, "complete");
        });
        router.Add("GET", "download/reporting_data/{}", call =>
        {
            if (call.Parameter("app_id") is null) throw SandboxError.Missing("app_id");
            return Download(call, Reports, "complete");
        });
    }

    private static JsonObject Show(
        (string Id,
            string Name,
            string Description,
            string Time,
            (string Id, string Name, Func<Entity, object?> Value)[] Columns) dataset) =>
        Shape.Of("dataset", new JsonObject
        {
            ["id"] = dataset.Id, ["name"] = dataset.Name, ["description"] = dataset.Description,
            ["default_time_attribute_id"] = dataset.Time,
            ["attributes"] = Lists.Array(dataset.Columns.Select(column =>
                (JsonNode)Shape.Of("dataset_attribute", new JsonObject
                {
                    ["id"] = column.Id, ["name"] = column.Name, ["qualified_id"] = $"{dataset.Id}.{column.Id}",
                }))),
        });

    private static Reply StartMessages(Call call)
    {
        var from = Changes.Seconds(call.Body["created_at_after"] ?? throw SandboxError.Missing("created_at_after"), "created_at_after");
        var to = Changes.Seconds(call.Body["created_at_before"] ?? throw SandboxError.Missing("created_at_before"), "created_at_before");
        if (from > to) throw SandboxError.Invalid("created_at_after must be before created_at_before", "created_at_after");
        if (Pending(call, Messages) >= 1)
        {
            throw new SandboxError(429, "rate_limit_exceeded", "Exceeded rate limit of 1 pending message data export jobs");
        }
        var job = Make(call, Messages);
        (job.Fields["from"], job.Fields["to"]) = (from, to);
        return Answer(job);
    }

    private static Reply StartReport(Call call)
    {
        var id = call.Body["dataset_id"]?.ToString() ?? throw Bad("'dataset_id' is a required parameter");
        var columns = Array.Find(Datasets, dataset => dataset.Id == id).Columns
            ?? throw Bad($"{id} is not a valid dataset_id");
        if (call.Body["attribute_ids"] is not { } given) throw Bad("'attribute_ids' is a required parameter");
        if (given is not JsonArray wanted) throw Bad($"'attribute_ids' {given} must be of type Array");
        if (wanted.Count == 0) throw Bad("attribute_ids must contain at least one attribute_id");
        foreach (var attribute in wanted)
        {
            // The qualified id names the dataset too.
            if (!Array.Exists(columns, column => attribute?.ToString() is { } name && (name == column.Id || name == $"{id}.{column.Id}")))
            {
                throw Bad($"attribute_ids invalid for {id} dataset: {attribute}");
            }
        }
        var from = Changes.Seconds(
            call.Body["start_time"] ?? throw Bad("'start_time' is a required parameter"), "start_time");
        var to = Changes.Seconds(
            call.Body["end_time"] ?? throw Bad("'end_time' is a required parameter"), "end_time");
        if (from > to) throw Bad("end_time must be after start_time");
        if (Pending(call, Reports) >= MostReports)
        {
            throw new SandboxError(
                429, "rate_limit_exceeded", $"Exceeded rate limit of {MostReports} pending reporting dataset export jobs");
        }
        var job = Make(call, Reports);
        (job.Fields["from"], job.Fields["to"], job.Fields["dataset"], job.Fields["columns"]) = (from, to, id, wanted.DeepClone());
        return Answer(job);
    }

    private static SandboxError Bad(string message) => new(400, "bad_request", message);

    private static int Pending(Call call, string kind) => call.Data.Table(kind).All.Count(job => job.Text("status") == "pending");

    private static Entity Make(Call call, string kind)
    {
        var id = "job" + call.Data.NextNumber(kind, 1001);
        return call.Data.Create(kind, id, Shape.Of("export", new JsonObject { ["job_identifier"] = id }));
    }

    /// <summary>A job without what was asked for, which it keeps to itself.</summary>
    private static JsonObject Answer(Entity job) => Shape.From("export", job);

    private static Entity Find(Call call, string kind) =>
        call.Data.Table(kind).Find(call.Id) ?? throw new SandboxError(404, "not_found", $"Export job not found for identifier: {call.Id}");

    private static Reply Look(Call call, string kind, string done)
    {
        var job = Find(call, kind);
        if (job.Text("status") == "pending")
        {
            var isEmpty = call.Data.Undo.Reading(() => !Rows(call.Data, job).Any());
            job.Fields["status"] = isEmpty && kind == Messages ? "no_data" : done;
            if (job.Text("status") == done)
            {
                job.Fields["download_url"] =
                    $"{call.Origin}/download/{(kind == Messages ? "content/data" : "reporting_data")}/{job.Id}";
                job.Fields["download_expires_at"] = (call.Data.Now + 2 * Day).ToString(CultureInfo.InvariantCulture);
            }
        }
        return Answer(job);
    }

    private static Reply Cancel(Call call)
    {
        var job = Find(call, Messages);
        if (job.Text("status") == "pending") job.Fields["status"] = "canceled";
        return Answer(job);
    }

    private static Reply Download(Call call, string kind, string done)
    {
        var job = Find(call, kind);
        var expires = job.Text("download_expires_at");
        var isExpired = long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var end) && end <= call.Data.Now;
        if (job.Text("status") != done || isExpired)
        {
            throw new SandboxError(404, "not_found", $"Export job not found for identifier: {call.Id}");
        }
        var text = call.Data.Undo.Reading(() =>
            string.Concat(Rows(call.Data, job).Prepend(Header(job)).Select(row => string.Join(",", row.Select(Quote)) + "\n")));
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            gzip.Write(bytes, 0, bytes.Length);
        }
        var reply = Reply.Bytes(packed.ToArray(), "application/octet-stream");
        reply.Headers["Content-Disposition"] = $"attachment; filename={job.Id}.csv.gz";
        return reply;
    }

    private static IEnumerable<string> Header(Entity job) =>
        job.Fields["columns"] is JsonArray columns
            ? columns.Select(column => column!.ToString())
            : ["user_id", "email", "content_type", "sent_at", "first_opened_at"];

    private static IEnumerable<IEnumerable<string>> Rows(Database data, Entity job)
    {
        bool Within(long at) => at >= job.Number("from") && at <= job.Number("to");
        if (job.Fields["columns"] is not JsonArray columns)
        {
            // The messages of the workspace: a welcome to each contact on the day of its creation.
            return data.Contacts.All.Where(contact => Within(contact.Number("created_at")))
                .Select(contact =>
                    new[]
                    {
                        contact.Text("external_id") ?? "", contact.Text("email") ?? "", "email",
                        contact.Number("created_at").ToString(CultureInfo.InvariantCulture),
                        (contact.Number("created_at") + 3600).ToString(CultureInfo.InvariantCulture),
                    });
        }
        var dataset = Array.Find(Datasets, known => known.Id == job.Text("dataset"));
        var values = columns.Select(column => Array.Find(dataset.Columns, known => known.Id == column!.ToString()).Value).ToList();
        return data.Table(job.Text("dataset") + "s").All
            .Where(entity => Within(entity.Number("created_at")))
            .Select(entity => values.Select(value => Convert.ToString(value(entity), CultureInfo.InvariantCulture) ?? ""));
    }

    private static string Quote(string value) => value.IndexOfAny([',', '"', '\n']) < 0 ? value : $"\"{value.Replace("\"", "\"\"")}\"";
}
