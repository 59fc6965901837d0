namespace Intercom.Sandbox.Store;

/// <summary>
/// What a running call has changed, so that a call that fails midway leaves nothing behind. The store records here as it changes;
/// handlers need not know. Not safe for several threads: the workspace answers one call at a time.
/// </summary>
internal sealed class UndoLog
{
    private readonly List<Action> _inverses = [];
    private readonly HashSet<(object Owner, string Part)> _kept = [];
    private bool _running;

    /// <summary>Called at the end of a call, whether its changes were kept or not.</summary>
    public event Action? Ended;

    /// <summary>Runs a call. Its changes are kept if the response is accepted, and undone if it is not or if the call throws.</summary>
    public T Run<T>(Func<T> call, Func<T, bool> accept)
    {
        if (_running) throw new InvalidOperationException("A call is running already.");
        _running = true;
        var stays = false;
        try
        {
            var answer = call();
            stays = accept(answer);
            return answer;
        }
        finally
        {
            _running = false;
            if (!stays) TakeBack();
            _inverses.Clear();
            _kept.Clear();
            Ended?.Invoke();
        }
    }

    /// <summary>True while a read-only part runs: what it accesses does not change.</summary>
    public bool IsReading { get; private set; }

    /// <summary>Runs a read-only part, without recording what it accesses.</summary>
    public T Reading<T>(Func<T> part)
    {
        var (was, read) = (_running, IsReading);
        (_running, IsReading) = (false, true);
        try
        {
            return part();
        }
        finally
        {
            (_running, IsReading) = (was, read);
        }
    }

    /// <summary>Records how to undo a change. Call it before the change. Changes are undone in reverse order.</summary>
    public void Record(Action inverse)
    {
        if (_running) _inverses.Add(inverse);
    }

    /// <summary>
    /// Whether a part of an object must be kept now: true once in a call, at the first touch, when it still is what it was before the
    /// call.
    /// </summary>
    public bool FirstTouch(object owner, string part) => _running && _kept.Add((owner, part));

    private void TakeBack()
    {
        for (var i = _inverses.Count - 1; i >= 0; i--) _inverses[i]();
    }
}
