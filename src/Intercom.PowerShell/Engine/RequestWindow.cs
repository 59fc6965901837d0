using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Intercom.PowerShell;

/// <summary>One request on its way, and the input that it belongs to.</summary>
/// <param name="Target">The input; the error's target when it fails.</param>
/// <param name="Answer">What comes of it.</param>
internal sealed record PendingCall(object? Target, Task<object?> Answer);

/// <summary>
/// A first-in-first-out window of requests under way. Answers come out in the order of the inputs; two requests with the same key
/// never overlap, so that what is done to one resource keeps its order.
/// </summary>
internal sealed class RequestWindow(int size, Action<PendingCall> emit)
{
    private readonly Queue<PendingCall> _calls = new();
    private readonly Dictionary<string, Task> _lastByKey = new(StringComparer.Ordinal);

    /// <summary>Starts a call once there is room for it, and gives out whatever is done at the head.</summary>
    public void Start(object? target, string? key, Func<CancellationToken, Task<object?>> call, CancellationToken cancellation)
    {
        while (_calls.Count >= size) emit(_calls.Dequeue());
        var answer = key is not null && _lastByKey.TryGetValue(key, out var last) && !last.IsCompleted ? After(last, call, cancellation) : Begin(call, cancellation);
        if (key is not null)
        {
            if (_lastByKey.Count > 4 * size) Forget();
            _lastByKey[key] = answer;
        }
        _calls.Enqueue(new PendingCall(target, answer));
        while (_calls.Count > 0 && _calls.Peek().Answer.IsCompleted) emit(_calls.Dequeue());
    }

    /// <summary>Gives out everything that is still under way.</summary>
    public void Drain()
    {
        while (_calls.Count > 0) emit(_calls.Dequeue());
    }

    /// <summary>Waits, for a short while, until nothing runs on; for the end of a command that was stopped.</summary>
    public void Abandon(TimeSpan patience)
    {
        var rest = Array.ConvertAll(_calls.ToArray(), call => (Task)call.Answer);
        _calls.Clear();
        try
        {
            Task.WaitAll(rest, patience);
        }
        catch (AggregateException)
        {
            // They were cancelled; how they ended no longer matters to anyone.
        }
    }

    private static async Task<object?> Begin(Func<CancellationToken, Task<object?>> call, CancellationToken cancellation) => await call(cancellation).ConfigureAwait(false);

    private static async Task<object?> After(Task last, Func<CancellationToken, Task<object?>> call, CancellationToken cancellation)
    {
        // Its failure is its own; only its end matters here.
        await Task.WhenAny(last).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        return await call(cancellation).ConfigureAwait(false);
    }

    private void Forget()
    {
        var done = new List<string>();
        foreach (var pair in _lastByKey)
        {
            if (pair.Value.IsCompleted) done.Add(pair.Key);
        }
        foreach (var key in done) _lastByKey.Remove(key);
    }
}
