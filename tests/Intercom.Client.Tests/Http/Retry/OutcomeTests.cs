using System.Net;
using System.Net.Sockets;
using System.Text;
using Intercom.Http;
using Microsoft.Extensions.Time.Testing;

namespace Intercom.Client.Tests.Http;

/// <summary>
/// What each kind of failure means for each class of operation: one table, each row of which happens on a real connection.
/// </summary>
public class OutcomeTests
{
    /// <summary>
    /// The failures, with the error's code, whether the server executed the request, and whether the client can know that it did not.
    /// </summary>
    private static readonly (string Failure, string Code, bool Executes, bool IsKnown, bool IsTransient)[] Table =
    [
        ("refused", "connection_failed", false, true, true),
        ("no name", "connection_failed", false, true, true),
        ("silent handshake", "connection_failed", false, true, true),
        ("handshake cut off", "connection_failed", false, true, true),
        ("untrusted", "tls_failed", false, true, false),
        ("tunnel reset", "connection_failed", false, true, true),
        ("tunnel 502", "connection_failed", false, true, true),
        ("tunnel 407", "proxy_authentication_required", false, true, false),
        ("tunnel 403", "proxy_refused", false, true, false),
        ("refused stream", "not_processed", false, true, true),
        ("goaway below", "not_processed", false, true, true),
        ("goaway after", "connection_broken", true, false, true),
        ("stream reset", "connection_broken", true, false, true),
        ("closed", "connection_broken", true, false, true),
        ("closed http/1.1", "connection_broken", true, false, true),
        ("silent", "timeout", true, false, true),
        ("429", "rate_limit_exceeded", false, true, true),
        ("503", "server_error", true, false, true),
        ("422", "unprocessable_entity", false, true, false),
    ];

    /// <summary>A name that the resolver refuses on its own: a label is too long, so that nothing is sent to the network.</summary>
    public static readonly string NoName = new string('a', 64) + ".invalid";

