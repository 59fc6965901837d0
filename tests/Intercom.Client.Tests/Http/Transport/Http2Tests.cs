using System.Collections.Concurrent;
using Intercom.Http;

namespace Intercom.Client.Tests.Http;

/// <summary>
/// Over HTTP/2 a server states what it did not process. The rest may have been executed, and is counted where it is executed.
/// </summary>
public class Http2Tests
{
    private static ApiRequest Create(int number, RetryClass retry = RetryClass.Once) => new("POST", "contacts")
    {
        Retry = retry, Body = new JsonObject { ["number"] = number },
    };

    [Theory]
    [InlineData(Http2Act.GoAwayBelow)]
    [InlineData(Http2Act.RefuseStream)]
    public async Task Of_many_creates_those_that_the_server_did_not_process_are_done_once_each(Http2Act refusal)
    {
        // Each connection refuses its 12th request, and with a GOAWAY all following requests.
        using var server = new Http2Server(request => request.OnConnection == 12 ? refusal : Http2Act.Answer);
        using var client = server.Client();
        await server.Time.Run(Task.WhenAll(Enumerable.Range(0, 60).Select(number =>
            client.SendAsync<Contact>(Create(number), cancellation: TestContext.Current.CancellationToken))));
        Assert.Equal(Enumerable.Range(0, 60).Select(number => $$"""{"number":{{number}}}""").Order(), server.Executed.Order());
        Assert.True(server.Arrived > 60, "Nothing was refused.");
    }

    [Theory]
    [InlineData(RetryClass.Once, 1)]
    [InlineData(RetryClass.Once, 2)]
    [InlineData(RetryClass.Once, 3)]
    [InlineData(RetryClass.Once, 4)]
    [InlineData(RetryClass.Once, 9)]
    [InlineData(RetryClass.Idempotent, 9)]
    public async Task A_request_that_is_refused_several_times_is_done_once(RetryClass retry, int refusals)
    {
        using var server = new Http2Server(_ => refusals-- > 0 ? Http2Act.RefuseStream : Http2Act.Answer);
        using var client = server.Client();
        await server.Time.Run(client.SendAsync<Contact>(Create(1, retry), cancellation: TestContext.Current.CancellationToken));
        Assert.Single(server.Executed);
    }

    [Theory]
    [InlineData(Http2Act.RefuseStream)]
    [InlineData(Http2Act.GoAwayBelow)]
    public async Task A_server_that_processes_nothing_is_told_as_that(Http2Act refusal)
    {
        using var server = new Http2Server(_ => refusal);
        using var client = server.Client();
        foreach (var retry in new[] { RetryClass.Once, RetryClass.Idempotent })
        {
            var failure = await Assert.ThrowsAsync<IntercomApiException>(() =>
                server.Time.Run(client.SendAsync<Contact>(Create(1, retry))));
            Assert.Equal(("not_processed", RequestOutcome.NotApplied, 5), (failure.Code, failure.Outcome, failure.Attempts));
        }
        Assert.Empty(server.Executed);
    }

    [Theory]
    [InlineData(Http2Act.RunAndReset)]
    [InlineData(Http2Act.RunAndClose)]
    [InlineData(Http2Act.RunAndGoAway)]
    [InlineData(Http2Act.RunAndGoAwayRefused)]
    public async Task What_may_have_been_executed_stays_unknown_and_is_not_doubled(Http2Act end)
    {
        using var server = new Http2Server(_ => end);
        using var client = server.Client();
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() => server.Time.Run(client.SendAsync<Contact>(Create(1))));
        Assert.Equal(("connection_broken", RequestOutcome.Unknown, 1), (failure.Code, failure.Outcome, failure.Attempts));
        Assert.Single(server.Executed);
    }

    [Theory]
    [InlineData(Http2Act.RunAndReset)]
    [InlineData(Http2Act.RunAndClose)]
    [InlineData(Http2Act.RunAndGoAway)]
    public async Task What_was_refused_first_and_may_have_been_executed_then_stays_unknown(Http2Act end)
    {
        using var server = new Http2Server(request => request is { Connection: 1, OnConnection: 1 } ? Http2Act.RefuseStream : end);
        using var client = server.Client();
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() => server.Time.Run(client.SendAsync<Contact>(Create(1))));
        Assert.Equal(RequestOutcome.Unknown, failure.Outcome);
        Assert.Single(server.Executed);
    }

    [Fact]
    public async Task Any_order_of_ends_loses_and_doubles_nothing()
    {
        Http2Act[] acts = [
            Http2Act.Answer, Http2Act.Answer, Http2Act.Answer, Http2Act.RefuseStream, Http2Act.GoAwayBelow,
            Http2Act.RunAndReset, Http2Act.RunAndGoAway];
        for (var seed = 0; seed < Runtime.Cases(10); seed++)
        {
            var random = new Random(seed);
            using var server = new Http2Server(_ =>
            {
                lock (random) return acts[random.Next(acts.Length)];
            });
            using var client = server.Client();
            var reported = new ConcurrentDictionary<int, RequestOutcome>();
            await server.Time.Run(Task.WhenAll(Enumerable.Range(0, 40).Select(async number =>
            {
                try
                {
                    await client.SendAsync<Contact>(Create(number), cancellation: TestContext.Current.CancellationToken);
                }
                catch (IntercomApiException failure)
                {
                    reported[number] = failure.Outcome;
                }
                return true;
            })));
            Dictionary<string, int> executed = server.Executed
                .GroupBy(body => body)
                .ToDictionary(group => group.Key, group => group.Count());
            for (var number = 0; number < 40; number++)
            {
                var times = executed.GetValueOrDefault($$"""{"number":{{number}}}""");
                var word = reported.TryGetValue(number, out var outcome) ? outcome.ToString() : "done";
                Assert.True(
                    word switch { "done" => times == 1, nameof(RequestOutcome.NotApplied) => times == 0, _ => times <= 1 },
                    $"Seed {seed}, create {number}: {word}, executed {times} times.");
            }
        }
    }
}
