namespace Intercom.Http;

/// <summary>
/// Where the processes that share a budget meet. Its methods may touch files: they are called from the heartbeat only, never under a lock.
/// </summary>
internal interface IBudgetPeers
{
    /// <summary>
    /// Reads what the other processes have published, and publishes what this one decides on it. No other process publishes meanwhile.
    /// </summary>
    /// <param name="decide">
    /// Must not wait. Called at least once, and with <see cref="PeerView.Alone"/> last when the others cannot be known.
    /// </param>
    void Exchange(Func<PeerView, PeerNote> decide);

    /// <summary>Takes this process out of the count.</summary>
    void Leave();

    /// <summary>Why the others cannot be known. Null while they can.</summary>
    string? Refusal { get; }
}