    public static TheoryData<string, RetryClass> Cases
    {
        get
        {
            var cases = new TheoryData<string, RetryClass>();
            foreach (var (failure, _, _, _, _) in Table)
            {
                // These cases wait for seconds of real time.
                if (failure == "silent" && Runtime.IsMutated) continue;
                foreach (var retry in new[] { RetryClass.Safe, RetryClass.Idempotent, RetryClass.Once }) cases.Add(failure, retry);
            }
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task A_failure_says_whether_the_request_may_have_been_executed_and_is_repeated_only_then(string failure, RetryClass retry)
    {
        var (_, code, executes, isKnown, isTransient) = Array.Find(Table, row => row.Failure == failure);
        await using var outage = Outage.Of(failure, retry);
        var request = new ApiRequest(retry == RetryClass.Safe ? "GET" : "POST", "contacts/1")
        {
            Retry = retry, Body = retry == RetryClass.Safe ? null : new JsonObject { ["body"] = "x" },
        };
        var thrown = await Assert.ThrowsAsync<IntercomApiException>(() => outage.Time.Run(outage.Client.SendAsync<Contact>(request)));
        var repeats = isTransient && (isKnown || retry != RetryClass.Once);
        // A read without a body cannot show how much of it was sent. It changes nothing either.
        if (retry != RetryClass.Safe || code != "not_processed") Assert.Equal(code, thrown.Code);
        Assert.Equal(isKnown || retry == RetryClass.Safe ? RequestOutcome.NotApplied : RequestOutcome.Unknown, thrown.Outcome);
        // The clock is ahead of the server's, so that the maximum wait for 429 may end first.
        if (code == "rate_limit_exceeded") Assert.InRange(thrown.Attempts, 2, RetryPolicy.BudgetRepeats + 1);
        else Assert.Equal(repeats ? RetryPolicy.Repeats + 1 : 1, thrown.Attempts);
        if (outage.Executed is { } executed)
        {
            if (!executes) Assert.Equal(0, executed);
            else if (retry == RetryClass.Once) Assert.Equal(1, executed);
            else Assert.True(executed >= 1);
        }
    }

    /// <summary>A client, and what keeps it from its answer.</summary>
    private sealed class Outage : IAsyncDisposable
    {
        private readonly List<IDisposable> _parts = [];
        private Func<int>? _executed;

        public FakeTimeProvider Time { get; private set; } = new();

        public IntercomClient Client { get; private set; } = null!;

        /// <summary>How often the server executed the request. Null where there is no server.</summary>
        public int? Executed => _executed?.Invoke();

        public static Outage Of(string failure, RetryClass retry)
        {
            var outage = new Outage();
            switch (failure)
            {
                case "refused":
                    using (var closed = new TcpListener(IPAddress.Loopback, 0))
                    {
                        closed.Start();
                        outage.Call(new Uri($"https://127.0.0.1:{((IPEndPoint)closed.LocalEndpoint).Port}/"));
                    }
                    break;
                case "no name":
                    outage.Call(new Uri($"https://{NoName}/"));
                    break;
                case "silent handshake":
                    var silent = outage.Keep(new TcpListener(IPAddress.Loopback, 0));
                    silent.Start();
                    outage.Call(new Uri($"https://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/"), TimeSpan.FromMilliseconds(50));
                    break;
                case "handshake cut off":
                    // The head that this server waits for never arrives, and anything else is answered with bytes that are not TLS.
                    var cutting = outage.Keep(new LoopbackServer((socket, stop) =>
                        socket.GetStream().ReadAtLeastAsync(new byte[5], 5, throwOnEndOfStream: false, stop).AsTask()));
                    outage.Call(new Uri($"https://127.0.0.1:{cutting.Port}/"));
                    break;
                case "untrusted":
                    var untrusted = outage.Raw(RawServer.Answer("{}"u8.ToArray()), isSecure: true);
                    outage.Call(untrusted.BaseUri, isTrusting: false);
                    break;
                case "tunnel reset":
                    outage.Tunnel(RawProxy.Reset);
                    break;
                case "tunnel 502":
                    outage.Tunnel("502 Bad Gateway");
                    break;
                case "tunnel 407":
                    outage.Tunnel(RawProxy.AskForLogin);
                    break;
                case "tunnel 403":
                    outage.Tunnel("403 Forbidden");
                    break;
                case "refused stream":
                    outage.Http2(Http2Act.RefuseStream);
                    break;
                case "goaway below":
                    outage.Http2(Http2Act.GoAwayBelow);
                    break;
                case "goaway after":
                    outage.Http2(Http2Act.RunAndGoAway);
                    break;
                case "stream reset":
                    outage.Http2(Http2Act.RunAndReset);
                    break;
                case "closed":
                    outage.Http2(Http2Act.RunAndClose);
                    break;
                case "silent":
                    // The request must be sent before the time is over, also on a busy machine. What is repeated need not wait as long.
                    outage.Http2(Http2Act.RunAndBeSilent, TimeSpan.FromSeconds(retry == RetryClass.Once ? 5 : 2));
                    break;
                case "closed http/1.1":
                    outage.Call(outage.Raw([]).BaseUri);
                    break;
                case "429":
                    outage.Call(outage.Raw(RawServer.Answer([], status: "429 Too Many Requests"), executes: false).BaseUri);
                    break;
                case "422":
                    outage.Call(outage.Raw(RawServer.Answer([], status: "422 Unprocessable Entity"), executes: false).BaseUri);
                    break;
                case "503":
                    outage.Call(outage.Raw(RawServer.Answer([], status: "503 Service Unavailable")).BaseUri);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(failure));
            }
            return outage;
        }

        private T Keep<T>(T part) where T : IDisposable
        {
            _parts.Add(part);
            return part;
        }

        private void Call(Uri host, TimeSpan? timeout = null, bool isTrusting = true)
        {
            var handler = Keep(isTrusting ? Http2Server.TrustingHandler() : Transport.CreateHandler());
            Client = Keep(new IntercomClient(new IntercomClientOptions
            {
                BaseUri = host, Token = "secret-token", Handler = handler, Time = Time, Budget = new CallBudget(Time),
                Timeout = timeout ?? TimeSpan.FromSeconds(60),
            }));
        }

        private RawServer Raw(byte[] answer, bool isSecure = false, bool executes = true)
        {
            var server = Keep(
                new RawServer((stream, stop) => stream.WriteAsync(answer, stop).AsTask(), isSecure ? Keep(RawServer.SelfSigned()) : null));
            if (executes) _executed = () => server.Requests.Count;
            return server;
        }

        private void Http2(Http2Act act, TimeSpan? timeout = null)
        {
            var server = Keep(new Http2Server(_ => act));
            _executed = () => server.Executed.Count;
            Client = Keep(server.Client(timeout));
            Time = server.Time;
        }

        private void Tunnel(string answer)
        {
            var proxy = Keep(new RawProxy(_ => answer));
            Client = Keep(proxy.Client());
            Time = proxy.Time;
        }

        public ValueTask DisposeAsync()
        {
            for (var at = _parts.Count - 1; at >= 0; at--) _parts[at].Dispose();
            return default;
        }
    }
}
