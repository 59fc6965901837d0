namespace Intercom.PowerShell;

/// <summary>
/// What a run of a pipeline sends its calls through: they are under way at once, and come out in the order of the inputs.
/// </summary>
internal interface IRequestWindow
{
    /// <summary>False for a call that is not to be made; what there is to tell of it comes out in its place.</summary>
    bool Admits(QueuedCall call);

    /// <summary>Starts a call once there is room for it, and returns the completed calls at the head.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellation">Ends the call at once.</param>
    void Start(QueuedCall call, CancellationToken cancellation = default);

    /// <summary>Gives out everything that is still under way.</summary>
    void Drain();

    /// <summary>Sends nothing from now on; what is on the wire goes on. From any thread.</summary>
    void Close();

    /// <summary>Waits until everything has come to its end, less long when the command is stopped, and then cancels the rest.</summary>
    /// <returns>The calls that were not given out, in the order of the inputs.</returns>
    IReadOnlyList<PendingCall> End(TimeSpan patience, TimeSpan patienceAtStop, CancellationToken stop);

    /// <summary>Takes out a call whose answer is there, just before it is given out.</summary>
    void Take(PendingCall call);

    /// <summary>
    /// Takes back a call that could not be given out, since the command was stopped just then: the end of the run tells of it.
    /// </summary>
    void Return(PendingCall call);
}
