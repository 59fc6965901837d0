namespace Intercom.Client.Tests;

/// <summary>A context such as that of a window's thread. It counts the work that continues on it.</summary>
internal sealed class CallerContext : SynchronizationContext
{
    private int _posts;

    /// <summary>Starts work on such a context, lets it continue, and returns how often it continued there.</summary>
    public static async Task<int> Posts(Func<Task> work, Action release)
    {
        var (context, before) = (new CallerContext(), Current);
        Task task;
        SetSynchronizationContext(context);
        try
        {
            task = work();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
        release();
        await task;
        return context._posts;
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        Interlocked.Increment(ref _posts);
        ThreadPool.QueueUserWorkItem(_ => d(state));
    }
}
