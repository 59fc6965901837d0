using System;
using System.Threading;
using System.Threading.Tasks;
using Intercom.Http;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Intercom.Client.Tests.Http;

public class CallBudgetTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly FakeTimeProvider _time = new();

    private CallBudget Learned(int limit, int remaining, double seconds)
    {
        var budget = new CallBudget(_time);
        Assert.True(budget.AcquireAsync(null, None).IsCompletedSuccessfully);
        budget.Release(limit, remaining, TimeSpan.FromSeconds(seconds));
        return budget;
    }

    [Fact]
    public void Nothing_is_known_and_nothing_waits_before_the_first_answer()
    {
        var budget = new CallBudget(_time);
        Assert.Null(budget.Reading.Limit);
        for (var i = 0; i < 100; i++) Assert.True(budget.AcquireAsync(null, None).IsCompletedSuccessfully);
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
        Assert.True(budget.AcquireAsync(null, None).IsCompletedSuccessfully);
        budget.Release(blockedFor: TimeSpan.FromSeconds(5));
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
            Assert.True(budget.AcquireAsync(null, None).IsCompletedSuccessfully);
            remaining -= 4;
            budget.Release(200, remaining, TimeSpan.FromSeconds(5));
        }
        var allowed = 0;
        while (budget.AcquireAsync(null, None).IsCompletedSuccessfully) allowed++;
        Assert.InRange(allowed, 5, 25); // of the 60 that are left, about a quarter is ours
    }

    [Fact]
    public void Answers_that_overtake_one_another_do_not_raise_the_rest()
    {
        var budget = new CallBudget(_time);
        for (var i = 0; i < 3; i++) Assert.True(budget.AcquireAsync(null, None).IsCompletedSuccessfully);
        budget.Release(100, 50, TimeSpan.FromSeconds(5));
        budget.Release(100, 52, TimeSpan.FromSeconds(5));
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
    public void Several_threads_that_begin_together_are_one_process_to_the_others()
    {
        var us = new Uri("https://api.intercom.io/");
        for (var i = 0; i < 20; i++)
        {
            var token = Guid.NewGuid().ToString();
            using var together = new Barrier(4);
            var threads = new Thread[4];
            for (var each = 0; each < threads.Length; each++)
            {
                threads[each] = new Thread(() =>
                {
                    together.SignalAndWait();
                    CallBudget.For(us, token, _time);
                });
                threads[each].Start();
            }
            foreach (var thread in threads) thread.Join();
            var key = BitConverter.ToString(Sha256.Of("https://api.intercom.io\n" + token)).Replace("-", "").Substring(0, 32);
            var folder = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "intercom-powershell-" + Environment.UserName, key);
            Assert.Single(System.IO.Directory.GetFiles(folder));
            System.IO.Directory.Delete(folder, recursive: true);
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
        await budget.AcquireAsync(wait => Assert.Fail($"It waits {wait}."), None);
        budget.Release(blockedFor: TimeSpan.FromSeconds(seconds));
        var told = TimeSpan.Zero;
        var next = budget.AcquireAsync(wait => told = wait, None).AsTask();
        Assert.InRange(told.TotalSeconds, 1, 1.2);
        _time.Advance(TimeSpan.FromSeconds(2));
        await next;
    }

    [Fact]
    public async Task A_window_that_is_known_stays_when_an_answer_says_nonsense_of_its_end()
    {
        var budget = Learned(100, 0, 8);
        budget.Release(100, 100, TimeSpan.FromDays(3));
        var waiting = budget.AcquireAsync(null, None).AsTask();
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(9));
        await waiting;
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

    [Fact]
    public async Task Processes_that_know_of_each_other_take_equal_parts_and_the_rest_late()
    {
        var budget = new CallBudget(_time, () => 4);
        await budget.AcquireAsync(null, TestContext.Current.CancellationToken);
        budget.Release(100, 99, TimeSpan.FromSeconds(10));
        var sent = 1;
        // A quarter of what is not kept back goes at once, however much is left.
        while (budget.AcquireAsync(null, TestContext.Current.CancellationToken).IsCompletedSuccessfully)
        {
            budget.Release(100, 99 - sent, TimeSpan.FromSeconds(10));
            sent++;
        }
        Assert.Equal(24, sent);

        TimeSpan? told = null;
        var waits = budget.AcquireAsync(wait => told = wait, TestContext.Current.CancellationToken).AsTask();
        Assert.InRange(told!.Value.TotalSeconds, 7, 7.4);
        Assert.False(waits.IsCompleted);
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

    [Fact]
    public void What_lies_in_their_folder_and_is_none_of_theirs_stays()
    {
        var key = "test-" + Guid.NewGuid().ToString("N");
        var folder = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "intercom-powershell-" + Environment.UserName, key);
        System.IO.Directory.CreateDirectory(folder);
        try
        {
            string[] names = ["thesis.txt", "12", "a-0123456789abcdef0123456789abcdef", "7-0123456789abcdef0123456789abcdef"];
            foreach (var name in names)
            {
                System.IO.File.WriteAllText(System.IO.Path.Combine(folder, name), "");
                System.IO.File.SetLastWriteTimeUtc(System.IO.Path.Combine(folder, name), DateTime.UtcNow.AddDays(-1));
            }
            System.IO.File.WriteAllText(System.IO.Path.Combine(folder, "new.txt"), "");
            Assert.Equal(1, new BudgetPeers(key).Count());
            foreach (var name in names) Assert.Equal(name[0] != '7', System.IO.File.Exists(System.IO.Path.Combine(folder, name)));
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Processes_count_each_other_by_their_files_and_forget_the_dead()
    {
        var key = "test-" + Guid.NewGuid().ToString("N");
        var first = new BudgetPeers(key);
        Assert.Equal(1, first.Count());
        var second = new BudgetPeers(key);
        Assert.Equal(2, second.Count());
        var folder = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "intercom-powershell-" + Environment.UserName, key);
        try
        {
            foreach (var file in System.IO.Directory.GetFiles(folder)) System.IO.File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(-1));
            Assert.Equal(1, new BudgetPeers(key).Count());
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }
}
