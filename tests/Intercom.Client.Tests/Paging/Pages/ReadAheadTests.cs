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

    /// <summary>A list of numbers whose steps end when the test says, and the token that it was given.</summary>
    private sealed class Numbers(int count, Task? first = null, Task? end = null) : IAsyncEnumerable<object>, IAsyncEnumerator<object>
    {
        private int _next;

        public CancellationToken Token { get; private set; }

        public bool IsDisposed { get; private set; }

        public object Current => _next - 1;

        public IAsyncEnumerator<object> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            Token = cancellationToken;
            return this;
        }

        public async ValueTask<bool> MoveNextAsync()
        {
            if (_next == 0 && first is not null) await first.ConfigureAwait(false);
            return _next++ < count;
        }

        public async ValueTask DisposeAsync()
        {
            IsDisposed = true;
            if (end is not null) await end.ConfigureAwait(false);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public async Task As_many_calls_are_under_way_as_was_asked(int atOnce)
    {
        var calls = new List<TaskCompletionSource<object>>();
        var items = ReadAhead.InOrder(new Numbers(20), atOnce, (_, _) =>
        {
            calls.Add(new TaskCompletionSource<object>());
            return calls[^1].Task;
        }, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        for (var number = 0; number < 5; number++)
        {
            var next = items.MoveNextAsync();
            Assert.Equal(number + atOnce, calls.Count);
            Assert.False(next.IsCompleted);
            calls[number].SetResult(number);
            Assert.True(await next);
            Assert.Equal(number, items.Current);
        }
        foreach (var call in calls) call.TrySetResult(0);
        await items.DisposeAsync();
    }

    [Fact]
    public async Task A_reader_that_stops_early_stops_the_list_and_waits_for_the_calls()
    {
        var list = new Numbers(20);
        var (begun, ended) = (0, 0);
        await foreach (var item in ReadAhead.InOrder(list, 4, async (item, cancellation) =>
        {
            begun++;
            if ((int)item == 0) return item;
            var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using var registration = cancellation.Register(cancelled.SetResult);
            await cancelled.Task;
            await Task.Yield();
            Interlocked.Increment(ref ended);
            throw new FormatException("late");
        }, TestContext.Current.CancellationToken)) break;
        Assert.Equal((4, 3), (begun, ended));
        Assert.True(list.Token.IsCancellationRequested);
        Assert.True(list.IsDisposed);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("full")]
    [InlineData("rest")]
    [InlineData("stop")]
    [InlineData("end")]
    public async Task Nothing_continues_on_the_context_of_the_caller(string step)
    {
        var gate = new TaskCompletionSource<object>(TaskCreationOptions.RunContinuationsAsynchronously);
        var list = new Numbers(step == "rest" ? 1 : 3, step == "list" ? gate.Task : null, step == "end" ? gate.Task : null);
        var items = ReadAhead.InOrder(list, step is "rest" or "stop" ? 2 : 1,
            (item, _) => step is "full" or "rest" || (step == "stop" && (int)item == 1) ? gate.Task : Task.FromResult(item),
            TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        if (step is "stop" or "end") Assert.True(await items.MoveNextAsync());
        Assert.Equal(0, await CallerContext.Posts(
            () => step is "stop" or "end" ? items.DisposeAsync().AsTask() : items.MoveNextAsync().AsTask(), () => gate.SetResult(7)));
        await items.DisposeAsync();
    }
}
