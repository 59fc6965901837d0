namespace Intercom.Http;

/// <summary>The processes that share a budget, as one of them sees them.</summary>
/// <param name="Rank">This process's place among them, from 0.</param>
/// <param name="Others">What each of the others published last.</param>
internal sealed record PeerView(int Rank, IReadOnlyList<PeerNote> Others)
{
    /// <summary>This process alone.</summary>
    public static PeerView Alone { get; } = new(0, []);

    /// <summary>True when no other process publishes at the same time. Without the turn, a process claims its equal part at most.</summary>
    public bool HasTurn { get; init; } = true;

    /// <summary>How many there are, this one included.</summary>
    public int Count => Others.Count + 1;
}

/// <summary>Divides a window among the processes that share it.</summary>
internal static class BudgetShare
{
    /// <summary>The demand of a process that had to delay calls.</summary>
    public const int Everything = 16383;

    /// <summary>What a process with so many calls in a window is given room for in the next.</summary>
    public static int WithRoom(int calls) => calls == 0 ? 0 : Math.Min(Everything - 1, calls + Math.Max(2, calls / 4));

    /// <summary>
    /// The equal part of a process. Calls that cannot be divided are given to other processes in each window, so that none waits for long.
    /// </summary>
    public static int Equal(int calls, PeerView peers, long window) =>
        calls / peers.Count + ((peers.Rank + window) % peers.Count < calls % peers.Count ? 1 : 0);

    /// <summary>
    /// The part of a process with unlimited demand beside the demands of the others: no part is reduced below the equal one, and calls
    /// that one process leaves are divided among those that need more (max-min fairness).
    /// </summary>
    /// <param name="calls">The calls to divide.</param>
    /// <param name="peers">The processes.</param>
    /// <param name="window">The window's number.</param>
    public static int Fair(int calls, PeerView peers, long window)
    {
        var sharing = peers.Count;
        var wants = peers.Others.Select(other => other.Want).ToList();
        wants.Sort();
        var left = calls;
        foreach (var want in wants)
        {
            if (want >= left / sharing) break;
            left -= want;
            sharing--;
        }
        return sharing == peers.Count ? Equal(calls, peers, window) : left / sharing;
    }
}
