using System.Net;
using System.Text;

namespace Intercom.Sandbox;

/// <summary>The first line and the headers of a request, checked as RFC 9112 asks of a server.</summary>
internal sealed class RequestHead
{
    private const int Largest = 64 * 1024;

    /// <summary>The first byte of a client that speaks TLS. Its greeting has no end of a line that one could wait for.</summary>
    private const byte TlsHandshake = 0x16;
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _target;
    private readonly bool _isOld;
    private readonly bool _isWhole;

    private RequestHead(string method, string target, string? authority, bool isOld)
    {
        Method = method;
        _target = target;
        _isOld = isOld;
        _isWhole = authority is not null;
        if (authority is not null) _headers["Host"] = authority;
    }

    public string Method { get; }

    /// <summary>The length of the body in bytes. A request that tells none has no body.</summary>
    public long Length { get; private set; }

    public bool IsChunked { get; private set; }

    public bool ExpectsContinue => Has("Expect", "100-continue") && (IsChunked || Length > 0);

    /// <summary>Whether the client may send another request on this connection.</summary>
    public bool IsKeptOpen => _isOld ? Has("Connection", "keep-alive") : !Has("Connection", "close");

    /// <summary>The head of the next request, or null when the client has ended the connection or speaks TLS.</summary>
    /// <exception cref="MalformedRequest">The request cannot be understood.</exception>
    public static async Task<RequestHead?> ReadAsync(WireReader reader)
    {
        if (await reader.PeekAsync().ConfigureAwait(false) is null or TlsHandshake) return null;
        var line = await reader.LineAsync(Largest).ConfigureAwait(false);
        // Old clients send an empty line after a body.
        if (line is "") line = await reader.LineAsync(Largest).ConfigureAwait(false);
        if (line is null) return null;
        var head = First(line);
        try
        {
            var left = Largest - line.Length;
            while (true)
            {
                line = await reader.LineAsync(left).ConfigureAwait(false) ?? throw Bad("The request ends before its headers do");
                if (line.Length == 0) break;
                left -= line.Length;
                head.Add(line);
            }
            head.Check();
        }
        catch (MalformedRequest refused)
        {
            refused.Method = head.Method;
            throw;
        }
        return head;
    }

    /// <summary>The request as the workspace takes it.</summary>
    /// <param name="body">The body.</param>
    /// <param name="server">The address that was called, for old clients that do not name it.</param>
    public SandboxRequest Request(string? body, EndPoint? server)
    {
        var mark = _target.IndexOf('?');
        _headers["X-Scheme"] = "http";
        if (!_headers.ContainsKey("Host")) _headers["Host"] = server?.ToString() ?? "localhost";
        return new SandboxRequest(
            Method, mark < 0 ? _target : _target.Substring(0, mark), mark < 0 ? "" : _target.Substring(mark + 1), body, _headers);
    }

