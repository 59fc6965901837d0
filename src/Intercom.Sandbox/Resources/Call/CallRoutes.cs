using System.Text;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Telephone calls, their transcripts and recordings.</summary>
internal static class CallRoutes
{
    private const string SignedPath = "/recordings/";
    private const int MostConversations = 20;
    private const int PageSize = 25;

    public static void Add(Router router)
    {
        router.Add("GET", "calls", call =>
            Lists.Numbered(
                call, Calls(call).All.OrderByDescending(entity => entity.Sequence).ToList(), PageSize, PageSize,
                entity => Show(call, entity)));
        router.Add("GET", "calls/{}", call => Show(call, Find(call)));
        router.Add("GET", "calls/{}/transcript", Transcript);
        router.Add("GET", "calls/{}/recording", Recording);
        router.Add("GET", "recordings/{}", Signed);
        router.Add("POST", "calls/search", Search);
    }

    /// <summary>True for the addresses that recordings redirect to.</summary>
    public static bool IsSigned(string path) => path.StartsWith(SignedPath, StringComparison.Ordinal);

    public static Entity Make(Database data, Entity conversation, string admin, string contact, bool answered, long at)
    {
        var id = data.NextNumber("calls", 60_001);
        return data.Create("calls", id, Shape.Of("call", new JsonObject
        {
            ["id"] = id, ["conversation_id"] = conversation.Id, ["admin_id"] = admin,
            ["contact_id"] = contact, ["state"] = answered ? "completed" : "missed", ["initiated_at"] = at,
            ["answered_at"] = answered ? at + 12 : null, ["ended_at"] = at + (answered ? 312 : 40),
            ["created_at"] = at, ["updated_at"] = at + 320,
            ["recording_url"] = answered ? $"/calls/{id}/recording" : null,
            ["transcription_url"] = answered ? $"/calls/{id}/transcript" : null,
            ["ended_reason"] = answered ? "hangup" : "no_answer", ["phone"] = "+35387000" + id.Substring(id.Length - 4),
        }));
    }

    private static Table Calls(Call call) => call.Data.Table("calls");

    private static Entity Find(Call call) => Calls(call).Find(call.Id) ?? throw new SandboxError(404, "not_found", "Not Found");

    private static JsonObject Show(Call call, Entity entity)
    {
        var shown = Lists.Show(entity);
        // Kept as paths, because the address of the sandbox is that of the call.
        foreach (var link in new[] { "recording_url", "transcription_url" })
        {
            if (shown[link] is { } path) shown[link] = call.Origin + path;
        }
        return shown;
    }

    private static bool IsRecorded(Entity entity) => entity.Fields["recording_url"] is not null;

    private static (int Second, string Speaker, string Text)[] Words(Entity entity) =>
    [
        (3, "Teammate 1", "Hello, thanks for calling. How can I help?"),
        (9, "User", $"It is about conversation {entity.Text("conversation_id")}."),
        (15, "Teammate 1", "I see it here. I will take care of it."), (24, "User", "Thank you."),
    ];

    private static Reply Transcript(Call call)
    {
        var entity = Find(call);
        if (!IsRecorded(entity)) throw new SandboxError(404, "not_found", "Not Found");
        var lines = Words(entity).Select(line => $"[{TimeSpan.FromSeconds(line.Second):hh\\:mm\\:ss}] {line.Speaker}: \"{line.Text}\"");
        return Reply.Text(string.Join("\n", lines), "text/plain; charset=utf-8");
    }

    private static Reply Recording(Call call)
    {
        if (Calls(call).Find(call.Id) is not { } entity || !IsRecorded(entity)) throw SandboxError.NotFound("not_found", "Recording");
        return Reply.Redirect($"{OtherHost(call.Origin)}{SignedPath}{entity.Id}?signature={Signature(entity)}");
    }

    /// <summary>
    /// Recordings are at another host than the API, so that clients leave their token out when they follow. The sandbox has a second
    /// name for that.
    /// </summary>
    private static string OtherHost(string origin) =>
        origin.Contains("//127.0.0.1")
            ? origin.Replace("//127.0.0.1", "//localhost")
            : origin.Replace("//localhost", "//127.0.0.1").Replace("//[::1]", "//localhost");

    private static string Signature(Entity entity) => (entity.Sequence * 7919).ToString("x", CultureInfo.InvariantCulture);

    private static Reply Signed(Call call)
    {
        var entity = Find(call);
        if (call.Parameter("signature") != Signature(entity)) throw new SandboxError(403, "forbidden", "The signature is not valid");
        // Silence in MP3 frames, which is enough to be a file.
        return Reply.Bytes([.. Encoding.ASCII.GetBytes("ID3"), 4, 0, 0, 0, 0, 0, 0, .. Enumerable.Repeat((byte)0, 4096)], "audio/mpeg");
    }

    private static Reply Search(Call call)
    {
        if (call.Body["conversation_ids"] is not JsonArray { Count: > 0 and <= MostConversations } ids)
        {
            throw new SandboxError(
                400, "conversation_id_limit_exceeded", $"A list of up to {MostConversations} conversation IDs is required");
        }
        var wanted = ids.Select(id => id?.ToString()).ToList();
        var found = Calls(call).All.Where(entity => wanted.Contains(entity.Text("conversation_id"))).Select(entity =>
        {
            var shown = Show(call, entity);
            shown["transcript"] = IsRecorded(entity)
                ? Lists.Array(Words(entity).Select(line =>
                    (JsonNode)Shape.Of(
                        "transcript_line",
                        new JsonObject { ["speaker"] = line.Speaker, ["text"] = line.Text, ["start"] = line.Second })))
                : new JsonArray();
            shown["transcript_status"] = IsRecorded(entity) ? "completed" : "unavailable";
            return shown;
        });
        return Lists.Whole("list", "data", found);
    }
}
