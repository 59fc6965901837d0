using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using Intercom.Http;

namespace Intercom.Client.Tests.Http;

public class RetryTests
{
    private static ApiRequest Request(RetryClass retry) => new(retry == RetryClass.Safe ? "GET" : "POST", "contacts/1")
    {
        Retry = retry, Body = retry == RetryClass.Safe ? null : new JsonObject { ["body"] = "x" },
    };

    [Theory]
    [InlineData(RetryClass.Safe, 503, 3)]
    [InlineData(RetryClass.Idempotent, 500, 3)]
    [InlineData(RetryClass.Safe, 408, 3)]
    [InlineData(RetryClass.Once, 503, 1)]
    [InlineData(RetryClass.Once, 408, 1)]
    [InlineData(RetryClass.Safe, 404, 1)]
    [InlineData(RetryClass.Idempotent, 422, 1)]
    [InlineData(RetryClass.Safe, 409, 1)]
    public async Task A_status_is_repeated_only_where_a_repeat_does_no_harm(RetryClass retry, int status, int calls)
    {
        var server = new FakeServer((self, _) =>
            self.Calls.Count < 3 ? FakeServer.Error(status, "some_code", "words") : FakeServer.Json("""{"type":"contact","id":"1"}"""));
        var task = server.Client().SendAsync<Contact>(Request(retry), cancellation: TestContext.Current.CancellationToken);
        if (calls == 3) Assert.Equal("1", (await server.Run(task))!.Id);
        else
        {
            var failure = await Assert.ThrowsAsync<IntercomApiException>(() => server.Run(task));
            Assert.Equal(status, failure.StatusCode);
            Assert.Equal("some_code", failure.Code);
            Assert.Equal("req-1", failure.RequestId);
        }
        Assert.Equal(calls, server.Calls.Count);
    }

    [Theory]
    [InlineData(RetryClass.Once)]
    [InlineData(RetryClass.Idempotent)]
    [InlineData(RetryClass.Safe)]
    public async Task A_429_of_the_call_budget_is_repeated_for_every_class(RetryClass retry)
    {
        var server = new FakeServer((self, _) =>
            self.Calls.Count < 4
                ? FakeServer.Error(429, "rate_limit_exceeded", "Exceeded rate limit of 167 in 10_seconds")
                : FakeServer.Json("""{"id":"1"}"""));
        await server.Run(server.Client().SendAsync<Contact>(Request(retry), cancellation: TestContext.Current.CancellationToken));
        Assert.Equal(4, server.Calls.Count);
    }

