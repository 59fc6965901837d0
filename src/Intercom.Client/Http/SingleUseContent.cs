using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace Intercom.Http;

/// <summary>
/// A body that can be written once. The transport below repeats a request by itself when a kept-alive connection ends before the answer's first byte,
/// although the server may have executed it; what must not happen twice is refused to it here.
/// </summary>
internal sealed class SingleUseContent : HttpContent
{
    private readonly byte[] _body;
    private int _written;

    public SingleUseContent(byte[] body)
    {
        _body = body;
        if (body.Length > 0) Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        if (Interlocked.Exchange(ref _written, 1) != 0) throw new IOException("The connection ended before the answer");
        return stream.WriteAsync(_body, 0, _body.Length);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
