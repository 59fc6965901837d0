using System.Text;
using System.Text.Json;
using Intercom.Http;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox;

/// <summary>A call on its way through a handler.</summary>
internal sealed class Call
{
    private JsonObject? _body;

    public Call(SandboxRequest request, Database data, string[] ids)
    {
        Request = request;
        Data = data;
        Ids = ids;
        foreach (var pair in request.Query.Split(['&'], StringSplitOptions.RemoveEmptyEntries))
        {
            var words = pair.Split(['='], 2);
            Query[Uri.UnescapeDataString(words[0].Replace('+', ' '))] = words.Length > 1
                ? Uri.UnescapeDataString(words[1].Replace('+', ' '))
                : "";
        }
    }

    public SandboxRequest Request { get; }

    public Database Data { get; }

    /// <summary>The API version of the request: that of its header, or else that of the workspace.</summary>
    public string Version => VersionOf(Request, Data.Options);

    /// <summary>The API version of a request: that of its header, or else that of the workspace.</summary>
    public static string VersionOf(SandboxRequest request, SandboxOptions options) =>
        request.Headers.TryGetValue("Intercom-Version", out var asked) && !string.IsNullOrWhiteSpace(asked) ? asked : options.ApiVersion;

    /// <summary>True when the request is for this API version, a later one, or a preview.</summary>
    public bool IsAtLeast(string version) => ApiVersions.Compare(Version, version) >= 0;

    /// <summary>The scheme and host that the client called, without a slash at the end.</summary>
    public string Origin
    {
        get
        {
            Request.Headers.TryGetValue("Host", out var host);
            Request.Headers.TryGetValue("X-Scheme", out var scheme);
            return $"{scheme ?? "https"}://{host ?? "api.intercom.io"}";
        }
    }

    /// <summary>What stood in the path's placeholders.</summary>
    public string[] Ids { get; }

    public string Id => Ids[0];

    public Dictionary<string, string> Query { get; } = new(StringComparer.Ordinal);

    /// <summary>The body as an object. A missing body is an empty object.</summary>
    public JsonObject Body => _body ??= Parse();

    public string? Parameter(string name) => Query.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    public int Number(string name, int otherwise) =>
        Parameter(name) is { } text
            ? int.TryParse(text, out var number) && number > 0
            ? number
            : throw SandboxError.Invalid($"{name} must be a positive integer", name)
            : otherwise;

    private JsonObject Parse()
    {
        if (string.IsNullOrWhiteSpace(Request.Body)) return [];
        try
        {
            RequireWholeTexts(Request.Body!);
            return JsonNode.Parse(Request.Body!, documentOptions: new JsonDocumentOptions { MaxDepth = 64 }) as JsonObject
                ?? throw new SandboxError(400, "bad_request", "The body must be a JSON object");
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw new SandboxError(400, "bad_request", "The body is not valid JSON");
        }
    }

    /// <summary>
    /// Half a surrogate pair, written as an escape, is valid JSON until it is read; kept in a resource it would spoil each answer that
    /// shows it.
    /// </summary>
    private static void RequireWholeTexts(string body)
    {
        if (body.IndexOf("\\u", StringComparison.Ordinal) < 0) return;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(body));
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) reader.GetString();
        }
    }
}

/// <summary>Finds the handler of a method and path.</summary>
internal sealed class Router
{
    private readonly Dictionary<(string Method, int Length), List<Route>> _routes = [];

    /// <summary>The routes, as <c>GET contacts/{}</c>.</summary>
    public IEnumerable<string> Routes =>
        _routes.SelectMany(group => group.Value.Select(route => $"{group.Key.Method} {string.Join("/", route.Pattern)}"));

    /// <summary>Adds a route. <c>{}</c> matches any one segment, and literal segments have priority.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path.</param>
    /// <param name="handler">Answers a call.</param>
    /// <param name="since">The first version that has the operation. A request for an earlier version is refused.</param>
    public void Add(string method, string path, Func<Call, Reply> handler, string? since = null)
    {
        var pattern = path.Split('/');
        var key = (method, pattern.Length);
        if (!_routes.TryGetValue(key, out var list)) _routes[key] = list = [];
        list.Add(new Route(pattern, handler, since));
        list.Sort((a, b) => a.Pattern.Count(IsAny).CompareTo(b.Pattern.Count(IsAny)));
    }

    /// <summary>
    /// Answers a request completely or not at all: the changes of a handler that fails are undone.
    /// </summary>
    public Reply Answer(SandboxRequest request, Database data)
    {
        var path = request.Path.Trim('/').Split('/');
        // HEAD has the status and the headers of GET. Who sends the answer leaves its body out.
        var method = request.Method == "HEAD" ? "GET" : request.Method;
        if (_routes.TryGetValue((method, path.Length), out var routes))
        {
            foreach (var (pattern, handler, since) in routes)
            {
                if (!Matches(pattern, path)) continue;
                Access.Check(data.Options, $"{method} {string.Join("/", pattern)}");
                var ids = pattern
                    .Zip(path, (wanted, given) => IsAny(wanted) ? Uri.UnescapeDataString(given) : null).OfType<string>().ToArray();
                // An answer that is an error undoes what its call has done, as an exception does.
                var call = new Call(request, data, ids);
                if (since is not null && !call.IsAtLeast(since)) throw SandboxError.NotInThisVersion();
                var reply = data.Undo.Run(() => handler(call), answer => answer.Status < 400);
                ShapeVersions.Apply(reply.Json, call.Version);
                return reply;
            }
        }
        return Reply.With(404, new JsonObject { ["status"] = "404", ["error"] = "Not Found" });
    }

    private sealed record Route(string[] Pattern, Func<Call, Reply> Handler, string? Since);

    private static bool Matches(string[] pattern, string[] path)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (IsAny(pattern[i]) ? path[i].Length == 0 : pattern[i] != path[i]) return false;
        }
        return true;
    }

    private static bool IsAny(string segment) => segment == "{}";
}
