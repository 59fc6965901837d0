using System.Net;
using System.Net.Http;
using System.Text;
using Intercom.Http;
using Microsoft.Extensions.Time.Testing;

namespace Intercom.Client.Tests;

/// <summary>
/// A server in a delegate: it keeps what was asked, and answers what the test says. Its clock is the client's, and stands still until
/// it is moved.
/// </summary>
internal sealed class FakeServer : HttpMessageHandler
{
    private readonly Func<FakeServer, HttpRequestMessage, Task<HttpResponseMessage>> _answer;

    public FakeServer(
        Func<FakeServer, HttpRequestMessage, HttpResponseMessage> answer) : this((server, request) => Task.FromResult(
            answer(server, request))) { }

    public FakeServer(Func<FakeServer, HttpRequestMessage, Task<HttpResponseMessage>> answer) => _answer = answer;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public List<string> Calls { get; } = [];

    public List<string?> Bodies { get; } = [];

    public List<HttpRequestMessage> Requests { get; } = [];

    public List<DateTimeOffset> Times { get; } = [];

    public IntercomClient Client(
        TimeSpan? timeout = null, CallBudget? budget = null, int maxResponseBytes = 1 << 20) => new(new IntercomClientOptions
    {
        Handler = this, Token = "secret-token", Time = Time, Budget = budget ?? new CallBudget(Time),
        Timeout = timeout ?? TimeSpan.FromSeconds(100), MaxResponseBytes = maxResponseBytes,
    });

    /// <summary>Waits for a task while the clock runs, up to the limit. A wait for a later time then never ends.</summary>
    public Task<T> Run<T>(Task<T> task, TimeSpan? limit = null) => Time.Run(task, limit);

    public static FakeServer Throwing(Exception failure) => new((_, _) => Task.FromException<HttpResponseMessage>(failure));

    public static HttpResponseMessage Json(
        string json, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers) response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    public static HttpResponseMessage Error(int status, string code, string message, params (string Name, string Value)[] headers) =>
        Json(
            $$"""{"type":"error.list","request_id":"req-1","errors":[{"code":"{{code}}","message":"{{message}}"}]}""",
            (HttpStatusCode)status,
            headers);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (Calls)
        {
            Calls.Add($"{request.Method} {request.RequestUri!.PathAndQuery}");
            Requests.Add(request);
            Times.Add(Time.GetUtcNow());
            Bodies.Add(
                request.Content is null
                    ? null
                    : Encoding.UTF8.GetString(request.Content.ReadAsByteArrayAsync(cancellationToken).GetAwaiter().GetResult()));
        }
        var response = await _answer(this, request);
        cancellationToken.ThrowIfCancellationRequested();
        return response;
    }
}

/// <summary>Records the client's diagnostics.</summary>
internal sealed class ListSink : IDiagnosticSink
{
    private readonly List<DiagnosticEvent> _events = [];

    public bool WantsBodies { get; init; }

    public IReadOnlyList<DiagnosticEvent> Events
    {
        get
        {
            lock (_events) return _events.ToList();
        }
    }

    public void Write(DiagnosticEvent diagnostic)
    {
        lock (_events) _events.Add(diagnostic);
    }
}
