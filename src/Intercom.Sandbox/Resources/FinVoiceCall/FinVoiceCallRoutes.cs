using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>
/// The calls of Fin Voice. A registered call is found after it was matched: here at once, with the latest call of the telephone number.
/// </summary>
internal static class FinVoiceCallRoutes
{
    private const string Kind = "fin_voice_calls";

    public static void Add(Router router)
    {
        router.Add("POST", "fin_voice/register", Register, since: "2.15");
        router.Add("GET", "fin_voice/collect/{}", call => One(call, "id"), since: "2.15");
        router.Add("GET", "fin_voice/external_id/{}", call => One(call, "external_call_id"), since: "2.15");
        router.Add("GET", "fin_voice/phone_number/{}", call => One(call, "user_phone_number"), since: "2.15");
        router.Add("GET", "fin_voice/conversation/{}", call => Reply.With(200, Lists.Array(
            Matched(call.Data, "intercom_conversation_id", call.Id).Select(Lists.Show))), since: "2.15");
    }

    /// <summary>Registers a call, and matches it with a telephone call of the same number.</summary>
    public static Entity Make(Database data, string phone, string externalId)
    {
        var id = data.NextNumber(Kind, 9101);
        var made = data.Create(Kind, id, Shape.Of("fin_voice_call", new JsonObject
        {
            ["id"] = long.Parse(id, CultureInfo.InvariantCulture), ["user_phone_number"] = phone, ["external_call_id"] = externalId,
        }));
        if (data.Table("calls").All.LastOrDefault(call => call.Text("phone") == phone) is { } call)
        {
            made.Fields["status"] = "in-progress";
            made.Fields["intercom_call_id"] = call.Id;
            made.Fields["intercom_conversation_id"] = call.Text("conversation_id");
        }
        return made;
    }

    private static Reply Register(Call call)
    {
        var phone = call.Body["phone_number"]?.ToString() is { Length: > 0 } number ? number : throw SandboxError.Missing("phone_number");
        var id = call.Body["call_id"]?.ToString() is { Length: > 0 } given ? given : throw SandboxError.Missing("call_id");
        if (call.Data.Table(Kind).All.Any(known => known.Text("external_call_id") == id))
        {
            throw new SandboxError(409, "conflict", "A call with this call_id is already registered");
        }
        return Lists.Show(Make(call.Data, phone, id));
    }

    private static IEnumerable<Entity> Matched(Database data, string field, string value) => data.Table(Kind).All.Where(known =>
        known.Text(field) == value && known.Text("intercom_call_id") is not null);

    private static Reply One(Call call, string field) => Lists.Show(
        Matched(call.Data, field, call.Id).LastOrDefault() ?? throw SandboxError.NotFound("not_found", "Call"));
}
