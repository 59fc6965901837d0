namespace Intercom.Http;

/// <summary>
/// Where the processes that share a budget meet. Its methods may touch files: they are called from the heartbeat only, never under a lock.
/// </summary>
internal interface IBudgetPeers
{
    /// <summary>Says that this process is there and what it wants of a window, and looks who else is.</summary>
    PeerView Exchange(int want);

    /// <summary>Takes this process out of the count.</summary>
    void Leave();

    /// <summary>Why the others cannot be known; null while they can.</summary>
    string? Refusal { get; }
}
