using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Intercom.PowerShell.Tests;

/// <summary>One request as it arrived.</summary>
internal sealed record Received(string Method, string Path, string Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>Method, path with query, and body, as the goldens are written.</summary>
    public override string ToString() =>
        Body.Length == 0 ? $"{Method} {Path}" : $"{Method} {Path} {Sorted(JsonNode.Parse(Body)!).ToJsonString(Plain)}";

    /// <summary>
    /// A golden request with the fields of its body in the order of their names: neither attributes nor hashtables have an order of their
    /// own.
    /// </summary>
    public static string Sorted(string request)
    {
        var at = request.IndexOf('{', StringComparison.Ordinal);
        return at < 0 ? request : request[..at] + Sorted(JsonNode.Parse(request[at..])!).ToJsonString(Plain);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonNode Sorted(JsonNode node) => node is JsonObject map
        ? new JsonObject(map.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new KeyValuePair<string, JsonNode?>(pair.Key, pair.Value is null ? null : Sorted(pair.Value))))
        : node is JsonArray list ? new JsonArray([.. list.Select(item => item is null ? null : Sorted(item))]) : node.DeepClone();
}

/// <summary>A server on loopback that records its requests and answers by a table, for tests of the requests themselves.</summary>
internal sealed class RecordingServer : IDisposable
{
    private readonly HttpListener _listener;
    private readonly List<Received> _received = [];
    private int _underWay;

    public RecordingServer()
    {
        (_listener, BaseUri) = Listen();
        _ = Task.Run(ServeAsync);
    }

    public Uri BaseUri { get; }

    /// <summary>
    /// Returns status, body and headers for a request; by default what an Intercom workspace would say to the simplest of calls.
    /// </summary>
    public Func<Received, (int Status, string Body)> Answer { get; set; } = Simple;

    /// <summary>
    /// Writes and ends an answer of its own, where those of the table are too well-behaved; false leaves it to the table.
    /// </summary>
    public Func<Received, HttpListenerResponse, bool>? Odd { get; set; }

    /// <summary>False forgets each request at once, for tests of so many that the list itself would fill the memory.</summary>
    public bool Keeps { get; init; } = true;

    /// <summary>How long each answer takes.</summary>
    public Func<Received, Task> Delay { get; set; } = _ => Task.CompletedTask;

    /// <summary>How many requests there were.</summary>
    public long Count { get; private set; }

    /// <summary>The most requests that were under way at one moment.</summary>
    public int MostUnderWay { get; private set; }

    public IReadOnlyList<Received> Requests
    {
        get
        {
            lock (_received) return _received.ToArray();
        }
    }

    /// <summary>The requests besides those for /me and the name lists.</summary>
    public IReadOnlyList<string> Calls =>
        Requests.Where(request =>
        request.Method != "GET" || request.Path is not ("/me" or "/admins" or "/teams" or "/tags" or "/data_attributes"))
        .Select(request => request.ToString()).ToArray();

    public void Forget()
    {
        lock (_received) _received.Clear();
    }

    /// <summary>Connects the shell to this server.</summary>
    public void Connect(Shell shell)
    {
        using var token = new System.Security.SecureString();
        foreach (var letter in Shell.Token) token.AppendChar(letter);
        shell.Do("$null = Connect-Intercom -BaseUri $args[0] -Token $args[1] -Name test", BaseUri, token);
        shell.AtEnd = "Disconnect-Intercom test";
        Forget();
    }

