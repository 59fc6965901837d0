using System.Buffers;
using System.Text;

namespace Intercom.Http;

/// <summary>
/// A successful response whose body has been read completely into a rented buffer. Dispose it when the body is no longer needed.
/// </summary>
public sealed class ApiResponse : IDisposable
{
    private byte[]? _buffer;
    private readonly int _length;

    internal ApiResponse(int status, IReadOnlyDictionary<string, string> headers, byte[]? buffer, int length)
    {
        StatusCode = status;
        Headers = headers;
        _buffer = buffer;
        _length = length;
    }

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>The response headers. Several values of one name are joined with a comma.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body. Empty where Intercom sends none.</summary>
    public ReadOnlyMemory<byte> Body => _buffer is null ? ReadOnlyMemory<byte>.Empty : _buffer.AsMemory(0, _length);

    /// <summary>The body as text.</summary>
    public string Text => _buffer is null ? "" : Encoding.UTF8.GetString(_buffer, 0, _length);

    /// <summary>A header's value, or null.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;

    /// <summary>Returns the buffer.</summary>
    public void Dispose()
    {
        if (_buffer is { Length: > 0 } buffer) ArrayPool<byte>.Shared.Return(buffer);
        _buffer = null;
    }
}
