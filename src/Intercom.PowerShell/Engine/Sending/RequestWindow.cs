namespace Intercom.PowerShell;

/// <summary>
/// A first-in-first-out window of concurrent calls. Results are emitted in the order of the inputs. Calls with the same key never overlap,
/// so the changes to one resource keep their order.
/// </summary>
/// <param name="size">The maximum number of concurrent calls. With 1, each result is emitted before the next input is read.</param>
/// <param name="isRead">True when the calls change nothing.</param>
/// <param name="emit">Waits for the call at the head, and emits its result.</param>
internal sealed class RequestWindow(int size, bool isRead, Action<PendingCall> emit) : IRequestWindow
{
    private readonly object _lock = new();
    private readonly Queue<PendingCall> _calls = new();
    private readonly Dictionary<string, Task> _lastByKey = new(StringComparer.Ordinal);
    private PendingCall? _unreported;
    private bool _closed;

    /// <inheritdoc/>
    public bool ShouldSend(QueuedCall call) => true;

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
                if (_lastByKey.Count > 4 * size) RemoveCompletedKeys();
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
        foreach (var call in Remaining(close: true)) call.Close();
    }

    /// <inheritdoc/>
    public IReadOnlyList<PendingCall> End(TimeSpan timeout, TimeSpan stopTimeout, CancellationToken stop)
    {
        Close();
        var rest = Remaining(close: true);
        var ends = Task.WhenAll(rest.Select(static async call => await Task.WhenAny(call.Answer).ConfigureAwait(false)));
        if (!HaveCompleted(ends, timeout, stop) && !(stop.IsCancellationRequested && ends.Wait(stopTimeout)))
        {
            foreach (var call in rest) call.Cancel();
            // Waits for the cleanup, so that no call outlives the command.
            ends.Wait(stopTimeout);
        }
        lock (_lock) _calls.Clear();
        return rest;
    }

    private static bool HaveCompleted(Task ends, TimeSpan timeout, CancellationToken stop)
    {
        try
        {
            return !stop.IsCancellationRequested && ends.Wait((int)timeout.TotalMilliseconds, stop);
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

    /// <summary>Leaves the call in the window until it completes, so that a run that ends in the meantime reports it.</summary>
    private void EmitNext()
    {
        PendingCall next;
        lock (_lock) next = _calls.Peek();
        emit(next);
    }

    /// <inheritdoc/>
    public void Remove(PendingCall call)
    {
        lock (_lock)
        {
            if (_calls.Count > 0 && ReferenceEquals(_calls.Peek(), call)) _calls.Dequeue();
        }
        call.Dispose();
    }

    /// <inheritdoc/>
    public void PutBack(PendingCall call)
    {
        lock (_lock)
        {
            if (!_calls.Contains(call)) _unreported = call;
        }
    }

    private PendingCall[] Remaining(bool close)
    {
        lock (_lock)
        {
            _closed |= close;
            return _unreported is null ? _calls.ToArray() : [_unreported, .. _calls];
        }
    }

    private void RemoveCompletedKeys()
    {
        foreach (var key in _lastByKey.Where(pair => pair.Value.IsCompleted).Select(pair => pair.Key).ToList()) _lastByKey.Remove(key);
    }
}
