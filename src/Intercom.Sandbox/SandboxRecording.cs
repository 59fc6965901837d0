using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Intercom.Http;

namespace Intercom.Sandbox;

/// <summary>
/// A file with what clients sent: one JSON object in each line, with time, method, path, query, headers, body and the status of the
/// answer. Tokens are masked.
/// </summary>
public sealed class SandboxRecording
{
    private static readonly JsonSerializerOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, object> Locks = new(StringComparer.Ordinal);
    private readonly object _lock;

    /// <summary>Creates the file, or goes on in a file that exists.</summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public SandboxRecording(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        // Several sandboxes of a process may have one file.
        _lock = Locks.GetOrAdd(Path, _ => new object());
        lock (_lock) Open().Dispose();
    }

    /// <summary>The path of the file.</summary>
    public string Path { get; }

    /// <summary>Adds a request and the status of its answer. 0 stands for a connection that the sandbox broke.</summary>
    internal void Add(SandboxRequest request, string token, int status, DateTimeOffset time)
    {
        var mask = new TokenMask(token);
        var login = new TokenMask(Convert.ToBase64String(Encoding.UTF8.GetBytes(token + ":")).TrimEnd('='));
        var headers = new JsonObject();
        foreach (var header in request.Headers.OrderBy(header => header.Key, StringComparer.Ordinal))
        {
            if (header.Key != "X-Scheme") headers[header.Key] = IsSecret(header.Key) ? Scheme(header.Value) : header.Value;
        }
        var line = new JsonObject
        {
            ["time"] = time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), ["method"] = request.Method,
            ["path"] = request.Path, ["query"] = Redaction.Links("?" + request.Query).Substring(1), ["headers"] = headers,
            ["body"] = Body(request.Body), ["status"] = status,
        };
        // Masked as the file has it, because an escaped token is plain again by now.
        var bytes = Encoding.UTF8.GetBytes(login.Blot(mask.Blot(Written(line, request.Body))) + "\n");
        lock (_lock)
        {
            using var file = Open();
            file.Write(bytes, 0, bytes.Length);
        }
    }

    private static bool IsSecret(string header) =>
        new[] { "authorization", "cookie", "token", "secret", "api-key", "password" }
            .Any(word => header.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static string Scheme(string value)
    {
        var words = value.Split([' '], 2);
        return words.Length == 2 && (words[0].Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            || words[0].Equals("Basic", StringComparison.OrdinalIgnoreCase)) ? words[0] + " ***" : "***";
    }

    private static string Written(JsonObject line, string? body)
    {
        try
        {
            return line.ToJsonString(Writing);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, which only an escape can write, is kept as it was sent.
            line["body"] = body;
            return line.ToJsonString(Writing);
        }
    }

    /// <summary>A body in JSON as it is, and any other, or a very deep one, as text.</summary>
    private static JsonNode? Body(string? text)
    {
        if (text is null) return null;
        try
        {
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = 32 });
        }
        catch (JsonException)
        {
            return text;
        }
    }

    /// <summary>The file is for its owner only, because it has the data of customers.</summary>
    private FileStream Open()
    {
#if NET8_0_OR_GREATER
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path, options);
#else
        return new FileStream(Path, FileMode.Append, FileAccess.Write, FileShare.Read);
#endif
    }
}
