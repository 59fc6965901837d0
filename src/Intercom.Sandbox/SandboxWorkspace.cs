using System.Text;
using System.Text.Json;
using Intercom.Http;
using Intercom.Sandbox.Resources;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox;

/// <summary>
/// An Intercom workspace in memory that answers Intercom's REST API: its state lasts as long as the object, its sample data is the same
/// each time. Safe for use from many threads; a call has its effect whole or not at all.
/// </summary>
public sealed class SandboxWorkspace
{
    private const int KeptCalls = 200_000;
    private const long KeptLetters = 100_000_000;
    private readonly object _lock = new();
    private readonly SandboxOptions _options;
    private readonly Router _router = new();
    private readonly Database _data;
    private readonly SandboxBudget _budget;
    private readonly TimeProvider _wall;
    private readonly Random _faults;
    private readonly List<SandboxCall> _calls = [];
    private int _storm;
    private long _requests;
    private long _letters;

    /// <summary>Creates a workspace.</summary>
    /// <exception cref="ArgumentException">The options name a scope or a feature that does not exist, or a number out of range.</exception>
    public SandboxWorkspace(SandboxOptions? options = null)
    {
        _options = options ?? new SandboxOptions();
        Access.Require(_options);
        // Clients have this clock too. The budget goes by it, also when the clock of the workspace was moved.
        _wall = _options.Time is SandboxClock moved ? moved.Inner : _options.Time;
        _budget = new SandboxBudget(_options, _wall);
        _faults = new Random(_options.Seed);
        _data = new Database(_options);
        Seed.SampleData.Fill(_data);
        Resources.AllRoutes.Add(_router);
    }

    /// <summary>The calls so far, the oldest first. At most the last 200,000.</summary>
    public IReadOnlyList<SandboxCall> Calls
    {
        get
        {
            lock (_lock) return _calls.ToArray();
        }
    }

    /// <summary>How many calls there were so far.</summary>
    public long CallCount
    {
        get
        {
            lock (_lock) return _requests;
        }
    }

    /// <summary>Answers a request.</summary>
    /// <exception cref="IOException">The connection broke, according to <see cref="SandboxOptions.ResetRate"/>.</exception>
    public async Task<SandboxResponse> HandleAsync(SandboxRequest request, CancellationToken cancellation)
    {
        var latency = Latency();
        if (latency > TimeSpan.Zero) await DelayAsync(latency, cancellation).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        lock (_lock)
        {
            Snoozes.End(_data);
            return Handle(request);
        }
    }

    /// <summary>A UUID, as Intercom's, and the same for the same call of the same workspace.</summary>
    private string RequestId(long number) =>
        string.Format(CultureInfo.InvariantCulture, "{0:x8}-5a4d-4000-8000-{1:x12}", _options.Seed, number);

