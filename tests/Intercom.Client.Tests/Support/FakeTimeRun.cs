using Microsoft.Extensions.Time.Testing;

namespace Intercom.Client.Tests;

internal static class FakeTimeRun
{
    /// <summary>Waits for a task while the clock runs, up to the limit. A wait for a later time then never ends.</summary>
    public static async Task<T> Run<T>(this FakeTimeProvider time, Task<T> task, TimeSpan? limit = null)
    {
        var end = time.GetUtcNow() + limit;
        // Work outside the clock takes its own time. A test that never ends is aborted.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!task.IsCompleted && !patience.IsCancellationRequested)
        {
            await Task.Yield();
            if (!(time.GetUtcNow() >= end)) time.Advance(TimeSpan.FromMilliseconds(50));
        }
        return task.IsCompleted ? await task : throw new TimeoutException("It waits for a time that does not come.");
    }
}
