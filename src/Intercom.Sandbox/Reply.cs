using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Intercom.Sandbox;

/// <summary>An answer in the making.</summary>
internal sealed class Reply
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public int Status { get; private init; } = 200;

    public JsonNode? Json { get; private init; }

    public byte[]? Raw { get; private init; }

    public Dictionary<string, string> Headers { get; } = [];

    public static implicit operator Reply(JsonObject body) => new() { Json = body };

    public static Reply With(int status, JsonNode body) => new() { Status = status, Json = body };

    public static Reply Empty(int status) => new() { Status = status };

    public static Reply Bytes(byte[] content, string contentType)
    {
        var reply = new Reply { Raw = content };
        reply.Headers["Content-Type"] = contentType;
        return reply;
    }

    public static Reply Text(string content, string contentType) => Bytes(Encoding.UTF8.GetBytes(content), contentType);

    public static Reply Redirect(string location)
    {
        var reply = new Reply { Status = 302 };
        reply.Headers["Location"] = location;
        return reply;
    }

    /// <summary>An error list. A request that was refused before it was read has no id.</summary>
    public static Reply Error(SandboxError error, string? requestId)
    {
        var entry = new JsonObject { ["code"] = error.Code, ["message"] = error.Message };
        if (error.Field is not null) entry["field"] = error.Field;
        var list = new JsonObject { ["type"] = "error.list" };
        if (requestId is not null) list["request_id"] = requestId;
        list["errors"] = new JsonArray(entry);
        var reply = new Reply { Status = error.Status, Json = list };
        if (error.Link is not null) reply.Headers["Link"] = error.Link;
        return reply;
    }

    public byte[] Bytes()
    {
        if (Raw is not null) return Raw;
        if (Json is null) return [];
        using var buffer = new System.IO.MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Writing)) Json.WriteTo(writer);
        return buffer.ToArray();
    }
}
