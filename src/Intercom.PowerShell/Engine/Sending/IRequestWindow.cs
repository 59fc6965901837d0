namespace Intercom.PowerShell;

/// <summary>Sends the calls of a pipeline concurrently, and emits their results in the order of the inputs.</summary>
internal interface IRequestWindow
{
    /// <summary>False for a call that must not be sent. Its error or warning is emitted in the call's place.</summary>
    bool ShouldSend(QueuedCall call);

    /// <summary>Starts a call when the window has room, and emits the completed calls at its head.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellation">Cancels the call immediately.</param>
    void Start(QueuedCall call, CancellationToken cancellation = default);

    /// <summary>Emits all pending calls, and waits for those that have not completed.</summary>
    void Drain();

    /// <summary>Sends no further requests. Requests already sent continue. Can be called from any thread.</summary>
    void Close();

    /// <summary>Waits for all pending calls, for a shorter time when the command is stopped, and then cancels the rest.</summary>
    /// <returns>The calls that were not emitted, in the order of the inputs.</returns>
    IReadOnlyList<PendingCall> End(TimeSpan timeout, TimeSpan stopTimeout, CancellationToken stop);

    /// <summary>Removes a completed call just before it is emitted.</summary>
    void Remove(PendingCall call);

    /// <summary>Returns a call whose result could not be emitted because the command was stopped. The end of the run reports it.</summary>
    void PutBack(PendingCall call);
}
