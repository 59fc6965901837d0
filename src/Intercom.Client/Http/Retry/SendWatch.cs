namespace Intercom.Http;

/// <summary>
/// Is told of every request of one piece of work that changes something. The worker passes it to each send, so that work of
/// several requests is watched whole. Lookups by the way (names, a list) are sent without it.
/// </summary>
internal abstract class SendWatch
{
    /// <summary>False when a failed request must not be sent again, because the work is to end.</summary>
    public virtual bool MayRepeat => true;

    /// <summary>Called before each try, when nothing stands between it and the wire any more; the try waits for the end of it.</summary>
    public abstract Task SendingAsync(ApiRequest request, CancellationToken cancellation);

    /// <summary>Called when a try failed.</summary>
    public abstract void Failed(ApiRequest request, RequestOutcome outcome);

    /// <summary>Called when the request was answered with success.</summary>
    /// <param name="request">The request.</param>
    /// <param name="requestId">Intercom's id of the request. Null when the response had none.</param>
    public abstract void Answered(ApiRequest request, string? requestId);
}
