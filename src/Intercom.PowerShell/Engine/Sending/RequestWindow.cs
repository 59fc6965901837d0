using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Intercom.PowerShell;

/// <summary>
/// A first-in-first-out window of requests under way. Answers come out in the order of the inputs; two requests with the same key
/// never overlap, so that what is done to one resource keeps its order.
/// </summary>
/// <param name="size">How many calls may be under way. With 1, each answer comes out before the next input is taken.</param>
/// <param name="isRead">True when its calls change nothing.</param>
/// <param name="emit">Gives out a call whose turn it is, and waits for it.</param>
internal sealed class RequestWindow(int size, bool isRead, Action<PendingCall> emit)
{
    private readonly object _lock = new();
    private readonly Queue<PendingCall> _calls = new();
    private readonly Dictionary<string, Task> _lastByKey = new(StringComparer.Ordinal);
    private PendingCall? _untold;
    private bool _closed;

    /// <summary>Starts a call once there is room for it, and gives out whatever is done at the head.</summary>
    /// <param name="input">The number of the input in its pipeline.</param>
    /// <param name="target">The input.</param>
    /// <param name="key">What it works on; null when that does not matter.</param>
    /// <param name="call">Does the work, beside the pipeline.</param>
    /// <param name="cancellation">Ends the call at once.</param>
    public void Start(int input, object? target, string? key, Func<CancellationToken, Task<object?>> call, CancellationToken cancellation = default)
    {
        while (Count >= size) EmitNext();
        var pending = new PendingCall(input, target, isRead, cancellation);
        lock (_lock)
        {
            if (_closed) pending.Close();
            var last = key is not null && _lastByKey.TryGetValue(key, out var earlier) && !earlier.IsCompleted ? earlier : null;
            pending.Begin(call, last);
            if (key is not null)
            {
                if (_lastByKey.Count > 4 * size) Forget();
                _lastByKey[key] = pending.Answer;
            }
            _calls.Enqueue(pending);
        }
        while (Count > 0 && (size == 1 || IsNextDone)) EmitNext();
    }

    /// <summary>Gives out everything that is still under way.</summary>
    public void Drain()
    {
        while (Count > 0) EmitNext();
    }

    /// <summary>Sends nothing from now on; what is on the wire goes on. From any thread.</summary>
    public void Close()
    {
        foreach (var call in Rest(close: true)) call.Close();
    }

    /// <summary>Waits until everything has come to its end, less long when the command is stopped, and then cancels the rest.</summary>
    /// <returns>The calls that were not given out, in the order of the inputs.</returns>
    public IReadOnlyList<PendingCall> End(TimeSpan patience, TimeSpan patienceAtStop, CancellationToken stop)
    {
        Close();
        var rest = Rest(close: true);
        var ends = Task.WhenAll(rest.Select(static async call => await Task.WhenAny(call.Answer).ConfigureAwait(false)));
        if (!IsOver(ends, patience, stop) && !(stop.IsCancellationRequested && ends.Wait(patienceAtStop)))
        {
            foreach (var call in rest) call.Cancel();
            // They clean up; nothing of them runs on when the command is over.
            ends.Wait(patienceAtStop);
        }
        lock (_lock) _calls.Clear();
        return rest;
    }

    private static bool IsOver(Task ends, TimeSpan patience, CancellationToken stop)
    {
        try
        {
            return !stop.IsCancellationRequested && ends.Wait((int)patience.TotalMilliseconds, stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private int Count
    {
        get
        {
            lock (_lock) return _calls.Count;
        }
    }

    private bool IsNextDone
    {
        get
        {
            lock (_lock) return _calls.Peek().Answer.IsCompleted;
        }
    }

    /// <summary>The call stays in the window until it has its answer, for a run that ends meanwhile tells of it.</summary>
    private void EmitNext()
    {
        PendingCall next;
        lock (_lock) next = _calls.Peek();
        emit(next);
    }

    /// <summary>Takes out a call whose answer is there, just before it is given out.</summary>
    public void Take(PendingCall call)
    {
        lock (_lock)
        {
            if (_calls.Count > 0 && ReferenceEquals(_calls.Peek(), call)) _calls.Dequeue();
        }
        call.Dispose();
    }

    /// <summary>Takes back a call that could not be given out, since the command was stopped just then: the end of the run tells of it.</summary>
    public void Return(PendingCall call)
    {
        lock (_lock)
        {
            if (!_calls.Contains(call)) _untold = call;
        }
    }

    private PendingCall[] Rest(bool close)
    {
        lock (_lock)
        {
            _closed |= close;
            return _untold is null ? _calls.ToArray() : [_untold, .. _calls];
        }
    }

    private void Forget()
    {
        foreach (var key in _lastByKey.Where(pair => pair.Value.IsCompleted).Select(pair => pair.Key).ToList()) _lastByKey.Remove(key);
    }
}
