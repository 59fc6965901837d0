using System;
using System.Linq;
using System.Threading;
using Intercom.Http;
using Microsoft.Extensions.Time.Testing;
using Xunit;

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
}
