using System.Threading;
using System.Threading.Tasks;

namespace Intercom.Http;

/// <summary>
/// Is told of every request that changes something, wherever in the course of one piece of work it is sent. It flows with the
/// asynchronous call, so that work of several requests is watched whole, and what is only asked beside it (names, a list) is left out.
/// </summary>
internal abstract class SendWatch
{
    private static readonly AsyncLocal<SendWatch?> Flowing = new();

    /// <summary>The watch of the present flow.</summary>
    public static SendWatch? Current
    {
        get => Flowing.Value;
        set => Flowing.Value = value;
    }

    /// <summary>The watch that wants to know of this request; null for one that only reads.</summary>
    public static SendWatch? Of(ApiRequest request) => request.Retry == RetryClass.Safe ? null : Current;

    /// <summary>False when a failed request must not be sent again, because the work is to end.</summary>
    public virtual bool MayRepeat => true;

    /// <summary>Called before each try, when nothing stands between it and the wire any more; the try waits for the end of it.</summary>
    public abstract Task SendingAsync(ApiRequest request, CancellationToken cancellation);

    /// <summary>Called when a try failed.</summary>
    public abstract void Failed(ApiRequest request, RequestOutcome outcome);

    /// <summary>Called when the request was answered with success.</summary>
    public abstract void Answered(ApiRequest request);
}
