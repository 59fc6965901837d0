namespace Intercom.Http;

/// <summary>A call that waits for its turn.</summary>
internal abstract class CallWaiter(object? command, Action<TimeSpan>? told)
{
    /// <summary>The command of the call. Null for none.</summary>
    public object? Command { get; } = command;

    /// <summary>Told how long the wait is about to be.</summary>
    public Action<TimeSpan>? Told { get; } = told;

    /// <summary>Its place in the order of arrival.</summary>
    internal long Place { get; set; }

    /// <summary>True once it was let through or given up.</summary>
    internal bool IsOver { get; set; }

    /// <summary>Releases the call. Called outside the budget's lock.</summary>
    public abstract void LetThrough(CallPermit permit);

    /// <summary>Lets it through on another thread, where the present one has other work.</summary>
    public virtual void LetThroughBeside(CallPermit permit) => LetThrough(permit);
}

/// <summary>
/// The calls that wait, in the order of their arrival. The only call of a command may pass those of a command that has several waiting, as
/// far as a quarter
/// of the window's part: somebody at a prompt does not wait behind the whole window of a bulk run in the same process.
/// </summary>
internal sealed class CallQueue
{
    private readonly Queue<CallWaiter> _single = new();
    private readonly Queue<CallWaiter> _bulk = new();
    private readonly Dictionary<object, int> _commands = [];
    private long _arrived;
    private int _passed;

    /// <summary>How many wait.</summary>
    public int Count { get; private set; }

    public void Add(CallWaiter waiter)
    {
        waiter.Place = _arrived++;
        Count++;
        var others = 0;
        if (waiter.Command is { } command)
        {
            _commands.TryGetValue(command, out others);
            _commands[command] = others + 1;
        }
        (waiter.Command is not null && others == 0 ? _single : _bulk).Enqueue(waiter);
    }

    /// <summary>A new window: others may pass again.</summary>
    public void Turn() => _passed = 0;

    /// <summary>Removes the next call. Null when none waits.</summary>
    /// <param name="part">How many calls the process has in a window.</param>
    public CallWaiter? Next(int part)
    {
        var single = First(_single);
        var bulk = First(_bulk);
        var passes = single is not null && bulk is not null && single.Place > bulk.Place;
        if (passes && _passed >= Math.Max(1, part / 4)) (single, passes) = (null, false);
        if (single is null && bulk is null) return null;
        if (passes) _passed++;
        var next = (single is not null ? _single : _bulk).Dequeue();
        Leave(next);
        return next;
    }

    /// <summary>Ends a wait.</summary>
    /// <returns>False when it is over already.</returns>
    public bool Remove(CallWaiter waiter)
    {
        if (waiter.IsOver) return false;
        Leave(waiter);
        // It keeps its place until the calls before it are released, unless all have left.
        First(_single);
        First(_bulk);
        return true;
    }

    /// <summary>The waiting calls that want reports, with the number of calls before each.</summary>
    public IEnumerable<(CallWaiter Waiter, int Before)> Waiting()
    {
        var before = 0;
        foreach (var waiter in _bulk)
        {
            if (!waiter.IsOver) yield return (waiter, before++);
        }
        foreach (var waiter in _single)
        {
            if (!waiter.IsOver) yield return (waiter, 0);
        }
    }

    private static CallWaiter? First(Queue<CallWaiter> queue)
    {
        while (queue.Count > 0 && queue.Peek().IsOver) queue.Dequeue();
        return queue.Count > 0 ? queue.Peek() : null;
    }

    private void Leave(CallWaiter waiter)
    {
        waiter.IsOver = true;
        Count--;
        if (waiter.Command is not { } command) return;
        if (--_commands[command] == 0) _commands.Remove(command);
    }
}