    [Fact]
    public async Task A_429_that_means_a_cap_on_jobs_is_not_repeated()
    {
        var server = new FakeServer((_, _) =>
            FakeServer.Error(429, "rate_limit_exceeded", "Exceeded rate limit of 5 pending reporting dataset export jobs"));
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() =>
            server.Run(server.Client().SendAsync<Contact>(Request(RetryClass.Once))));
        Assert.Single(server.Calls);
        Assert.Equal("job_limit_exceeded", failure.Code);
    }

    [Fact]
    public async Task Retry_After_is_obeyed_in_seconds_and_as_a_date_by_the_servers_clock()
    {
        var server = new FakeServer((self, _) => self.Calls.Count switch
        {
            1 => FakeServer.Error(429, "rate_limit_exceeded", "Exceeded rate limit of 167 in 10_seconds", ("Retry-After", "7")),
            // The server's clock is ten minutes ahead of ours. The wait is the difference of its own two dates.
            2 =>
                FakeServer.Error(
                    503,
                    "service_unavailable",
                    "later",
                    ("Date", "Sun, 01 Mar 2026 12:10:00 GMT"),
                    ("Retry-After", "Sun, 01 Mar 2026 12:10:20 GMT")),
            _ => FakeServer.Json("""{"id":"1"}"""),
        });
        await server.Run(server.Client().SendAsync<Contact>(Request(RetryClass.Safe), cancellation: TestContext.Current.CancellationToken));
        Assert.InRange((server.Times[1] - server.Times[0]).TotalSeconds, 7, 8);
        Assert.InRange((server.Times[2] - server.Times[1]).TotalSeconds, 20, 21);
    }

    [Theory]
    [InlineData(RetryClass.Safe, 5)]
    [InlineData(RetryClass.Idempotent, 5)]
    [InlineData(RetryClass.Once, 5)]
    public async Task A_connection_that_was_never_made_is_tried_again_for_every_class(RetryClass retry, int calls)
    {
        var server = FakeServer.Throwing(new HttpRequestException("refused", new SocketException((int)SocketError.ConnectionRefused)));
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() => server.Run(server.Client().SendAsync<Contact>(Request(retry))));
        Assert.Equal("connection_failed", failure.Code);
        Assert.Equal(RequestOutcome.NotApplied, failure.Outcome);
        Assert.Equal(calls, server.Calls.Count);
        Assert.Equal(calls, failure.Attempts);
    }

    [Fact]
    public async Task A_connection_that_breaks_under_a_reply_is_not_tried_again_and_says_so()
    {
        var server = FakeServer.Throwing(
            new HttpRequestException(
                "reset", new IOException("Connection reset by peer", new SocketException((int)SocketError.ConnectionReset))));
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() =>
            server.Run(server.Client().SendAsync<Contact>(Request(RetryClass.Once))));
        Assert.Single(server.Calls);
        Assert.Equal(RequestOutcome.Unknown, failure.Outcome);
        Assert.Contains("may or may not have been applied", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RetryClass.Safe, RequestOutcome.NotApplied)]
    [InlineData(RetryClass.Idempotent, RequestOutcome.Unknown)]
    public async Task A_read_that_the_server_failed_changed_nothing(RetryClass retry, RequestOutcome outcome)
    {
        var server = new FakeServer((_, _) => FakeServer.Error(503, "service_unavailable", "Sorry."));
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() => server.Run(server.Client().SendAsync<Contact>(Request(retry))));
        Assert.Equal((outcome, 5), (failure.Outcome, failure.Attempts));
    }

    [Theory]
    [InlineData(429, "rate_limit_exceeded", 22)]
    [InlineData(422, "parameter_invalid", 2)]
    public async Task What_may_have_been_applied_by_an_earlier_try_stays_unknown_whatever_a_later_one_says(
        int status, string code, int calls)
    {
        var server = new FakeServer((self, _) => self.Calls.Count == 1
            ? throw new HttpRequestException(
                "reset", new IOException("Connection reset by peer", new SocketException((int)SocketError.ConnectionReset)))
            : FakeServer.Error(status, code, "Exceeded rate limit of 167 in 10_seconds"));
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() =>
            server.Run(server.Client().SendAsync<Contact>(Request(RetryClass.Idempotent))));
        Assert.Equal((code, RequestOutcome.Unknown, calls), (failure.Code, failure.Outcome, failure.Attempts));

        var refused = new FakeServer((_, _) => FakeServer.Error(status, code, "Exceeded rate limit of 167 in 10_seconds"));
        failure = await Assert.ThrowsAsync<IntercomApiException>(() =>
            refused.Run(refused.Client().SendAsync<Contact>(Request(RetryClass.Idempotent))));
        Assert.Equal((RequestOutcome.NotApplied, calls - 1), (failure.Outcome, failure.Attempts));
    }

    [Fact]
    public async Task Refusals_of_the_budget_take_no_repeats_from_other_failures()
    {
        var server = new FakeServer((self, _) => self.Calls.Count switch
        {
            <= 10 => FakeServer.Error(429, "rate_limit_exceeded", "Exceeded rate limit of 167 in 10_seconds"),
            <= 14 => FakeServer.Error(503, "service_unavailable", "later"),
            _ => FakeServer.Json("""{"id":"1"}"""),
        });
        Assert.Equal(
            "1",
            (await server.Run(
                    server.Client().SendAsync<Contact>(
                        Request(RetryClass.Idempotent), cancellation: TestContext.Current.CancellationToken)))!.Id);
        Assert.Equal(15, server.Calls.Count);
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_never_tried_again()
    {
        var server = FakeServer.Throwing(
            new HttpRequestException(
                "ssl", new System.Security.Authentication.AuthenticationException("The remote certificate is invalid")));
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() =>
            server.Run(server.Client().SendAsync<Contact>(Request(RetryClass.Safe))));
        Assert.Equal("tls_failed", failure.Code);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task A_repeated_delete_that_finds_nothing_has_succeeded_but_a_first_one_has_not()
    {
        var delete = new ApiRequest("DELETE", "contacts/1") { Retry = RetryClass.Idempotent };
        var server = new FakeServer((self, _) =>
            self.Calls.Count == 1 ? FakeServer.Error(502, "server_error", "x") : FakeServer.Error(404, "not_found", "gone"));
        Assert.Null(await server.Run(server.Client().SendAsync<Contact>(delete, cancellation: TestContext.Current.CancellationToken)));

        var other = new FakeServer((_, _) => FakeServer.Error(404, "not_found", "gone"));
        await Assert.ThrowsAsync<IntercomApiException>(() => other.Run(other.Client().SendAsync<Contact>(delete)));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(0)]
    public async Task A_delete_that_finds_nothing_after_a_try_that_was_not_executed_has_not_succeeded(int status)
    {
        var server = new FakeServer((self, _) => self.Calls.Count > 1 ? FakeServer.Error(404, "not_found", "gone")
            : status == 0
                ? throw new HttpRequestException("refused", new SocketException((int)SocketError.ConnectionRefused))
                : FakeServer.Error(429, "rate_limit_exceeded", "Exceeded rate limit of 167 in 10_seconds"));
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() =>
            server.Run(server.Client().SendAsync<Contact>(new ApiRequest("DELETE", "contacts/1") { Retry = RetryClass.Idempotent })));
        Assert.Equal(404, failure.StatusCode);
        Assert.Equal(2, server.Calls.Count);
    }

    [Theory]
    [InlineData(SocketError.HostUnreachable)]
    [InlineData(SocketError.NetworkUnreachable)]
    [InlineData(SocketError.ConnectionRefused)]
    public async Task A_network_that_fails_under_a_connection_is_not_a_connection_that_was_never_made(SocketError error)
    {
        var server = FakeServer.Throwing(
            new HttpRequestException(
                "An error occurred while sending the request.",
                new IOException("Unable to read data from the transport connection", new SocketException((int)error))));
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() =>
            server.Run(server.Client().SendAsync<Contact>(Request(RetryClass.Once))));
        Assert.Equal("connection_broken", failure.Code);
        Assert.Equal(RequestOutcome.Unknown, failure.Outcome);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task Refusals_of_the_call_budget_do_not_count_as_failures_of_the_server()
    {
        var server = new FakeServer((self, _) => self.Calls.Count switch
        {
            < 7 => FakeServer.Error(429, "rate_limit_exceeded", "Exceeded rate limit of 167 in 10_seconds"),
            < 10 => FakeServer.Error(503, "service_unavailable", "later"),
            _ => FakeServer.Json("""{"id":"1"}"""),
        });
        Assert.Equal(
            "1",
            (await server.Run(
                    server.Client().SendAsync<Contact>(
                        Request(RetryClass.Safe), cancellation: TestContext.Current.CancellationToken)))!.Id);
    }

    [Theory]
    [InlineData("90000")]
    [InlineData("Fri, 01 Jan 2027 00:00:00 GMT")]
    public async Task A_wait_of_days_is_not_waited_for_either(string wait)
    {
        foreach (var status in new[] { 429, 503 })
        {
            var server = new FakeServer((_, _) => FakeServer.Error(status, "later", "Later", ("Retry-After", wait)));
            var failure = await Assert.ThrowsAsync<IntercomApiException>(() =>
                server.Run(server.Client().SendAsync<Contact>(Request(RetryClass.Safe))));
            Assert.Single(server.Calls);
            Assert.Contains("which is too long", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_connection_that_has_been_ended_says_so_at_once()
    {
        var server = new FakeServer((_, _) => FakeServer.Json("{}"));
        var client = server.Client();
        client.Dispose();
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() => server.Run(client.SendAsync<Contact>(Request(RetryClass.Safe))));
        Assert.Equal("disconnected", failure.Code);
        Assert.Equal(RequestOutcome.NotApplied, failure.Outcome);

        IntercomClient? ended = null;
        var later = new FakeServer((_, _) =>
        {
            ended!.Dispose();
            return FakeServer.Json("{}");
        });
        ended = later.Client();
        failure = await Assert.ThrowsAsync<IntercomApiException>(() => later.Run(ended.SendAsync<Contact>(Request(RetryClass.Idempotent))));
        Assert.Equal("disconnected", failure.Code);
        Assert.Equal(RequestOutcome.Unknown, failure.Outcome);
        Assert.Single(later.Calls);
    }

    [Fact]
    public async Task Every_try_sends_the_same_bytes()
    {
        var server = new FakeServer((self, _) => self.Calls.Count < 3 ? FakeServer.Error(500, "server_error", "x") : FakeServer.Json("{}"));
        await server.Run(
            server.Client().SendAsync<Contact>(Request(RetryClass.Idempotent), cancellation: TestContext.Current.CancellationToken));
        Assert.Equal(["""{"body":"x"}"""], server.Bodies.Distinct());
    }

    [Fact]
    public async Task Cancellation_ends_a_wait_at_once()
    {
        var server = new FakeServer((_, _) => FakeServer.Error(503, "x", "x", ("Retry-After", "30")));
        using var stop = new System.Threading.CancellationTokenSource();
        var task = server.Client().SendAsync<Contact>(Request(RetryClass.Safe), cancellation: stop.Token);
        Assert.False(task.IsCompleted);
        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
        Assert.Single(server.Calls);
    }
}