    private SandboxResponse Handle(SandboxRequest request)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Content-Type"] = "application/json; charset=utf-8",
            ["Date"] = _wall.GetUtcNow().ToString("R", CultureInfo.InvariantCulture),
            ["X-Request-Id"] = RequestId(++_requests),
        };
        var executed = false;
        var answer = Reply.Empty(500);
        try
        {
            Authorize(request, headers);
            _budget.Take(headers);
            Storm(headers);
            var fault = Draw();
            if (fault is Fault.FailBefore)
            {
                throw new SandboxError(
                    503, "service_unavailable", "Sorry, this is broken for a moment (the sandbox was asked to fail now and then)");
            }
            if (fault is Fault.ResetBefore) throw new SandboxReset();
            answer = _router.Answer(request, _data);
            executed = true;
            if (fault is Fault.FailAfter)
            {
                throw new SandboxError(
                    503, "service_unavailable", "Sorry, this is broken for a moment (the sandbox was asked to fail now and then)");
            }
            if (fault is Fault.ResetAfter) throw new SandboxReset();
        }
        catch (SandboxError error)
        {
            answer = Reply.Error(error, headers["X-Request-Id"]);
        }
        catch (SandboxReset)
        {
            Keep(request, 0, executed);
            throw new IOException(
                "The sandbox broke the connection, as it was asked to.", new System.Net.Sockets.SocketException(104));
        }
        catch (Exception failure) when (IsShape(failure))
        {
            // A body of the wrong shape: the real server also answers 400 or 422 and never breaks the connection.
            answer = Reply.Error(
                new SandboxError(400, "bad_request", "The request has not the expected shape: " + failure.Message),
                headers["X-Request-Id"]);
        }
        try
        {
            Keep(request, answer.Status, executed);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            answer = Reply.Error(
                new SandboxError(500, "recording_failed", "The call was answered but could not be recorded: " + failure.Message),
                headers["X-Request-Id"]);
        }
        foreach (var header in answer.Headers) headers[header.Key] = header.Value;
        return new SandboxResponse(answer.Status, headers, answer.Bytes());
    }

    /// <summary>What a handler throws at a value that is missing, of another type, or beyond the range.</summary>
    private static bool IsShape(Exception failure) =>
        failure is InvalidOperationException or FormatException or ArgumentException or OverflowException or JsonException
            or NullReferenceException or KeyNotFoundException or InvalidCastException or IndexOutOfRangeException;

    private void Keep(SandboxRequest request, int status, bool executed)
    {
        _letters += request.Body?.Length ?? 0;
        while (_calls.Count > 0 && (_calls.Count >= KeptCalls || _letters > KeptLetters))
        {
            var oldest = (_calls.Count + 1) / 2;
            _letters -= _calls.Take(oldest).Sum(call => (long)(call.Body?.Length ?? 0));
            _calls.RemoveRange(0, oldest);
        }
        _calls.Add(new SandboxCall(request.Method, request.Path, request.Query, request.Body, status, executed));
        request.Headers.TryGetValue("Authorization", out var authorization);
        _options.Recording?.Add(request, Token(authorization ?? ""), status, _options.Time.GetUtcNow());
    }

    private void Authorize(SandboxRequest request, Dictionary<string, string> headers)
    {
        request.Headers.TryGetValue("Authorization", out var authorization);
        if (CallRoutes.IsSigned(request.Path))
        {
            // A signed address is another host's in truth, and that one must never see the token.
            if (authorization is not null)
            {
                throw new SandboxError(400, "bad_request", "Only one way of authorization is allowed: the signature, not a token");
            }
            return;
        }
        var token = Token(authorization ?? "");
        if (token.Length == 0 || token is "invalid" or "revoked" || (_options.AccessToken is not null && token != _options.AccessToken))
        {
            throw token == "revoked"
                ? new SandboxError(401, "token_revoked", "The token was revoked")
                : new SandboxError(401, "unauthorized", "Access Token Invalid");
        }
        var version = Call.VersionOf(request, _options);
        if (!IsKnown(version))
            throw new SandboxError(400, "intercom_version_invalid", $"The requested version could not be found: {version}");
        headers["Intercom-Version"] = version;
    }

    /// <summary>True for the numbers from 1.0 to before 3.0, and for a preview by either name, as Intercom spells them.</summary>
    private static bool IsKnown(string version) => version is ApiVersions.Preview or "Unstable"
        || (ApiVersions.Compare(version, "1.0") >= 0 && ApiVersions.Compare(version, "3.0") < 0);

    /// <summary>The token of the header Authorization. Old SDKs send it as the user of Basic authentication.</summary>
    private static string Token(string authorization)
    {
        var words = authorization.Split([' '], 2);
        if (words.Length < 2) return "";
        if (string.Equals(words[0], "Bearer", StringComparison.OrdinalIgnoreCase)) return words[1].Trim();
        if (!string.Equals(words[0], "Basic", StringComparison.OrdinalIgnoreCase)) return "";
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(words[1].Trim())).Split(':')[0];
        }
        catch (FormatException)
        {
            return "";
        }
    }

    private enum Fault { None, FailBefore, FailAfter, ResetBefore, ResetAfter }

    private Fault Draw()
    {
        if (_options.FailureRate <= 0 && _options.ResetRate <= 0) return Fault.None;
        var draw = _faults.NextDouble();
        if (draw < _options.FailureRate) return draw < _options.FailureRate / 2 ? Fault.FailBefore : Fault.FailAfter;
        draw -= _options.FailureRate;
        if (draw < _options.ResetRate) return draw < _options.ResetRate / 2 ? Fault.ResetBefore : Fault.ResetAfter;
        return Fault.None;
    }

    private TimeSpan Latency()
    {
        if (_options.SlowRate <= 0) return _options.Latency;
        lock (_lock) return _faults.NextDouble() < _options.SlowRate ? _options.SlowLatency : _options.Latency;
    }

    private void Storm(Dictionary<string, string> headers)
    {
        if (_storm == 0 && _options.ThrottleRate > 0 && _faults.NextDouble() < _options.ThrottleRate) _storm = _options.ThrottleLength;
        if (_storm == 0) return;
        _storm--;
        headers["Retry-After"] = "1";
        throw new SandboxError(
            429, "rate_limit_exceeded", "Exceeded rate limit in 10_seconds (the sandbox was asked to refuse now and then)");
    }

    private Task DelayAsync(TimeSpan wait, CancellationToken cancellation) =>
#if NET8_0_OR_GREATER
        Task.Delay(wait, _options.Time, cancellation);
#else
        _options.Time.Delay(wait, cancellation);
#endif
}
