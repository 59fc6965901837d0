using Intercom.Http;
using Microsoft.Extensions.Time.Testing;

namespace Intercom.Client.Tests.Http.Budget;

/// <summary>Who shares a budget within a process.</summary>
public class SharedBudgetTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void One_budget_is_kept_for_a_host_and_token()
    {
        var us = new Uri("https://api.intercom.io/");
        Assert.Same(CallBudget.For(us, "budget-test-a", _time), CallBudget.For(us, "budget-test-a", _time));
        Assert.NotSame(CallBudget.For(us, "budget-test-a", _time), CallBudget.For(us, "budget-test-b", _time));
        var europe = new Uri("https://api.eu.intercom.io/");
        Assert.NotSame(CallBudget.For(us, "budget-test-a", _time), CallBudget.For(europe, "budget-test-a", _time));
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

    [Theory]
    [InlineData(true, 163)]
    [InlineData(false, 82)]
    public void A_process_without_its_turn_claims_its_equal_part_at_most(bool hasTurn, int most)
    {
        // The other process is idle in the same window, so all but a call for it may be claimed by the one that works.
        var reset = _time.GetUtcNow().ToUnixTimeSeconds() + 10;
        var place = new Place(() => new PeerView(0, [new PeerNote(0, reset, 166)]) { HasTurn = hasTurn });
        var budget = new CallBudget(_time, place);
        budget.Join();
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(budget.TryAcquire(out var first));
        budget.Release(first, new BudgetAnswer(166, 165, reset, _time.GetUtcNow()));
        for (var call = 0; call < 200; call++) budget.TryAcquire(out _);
        for (var beat = 0; beat < 8; beat++) _time.Advance(TimeSpan.FromMilliseconds(500));
        for (var call = 0; call < 200; call++) budget.TryAcquire(out _);
        _time.Advance(TimeSpan.FromMilliseconds(500));
        Assert.InRange(place.Last.Claim, most - 2, most);
    }

    private sealed class Place(Func<PeerView> look) : IBudgetPeers
    {
        public PeerNote Last { get; private set; }

        public string? Refusal => null;

        public void Exchange(Func<PeerView, PeerNote> decide) => Last = decide(look());

        public void Leave() { }
    }
}
