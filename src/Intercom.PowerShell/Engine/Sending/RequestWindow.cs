namespace Intercom.PowerShell;

/// <summary>
/// A first-in-first-out window of requests under way. Answers come out in the order of the inputs; two requests with the same key
/// never overlap, so that what is done to one resource keeps its order.
/// </summary>
/// <param name="size">How many calls may be under way. With 1, each answer comes out before the next input is taken.</param>
/// <param name="isRead">True when its calls change nothing.</param>
/// <param name="emit">Gives out a call whose turn it is, and waits for it.</param>
internal sealed class RequestWindow(int size, bool isRead, Action<PendingCall> emit) : IRequestWindow
{
    private readonly object _lock = new();
    private readonly Queue<PendingCall> _calls = new();
    private readonly Dictionary<string, Task> _lastByKey = new(StringComparer.Ordinal);
    private PendingCall? _untold;
    private bool _closed;

    /// <inheritdoc/>
    public bool Admits(QueuedCall call) => true;

    /// <inheritdoc/>
    public void Start(QueuedCall call, CancellationToken cancellation = default)
    {
        while (Count >= size) EmitNext();
        var key = call.Key;
        var pending = new PendingCall(call, isRead, cancellation);
        lock (_lock)
        {
            if (_closed) pending.Close();
            var last = key is not null && _lastByKey.TryGetValue(key, out var earlier) && !earlier.IsCompleted ? earlier : null;
            pending.Begin(last);
            if (key is not null)
            {
                if (_lastByKey.Count > 4 * size) Forget();
                _lastByKey[key] = pending.Answer;
            }
            _calls.Enqueue(pending);
        }
        while (Count > 0 && (size == 1 || IsNextDone)) EmitNext();
    }

    /// <inheritdoc/>
    public void Drain()
    {
        while (Count > 0) EmitNext();
    }

    /// <inheritdoc/>
    public void Close()
    {
        foreach (var call in Rest(close: true)) call.Close();
    }

    /// <inheritdoc/>
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

    /// <summary>The call stays in the window until it has its answer, because a run that ends meanwhile reports it.</summary>
    private void EmitNext()
    {
        PendingCall next;
        lock (_lock) next = _calls.Peek();
        emit(next);
    }

    /// <inheritdoc/>
    public void Take(PendingCall call)
    {
        lock (_lock)
        {
            if (_calls.Count > 0 && ReferenceEquals(_calls.Peek(), call)) _calls.Dequeue();
        }
        call.Dispose();
    }

    /// <inheritdoc/>
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
