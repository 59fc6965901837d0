using System.Text;

namespace Intercom.Sandbox;

/// <summary>Reads lines and bodies from a client, within limits.</summary>
internal sealed class WireReader(Stream stream)
{
    /// <summary>One letter for each byte, so that no byte is lost.</summary>
    private static readonly Encoding Latin1 = Encoding.GetEncoding(28591);

    private const int MostDiscarded = 80 * 1024 * 1024;
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>The next line without its end, or null when the client has ended the connection.</summary>
    /// <param name="most">How many bytes it may have.</param>
    /// <exception cref="MalformedRequest">The line is too long or ends in the middle.</exception>
    public async Task<string?> LineAsync(int most = 1024)
    {
        var line = new MemoryStream();
        while (true)
        {
            if (_start == _end && !await FillAsync().ConfigureAwait(false))
            {
                return line.Length == 0 ? null : throw new MalformedRequest(400, "bad_request", "The request ends in the middle of a line");
            }
            var mark = Array.IndexOf(_buffer, (byte)'\n', _start, _end - _start);
            var count = (mark < 0 ? _end : mark) - _start;
            line.Write(_buffer, _start, count);
            _start += count;
            if (line.Length > most) throw new MalformedRequest(431, "header_too_large", "The headers of the request are too large");
            if (mark < 0) continue;
            _start++;
            var text = Latin1.GetString(line.ToArray());
            return text.EndsWith("\r", StringComparison.Ordinal) ? text.Substring(0, text.Length - 1) : text;
        }
    }

    /// <summary>The bytes of a text that was read by <see cref="LineAsync"/>.</summary>
    public static byte[] Bytes(string text) => Latin1.GetBytes(text);

    /// <summary>The next byte, which stays to be read. Null when the client has ended the connection.</summary>
    public async Task<byte?> PeekAsync() => _start < _end || await FillAsync().ConfigureAwait(false) ? _buffer[_start] : null;

    /// <summary>A body whose length is known.</summary>
    /// <exception cref="MalformedRequest">It is too large or shorter than it was said to be.</exception>
    public async Task<byte[]> BytesAsync(long length, int largest)
    {
        if (length == 0) return [];
        var body = new MemoryStream();
        await TakeAsync(length, body, largest).ConfigureAwait(false);
        return length <= largest ? body.ToArray() : throw TooLarge(largest);
    }

    /// <summary>A body that comes in chunks.</summary>
    /// <exception cref="MalformedRequest">It is too large or a chunk is malformed.</exception>
    public async Task<byte[]> ChunksAsync(int largest)
    {
        var body = new MemoryStream();
        long total = 0;
        while (true)
        {
            var line = await LineAsync().ConfigureAwait(false) ?? throw Short();
            var digits = line.Split(';')[0].Trim(' ', '\t');
            if (!long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) || size < 0)
            {
                throw new MalformedRequest(400, "bad_request", "A chunk of the body has no valid length");
            }
            if (size == 0) break;
            await TakeAsync(size, body, largest).ConfigureAwait(false);
            total += size;
            if (await LineAsync().ConfigureAwait(false) is not "")
            {
                throw new MalformedRequest(400, "bad_request", "A chunk of the body is longer than it was said to be");
            }
            if (total > MostDiscarded) throw TooLarge(largest);
        }
        while ((await LineAsync().ConfigureAwait(false) ?? throw Short()).Length > 0)
        {
            // What follows the last chunk: headers that nobody needs.
        }
        return total <= largest ? body.ToArray() : throw TooLarge(largest);
    }

    /// <summary>Reads what a client still sends, and throws it away.</summary>
    /// <param name="most">The number of bytes after which nothing more is read.</param>
    public async Task DiscardAsync(int most)
    {
        var read = 0;
        while (read < most && await FillAsync().ConfigureAwait(false)) read += _end - _start;
    }

    private async Task TakeAsync(long count, MemoryStream body, int largest)
    {
        // What is too large is read on for a while and thrown away: a client that is still sending would not hear the answer.
        if (count > MostDiscarded) throw TooLarge(largest);
        while (count > 0)
        {
            if (_start == _end && !await FillAsync().ConfigureAwait(false)) throw Short();
            var part = (int)Math.Min(count, _end - _start);
            if (body.Length + part <= largest) body.Write(_buffer, _start, part);
            _start += part;
            count -= part;
        }
    }

    private async Task<bool> FillAsync()
    {
        _start = 0;
        _end = 0;
        _end = await stream.ReadAsync(_buffer, 0, _buffer.Length).ConfigureAwait(false);
        return _end > 0;
    }

    private static MalformedRequest Short() => new(400, "bad_request", "The body is shorter than it was said to be");

    private static MalformedRequest TooLarge(int largest) =>
        new(413, "too_large", $"The body is larger than {largest / (1024 * 1024)} MB");
}

/// <summary>A request that the server refuses before the workspace sees it. The connection ends with the answer.</summary>
internal sealed class MalformedRequest(int status, string code, string message) : Exception(message)
{
    /// <summary>The method of the request, where it could be read: the answer to HEAD has no body.</summary>
    public string? Method { get; set; }

    public SandboxResponse Answer => new(
        status, new Dictionary<string, string> { ["Content-Type"] = "application/json; charset=utf-8" },
        Reply.Error(new SandboxError(status, code, Message), requestId: null).Bytes());
}
