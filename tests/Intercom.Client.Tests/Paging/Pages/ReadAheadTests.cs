using Intercom.Paging;

namespace Intercom.Client.Tests.Paging;

/// <summary>Items that are completed ahead of their turn.</summary>
public class ReadAheadTests
{
    private static async IAsyncEnumerable<object> List(int count, Exception? failure = null)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return i;
        }
        if (failure is not null) throw failure;
    }

    private static async Task<object> Complete(object item, CancellationToken cancellation)
    {
        await Task.Yield();
        cancellation.ThrowIfCancellationRequested();
        return item;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(30)]
    public async Task A_list_that_breaks_off_returns_everything_before_the_break(int count)
    {
        var given = new List<object>();
        var failure = await Assert.ThrowsAsync<FormatException>(async () =>
        {
            await foreach (
                var item in ReadAhead.InOrder(
                    List(count, new FormatException("broken")), 8, Complete, TestContext.Current.CancellationToken)) given.Add(item);
        });
        Assert.Equal("broken", failure.Message);
        Assert.Equal(Enumerable.Range(0, count).Cast<object>(), given);
    }

    [Fact]
    public async Task A_call_that_fails_ends_the_list_behind_those_before_it()
    {
        var given = new List<object>();
        var underWay = 0;
        await Assert.ThrowsAsync<FormatException>(async () =>
        {
            await foreach (var item in ReadAhead.InOrder(List(30), 8, async (item, cancellation) =>
            {
                Interlocked.Increment(ref underWay);
                try
                {
                    return (int)item == 20 ? throw new FormatException("broken") : await Complete(item, cancellation);
                }
                finally
                {
                    Interlocked.Decrement(ref underWay);
                }
            }, TestContext.Current.CancellationToken)) given.Add(item);
        });
        Assert.Equal(Enumerable.Range(0, 20).Cast<object>(), given);
        Assert.Equal(0, underWay);
    }

    [Fact]
    public async Task A_stop_ends_it_whatever_waits_for_its_turn()
    {
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in ReadAhead.InOrder(List(30), 8, Complete, stop.Token))
            {
                if ((int)item == 5) await stop.CancelAsync();
            }
        });
    }
}
