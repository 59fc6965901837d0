using Intercom.Http;
using Microsoft.Extensions.Time.Testing;

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
}