    private static RequestHead First(string line)
    {
        var words = line.Split(' ');
        if (words.Length != 3 || !IsToken(words[0]) || words[1].Length == 0 || line.Any(letter => letter is < ' ' or (char)127))
        {
            throw Bad("The first line is not: method, target, version");
        }
        if (words[2] is not ("HTTP/1.1" or "HTTP/1.0"))
        {
            throw words[2].StartsWith("HTTP/", StringComparison.Ordinal)
                ? new MalformedRequest(505, "http_version_not_supported", "The sandbox speaks HTTP/1.1")
                : Bad("The first line names no version of HTTP");
        }
        var target = Escaped(words[1]);
        string? authority = null;
        if (target[0] != '/' && Uri.TryCreate(target, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https")
        {
            // The form for proxies. Its host replaces the header Host.
            authority = whole.Authority;
            var path = target.IndexOfAny(['/', '?'], target.IndexOf("://", StringComparison.Ordinal) + 3);
            target = path < 0 ? "/" : target[path] == '?' ? "/" + target.Substring(path) : target.Substring(path);
        }
        else if (target[0] != '/' && target != "*")
        {
            throw Bad("The target is neither a path nor an address");
        }
        return new RequestHead(words[0], target, authority, words[2] == "HTTP/1.0");
    }

    /// <summary>
    /// The target with its letters beyond ASCII escaped. They may not be there, but curl sends them as they were typed, and the servers
    /// of most APIs read them as UTF-8.
    /// </summary>
    private static string Escaped(string target)
    {
        if (target.All(letter => letter < 128)) return target;
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(WireReader.Bytes(target));
            return string.Concat(text.Select((letter, place) =>
                letter < 128 ? letter.ToString()
                : char.IsLowSurrogate(letter) ? ""
                : Uri.EscapeDataString(text.Substring(place, char.IsHighSurrogate(letter) ? 2 : 1))));
        }
        catch (DecoderFallbackException)
        {
            throw Bad("The target has letters beyond ASCII that are not UTF-8");
        }
    }

    private void Add(string line)
    {
        var colon = line.IndexOf(':');
        if (colon < 1 || !IsToken(line.Substring(0, colon))) throw Bad("A header is not: name, colon, value");
        var name = line.Substring(0, colon);
        var value = line.Substring(colon + 1).Trim(' ', '\t');
        if (value.Any(letter => letter is < ' ' and not '\t')) throw Bad($"The header {name} holds a control character");
        if (!_headers.TryGetValue(name, out var known))
        {
            _headers[name] = value;
            return;
        }
        if (!string.Equals(name, "Host", StringComparison.OrdinalIgnoreCase)) _headers[name] = $"{known}, {value}";
        else if (!_isWhole) throw Bad("The request has two headers Host");
    }

    private void Check()
    {
        if (!_headers.TryGetValue("Host", out var host))
        {
            if (!_isOld) throw Bad("The request has no header Host");
        }
        else if (!IsThisComputer(host))
        {
            // A page in a browser must not reach the sandbox by a name that resolves to this computer.
            throw new MalformedRequest(421, "misdirected_request", "The sandbox answers to 127.0.0.1, localhost and [::1] only");
        }
        var hasLength = _headers.TryGetValue("Content-Length", out var length);
        if (_headers.TryGetValue("Transfer-Encoding", out var coding))
        {
            // Two lengths are a way to smuggle a second request past a proxy.
            if (hasLength) throw Bad("The request has both Content-Length and Transfer-Encoding");
            // A proxy of that version passes the header on without a look at it, and ends the body elsewhere (RFC 9112, 6.1).
            if (_isOld) throw Bad("A request of HTTP/1.0 cannot have Transfer-Encoding");
            if (!string.Equals(coding, "chunked", StringComparison.OrdinalIgnoreCase))
            {
                throw new MalformedRequest(501, "not_implemented", "The only transfer coding is chunked");
            }
            IsChunked = true;
        }
        else if (hasLength)
        {
            var lengths = length!.Split(',').Select(text => text.Trim(' ', '\t')).Distinct(StringComparer.Ordinal).ToArray();
            if (lengths.Length != 1 || !long.TryParse(lengths[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                throw Bad("Content-Length is not one whole number");
            }
            Length = number;
        }
    }

    private static bool IsThisComputer(string authority)
    {
        if (!Uri.TryCreate("http://" + authority, UriKind.Absolute, out var address)) return false;
        if (address.UserInfo.Length > 0 || address.PathAndQuery != "/" || address.Fragment.Length > 0) return false;
        return string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var number) && IPAddress.IsLoopback(number));
    }

    private bool Has(string name, string word) => _headers.TryGetValue(name, out var value)
        && value.Split(',').Any(part => string.Equals(part.Trim(), word, StringComparison.OrdinalIgnoreCase));

    private static bool IsToken(string text) =>
        text.Length > 0 && text.All(letter => letter is > ' ' and < (char)127 && "\"(),/:;<=>?@[\\]{}".IndexOf(letter) < 0);

    private static MalformedRequest Bad(string message) => new(400, "bad_request", message);
}
