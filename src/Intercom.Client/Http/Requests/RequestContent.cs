using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;

namespace Intercom.Http;

/// <summary>
/// A request body that records whether it was sent. The transport repeats a request on its own: over HTTP/2 when the server did not
/// process it, which is harmless, and over HTTP/1.1 also when a kept-alive connection ended before the response, although the server
/// may have executed the request. For requests that must not run twice, the second kind is refused here.
/// </summary>
/// <param name="body">The bytes. Empty for a request without a body.</param>
/// <param name="once">True when the request must not be executed twice.</param>
/// <param name="spoken">What is known about the connections to the host.</param>
internal sealed class RequestContent(byte[] body, bool once, SpokenProtocol spoken) : HttpContent
{
    /// <summary>
    /// How often the transport may write the body over HTTP/2. Without a limit it repeats until it gives up without a reason.
    /// </summary>
    private const int MostWrites = 2;

    private int _begun;

    /// <summary>How many bytes there are.</summary>
    public int Length => body.Length;

    /// <summary>How often the transport started to write the body. 0 means that the server has received none of it.</summary>
    public int Begun => Volatile.Read(ref _begun);

    /// <summary>True when the server did not process any attempt, and a further one was prevented.</summary>
    public bool WasNotProcessed { get; private set; }

    /// <summary>True when an earlier try of the transport's own may have been executed.</summary>
    public bool MayHaveRun => spoken.IsTransport && Begun > 0 && !spoken.IsOnlyHttp2;

    /// <summary>True when the transport repeated the request on its own after an attempt that may have been executed.</summary>
    public bool WasRepeated => MayHaveRun && Begun > 1;

    /// <summary>The body of a request. Null for a request without one.</summary>
    public static RequestContent Of(byte[]? body, RetryClass retry, SpokenProtocol spoken)
    {
        if (body is null) return new RequestContent([], retry == RetryClass.Once, spoken);
        var content = new RequestContent(body, retry == RetryClass.Once, spoken);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var begun = Interlocked.Increment(ref _begun);
        if (begun > 1 && !spoken.IsOnlyHttp2 && once) throw new IOException("The connection ended before the answer");
        // No server executes a request without its body. A request that has none is not prevented, because its head is already sent.
        if (begun > MostWrites && spoken.IsOnlyHttp2 && body.Length > 0)
        {
            WasNotProcessed = true;
            throw new IOException("The server did not process the request");
        }
        return stream.WriteAsync(body, 0, body.Length);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
