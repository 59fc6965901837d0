using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Intercom.Http;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Intercom.Client.Tests.Http.Budget;

public class CallBudgetTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly FakeTimeProvider _time = new();

    private CallBudget Learned(int limit, int remaining, double seconds)
    {
        var budget = new CallBudget(_time);
        budget.Release(Acquired(budget), Answer(limit, remaining, seconds));
        return budget;
    }

    /// <summary>A call that goes out at once.</summary>
    private static CallPermit Acquired(CallBudget budget)
    {
        Assert.True(budget.TryAcquire(out var permit));
        return permit;
    }

    /// <summary>What an answer of a server says whose clock is ours.</summary>
    private BudgetAnswer Answer(int limit, int remaining, double seconds)
    {
        var now = _time.GetUtcNow();
        return new BudgetAnswer(limit, remaining, now.AddSeconds(seconds).ToUnixTimeSeconds(), now);
    }

    [Fact]
    public async Task So_many_go_out_together_before_the_first_answer_and_all_after_one_that_says_nothing_of_a_budget()
    {
        var budget = new CallBudget(_time);
        Assert.Null(budget.Reading.Limit);
        var first = Acquired(budget);
        for (var i = 1; i < 16; i++) Acquired(budget);
        var next = budget.AcquireAsync(null, None).AsTask();
        Assert.False(next.IsCompleted);
        budget.Release(first, default(BudgetAnswer));
        await next.WaitAsync(TimeSpan.FromSeconds(30));
        for (var i = 0; i < 100; i++) Acquired(budget);
    }

    [Fact]
    public void A_new_window_gets_no_more_than_its_part_before_it_is_heard_of()
    {
        var budget = Learned(100, 50, 8);
        _time.Advance(TimeSpan.FromSeconds(9));
        for (var i = 0; i < 98; i++) Acquired(budget);
        Assert.False(budget.TryAcquire(out _));
    }

    [Fact]
    public async Task A_window_that_is_known_stays_when_an_answer_says_nonsense_of_its_end()
    {
        var budget = new CallBudget(_time);
        var (first, second) = (Acquired(budget), Acquired(budget));
        budget.Release(first, Answer(100, 0, 8));
        budget.Release(second, Answer(100, 100, 3 * 86400));
        var waiting = budget.AcquireAsync(null, None).AsTask();
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(9));
        await waiting;
    }

    [Theory]
    [InlineData(0, 0, 8)] // a limit that allows nothing
    [InlineData(100, 0, 0)] // a reset that is now
    [InlineData(100, 0, -20)]
    public void A_budget_that_cannot_be_is_not_kept_to(int limit, int remaining, double seconds)
    {
        var budget = Learned(limit, remaining, seconds);
        Assert.Null(budget.Reading.Limit);
        for (var i = 0; i < 100; i++) Acquired(budget);
    }

    [Fact]
    public void The_only_call_of_a_command_passes_those_of_a_command_with_several()
    {
        var queue = new CallQueue();
        var bulk = new object();
        for (var i = 0; i < 30; i++) queue.Add(new NamedWaiter($"bulk {i}", bulk));
        for (var i = 0; i < 4; i++) queue.Add(new NamedWaiter($"prompt {i}", new object()));
        // The first of the bulk run came first; a quarter of the part may pass, the others keep their place.
        var order = Enumerable.Range(0, 5).Select(_ => ((NamedWaiter)queue.Next(8)!).Name).ToArray();
        Assert.Equal(["bulk 0", "prompt 0", "prompt 1", "bulk 1", "bulk 2"], order);
        queue.Turn();
        Assert.Equal("prompt 2", ((NamedWaiter)queue.Next(8)!).Name);
        var left = 0;
        while (queue.Next(8) is not null) left++;
        Assert.Equal(28, left);
        Assert.Equal(0, queue.Count);
    }

    private sealed class NamedWaiter(string name, object command) : CallWaiter(command, null)
    {
        public string Name { get; } = name;

        public override void LetThrough(CallPermit permit) => throw new InvalidOperationException();
    }

    [Fact]
    public async Task A_call_that_gave_up_leaves_its_place_to_the_next()
    {
        var budget = Learned(3, 0, 8);
        using var stop = new CancellationTokenSource();
        var first = budget.AcquireAsync(null, stop.Token).AsTask();
        var second = budget.AcquireAsync(null, None).AsTask();
        stop.Cancel();
        Assert.True(first.IsCanceled);
        _time.Advance(TimeSpan.FromSeconds(9));
        await second.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Who_waits_longer_than_a_window_is_told_so_and_told_again()
    {
        var budget = Learned(4, 0, 8);
        var told = new List<double>();
        for (var i = 0; i < 3; i++) _ = budget.AcquireAsync(null, None).AsTask();
        _ = budget.AcquireAsync(wait => told.Add(Math.Round(wait.TotalSeconds)), None).AsTask();
        Assert.Equal([18.0], told);
        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal([18.0, 9.0], told);
    }

    [Fact]
    public async Task It_waits_for_the_next_window_before_the_present_one_is_empty()
    {
        var budget = Learned(100, 3, 8);
        TimeSpan? told = null;
        Assert.True(budget.AcquireAsync(null, None).IsCompletedSuccessfully);
        var waiting = budget.AcquireAsync(wait => told = wait, None).AsTask();
        Assert.False(waiting.IsCompleted);
        Assert.InRange(told!.Value.TotalSeconds, 8, 8.2);
        _time.Advance(TimeSpan.FromSeconds(7.9));
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.5));
        await waiting;
    }

    [Fact]
    public async Task A_429_shuts_the_door_for_everybody()
    {
        var budget = new CallBudget(_time);
        budget.Release(Acquired(budget), new BudgetAnswer(BlockedFor: TimeSpan.FromSeconds(5)));
        var first = budget.AcquireAsync(null, None).AsTask();
        var second = budget.AcquireAsync(null, None).AsTask();
        Assert.False(first.IsCompleted || second.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(5.5));
        await Task.WhenAll(first, second);
        Assert.Equal(1, budget.Reading.Throttled);
    }

    [Fact]
    public void It_keeps_to_its_share_when_others_use_the_same_budget()
    {
        var budget = new CallBudget(_time);
        var remaining = 200;
        // For each call of ours three vanish elsewhere.
        for (var i = 0; i < 35; i++)
        {
            remaining -= 4;
            budget.Release(Acquired(budget), Answer(200, remaining, 5));
        }
        var allowed = 0;
        while (budget.AcquireAsync(null, None).IsCompletedSuccessfully) allowed++;
        Assert.InRange(allowed, 5, 25); // of the 60 that are left, about a quarter is ours
    }

    [Fact]
    public void Answers_that_overtake_one_another_do_not_raise_the_rest()
    {
        var budget = new CallBudget(_time);
        var (first, second) = (Acquired(budget), Acquired(budget));
        budget.Release(first, Answer(100, 50, 5));
        budget.Release(second, Answer(100, 52, 5));
        Assert.Equal(50, budget.Reading.Remaining);
    }

    [Fact]
    public async Task Cancellation_ends_the_wait()
    {
        var budget = Learned(100, 0, 10);
        using var stop = new CancellationTokenSource();
        var waiting = budget.AcquireAsync(null, stop.Token).AsTask();
        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public void One_budget_is_kept_for_a_host_and_token()
    {
        var us = new Uri("https://api.intercom.io/");
        Assert.Same(CallBudget.For(us, "budget-test-a", _time), CallBudget.For(us, "budget-test-a", _time));
        Assert.NotSame(CallBudget.For(us, "budget-test-a", _time), CallBudget.For(us, "budget-test-b", _time));
        Assert.NotSame(CallBudget.For(us, "budget-test-a", _time), CallBudget.For(new Uri("https://api.eu.intercom.io/"), "budget-test-a", _time));
    }

    [Fact]
    public void Threads_that_begin_together_share_one_budget()
    {
        for (var i = 0; i < 20; i++)
        {
            var token = Guid.NewGuid().ToString();
            var budgets = new CallBudget[4];
            using var together = new Barrier(4);
            var threads = Enumerable.Range(0, 4).Select(each => new Thread(() =>
            {
                together.SignalAndWait();
                budgets[each] = CallBudget.For(new Uri("https://api.intercom.io/"), token, _time);
            })).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
            Assert.All(budgets, budget => Assert.Same(budgets[0], budget));
        }
    }

    [Fact]
    public async Task The_reset_is_read_against_the_servers_clock()
    {
        // The server lives ten minutes ahead; its window ends six seconds from its own now.
        var server = new FakeServer((self, _) =>
        {
            var now = self.Time.GetUtcNow().AddMinutes(10);
            return FakeServer.Json("{}", System.Net.HttpStatusCode.OK, ("Date", now.ToString("R")), ("X-RateLimit-Limit", "10"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", now.AddSeconds(6).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)));
        });
        var client = server.Client();
        await client.SendAsync<Contact>(new ApiRequest("GET", "me"), cancellation: TestContext.Current.CancellationToken);
        await server.Run(client.SendAsync<Contact>(new ApiRequest("GET", "me"), cancellation: TestContext.Current.CancellationToken));
        Assert.InRange((server.Times[1] - server.Times[0]).TotalSeconds, 6, 6.5);
    }

    [Theory]
    [InlineData(601)]
    [InlineData(3500)]
    [InlineData(40_000_000)]
    public async Task A_reset_or_a_door_that_is_hours_away_is_not_believed(double seconds)
    {
        var budget = Learned(100, 0, seconds);
        Assert.Null(budget.Reading.Limit);
        budget.Release(Acquired(budget), new BudgetAnswer(BlockedFor: TimeSpan.FromSeconds(seconds)));
        var told = TimeSpan.Zero;
        var next = budget.AcquireAsync(wait => told = wait, None).AsTask();
        Assert.InRange(told.TotalSeconds, 1, 1.2);
        _time.Advance(TimeSpan.FromSeconds(2));
        await next;
    }

    [Theory]
    [InlineData("X-RateLimit-Reset", 200)]
    [InlineData("X-RateLimit-Reset", 429)]
    [InlineData("Retry-After", 429)]
    public async Task An_answer_that_speaks_of_most_of_an_hour_holds_the_calls_after_it_back_by_no_more_than_a_moment(string header, int status)
    {
        var server = new FakeServer((self, _) =>
        {
            if (self.Calls.Count > 1) return FakeServer.Json("""{"id":"1"}""");
            var far = header == "Retry-After" ? 3000 : self.Time.GetUtcNow().AddMinutes(50).ToUnixTimeSeconds();
            return FakeServer.Error(status, "rate_limit_exceeded", "Exceeded rate limit of 3 in 10_seconds", ("X-RateLimit-Limit", "3"), ("X-RateLimit-Remaining", "0"), (header, far.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        });
        using var client = server.Client();
        try
        {
            await server.Run(client.SendAsync<Contact>(new ApiRequest("GET", "me"), cancellation: TestContext.Current.CancellationToken));
        }
        catch (IntercomApiException failure)
        {
            Assert.Equal("rate_limit_exceeded", failure.Code);
        }
        await server.Run(client.SendAsync<Contact>(new ApiRequest("GET", "me"), cancellation: TestContext.Current.CancellationToken));
        Assert.InRange((server.Times[1] - server.Times[0]).TotalSeconds, 0, 3);
    }

    [Fact]
    public async Task A_server_that_asks_for_patience_again_and_again_gets_ten_minutes_of_it_in_all()
    {
        foreach (var status in new[] { 429, 503 })
        {
            foreach (var header in new[] { "Retry-After", "X-RateLimit-Reset" })
            {
                if ((status, header) == (503, "X-RateLimit-Reset")) continue;
                var server = new FakeServer((self, _) =>
                {
                    var minutes = header == "Retry-After" ? 240 : self.Time.GetUtcNow().AddMinutes(4).ToUnixTimeSeconds();
                    return FakeServer.Error(status, "later", "Later", ("X-RateLimit-Limit", "3"), ("X-RateLimit-Remaining", "0"), (header, minutes.ToString(System.Globalization.CultureInfo.InvariantCulture)));
                });
                using var client = server.Client();
                var begun = server.Time.GetUtcNow();
                await Assert.ThrowsAsync<IntercomApiException>(() => server.Run(client.SendAsync<Contact>(new ApiRequest("GET", "me")), TimeSpan.FromDays(1)));
                Assert.InRange((server.Time.GetUtcNow() - begun).TotalMinutes, 4, 13);
            }
        }
    }

    [Theory]
    [InlineData("4294967295", "4294967295")]
    [InlineData("8589934588", "8589934588")]
    [InlineData("-5", "-5")]
    [InlineData("many", "few")]
    public async Task A_budget_that_is_no_number_is_not_known(string limit, string remaining)
    {
        var server = new FakeServer((self, _) => FakeServer.Json("{}", System.Net.HttpStatusCode.OK, ("X-RateLimit-Limit", limit), ("X-RateLimit-Remaining", remaining), ("X-RateLimit-Reset", self.Time.GetUtcNow().AddSeconds(60).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture))));
        using var client = server.Client();
        for (var i = 0; i < 3; i++) await client.SendAsync<Contact>(new ApiRequest("GET", "me"), cancellation: TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Null(client.Budget.Reading.Limit);
    }

}