    public static (int Status, string Body) Simple(Received request) => request switch
    {
        { Method: "GET", Path: "/me" } =>
            (200,
            """{"type":"admin","id":"1","name":"Ada","email":"ada@example.com","app":"""
            + """{"type":"app","id_code":"ws1","name":"Test","region":"US"}}"""),
        { Method: "GET", Path: "/admins" } =>
            (200,
            """{"type":"admin.list","admins":[{"type":"admin","id":"1","name":"Ada","email":"ada@example.com"}"""
            + """,{"type":"admin","id":"2","name":"Grace Hopper","email":"grace@example.com"}]}"""),
        { Method: "GET", Path: "/teams" } => (200, """{"type":"team.list","teams":[{"type":"team","id":"31","name":"Billing"}]}"""),
        { Method: "GET", Path: "/data_attributes" } =>
            (200,
            """{"type":"list","data":[{"type":"data_attribute","name":"plan","model":"contact","data_type":"string","custom":true}]}"""),
        { Method: "GET", Path: "/tags" } =>
            (200, """{"type":"list","data":[{"type":"tag","id":"71","name":"VIP"},{"type":"tag","id":"72","name":"Churn risk"}]}"""),
        { Path: var path } when path.StartsWith("/companies?company_id=", StringComparison.Ordinal) =>
            (200, """{"type":"company","id":"c81","company_id":"acme"}"""),
        { Method: "POST", Path: "/events" } => (202, ""),
        { Path: var path } when path.StartsWith("/download/", StringComparison.Ordinal)
            || path.EndsWith("/recording", StringComparison.Ordinal) => (200, "a,b\n1,2\n"),
        { Method: "POST", Path: "/conversations/search" or "/tickets/search" } =>
            (200, """{"type":"list","conversations":[],"tickets":[],"pages":{"next":null}}"""),
        { Method: "GET", Path: "/contacts/c1/tags" or "/contacts/c1/companies?per_page=50" } =>
            (200, """{"type":"list","data":[],"pages":{"next":null}}"""),
        { Method: "POST", Path: "/contacts/search" } =>
            (200, """{"type":"list","data":[{"type":"contact","id":"c1"}],"pages":{"next":null}}"""),
        { Path: var path } when path.StartsWith("/conversations/", StringComparison.Ordinal) =>
            (200, """{"type":"conversation","id":"215","state":"open"}"""),
        { Path: var path } when path.Contains("/tags", StringComparison.Ordinal) => (200, """{"type":"tag","id":"71","name":"VIP"}"""),
        { Path: var path } when path.StartsWith("/contacts/", StringComparison.Ordinal)
            && !path.Contains("search", StringComparison.Ordinal) => (200, """{"type":"contact","id":"c1","name":"Zoe"}"""),
        { Method: "POST", Path: "/contacts" } => (200, """{"type":"contact","id":"c1","name":"Zoe"}"""),
        { Method: "POST", Path: "/companies" } => (200, """{"type":"company","id":"c81"}"""),
        _ => (200, """{"type":"list","data":[],"conversations":[],"pages":{"type":"pages","page":1,"total_pages":1},"total_count":0}"""),
    };

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception failure) when (failure is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
            _ = Task.Run(() => AnswerAsync(context));
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var request = new Received(context.Request.HttpMethod, context.Request.RawUrl!, body,
            context.Request.Headers.AllKeys.ToDictionary(key => key!, key =>
            context.Request.Headers[key]!, StringComparer.OrdinalIgnoreCase));
        lock (_received)
        {
            if (Keeps) _received.Add(request);
            Count++;
            _underWay++;
            MostUnderWay = Math.Max(MostUnderWay, _underWay);
        }
        try
        {
            await Delay(request);
            if (Odd?.Invoke(request, context.Response) == true)
            {
                lock (_received) _underWay--;
                return;
            }
            var (status, text) = TryAnswer(request);
            lock (_received) _underWay--;
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            var bytes = Encoding.UTF8.GetBytes(text);
            context.Response.ContentLength64 = bytes.Length;
            await context.Response.OutputStream.WriteAsync(bytes);
            context.Response.Close();
        }
        catch (Exception failure) when (failure is HttpListenerException or ObjectDisposedException or IOException)
        {
            // The client went away, as some tests want it to.
        }
    }

    /// <summary>A test's answer that fails is told to the test, instead of leaving its client to wait.</summary>
    private (int Status, string Body) TryAnswer(Received request)
    {
        try
        {
            return Answer(request);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return (418, failure.ToString());
        }
    }

    private static (HttpListener, Uri) Listen()
    {
        for (var i = 0; ; i++)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
            probe.Stop();
            var listener = new HttpListener();
            listener.Prefixes.Add(address);
            try
            {
                listener.Start();
                return (listener, new Uri(address));
            }
            catch (HttpListenerException) when (i < 20)
            {
                // Somebody else was quicker; try another port.
            }
        }
    }

    public void Dispose() => ((IDisposable)_listener).Dispose();
}
