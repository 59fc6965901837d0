using System.Net;
using System.Net.Sockets;

namespace Intercom.PowerShell;

/// <summary>An IP address, or a range of addresses in CIDR notation.</summary>
internal sealed class AddressRange
{
    // Private and local addresses, which no server on the internet sees as a caller's.
    private static readonly AddressRange[] Private =
        [.. new[] { "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "100.64.0.0/10", "::1/128",
        "fc00::/7", "fe80::/10" }.Select(Parse)];
    private readonly byte[] _start;
    private readonly int _prefix;

    private AddressRange(byte[] start, int prefix)
    {
        _start = start;
        _prefix = prefix;
    }

    /// <summary>True unless the range is entirely private.</summary>
    public bool IsPublic => !Array.Exists(Private, known => known._start.Length == _start.Length && known._prefix <= _prefix
        && known.Contains(_start));

    /// <summary>Reads an address or range.</summary>
    /// <exception cref="ArgumentException">The text is not an address or a range.</exception>
    public static AddressRange Parse(string text)
    {
        var words = (text ?? "").Trim().Split('/');
        // IPAddress also parses "1" and "1.2", which are never meant as addresses here.
        var isWhole = words[0].Contains(':') || words[0].Split('.').Length == 4;
        if (!isWhole || !IPAddress.TryParse(words[0], out var address)) throw Refuse(text);
        var bits = address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
        var prefix = bits;
        if (words.Length > 2 || (words.Length == 2 && (!int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out prefix)
            || prefix > bits))) throw Refuse(text);
        return new AddressRange(address.GetAddressBytes(), prefix);
    }

    /// <summary>True when the address is in the range.</summary>
    public bool Contains(IPAddress address) => Contains((address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes());

    private bool Contains(byte[] address)
    {
        if (address.Length != _start.Length) return false;
        for (var bit = 0; bit < _prefix; bit++)
        {
            var mask = 0x80 >> (bit % 8);
            if ((address[bit / 8] & mask) != (_start[bit / 8] & mask)) return false;
        }
        return true;
    }

    private static ArgumentException Refuse(string? text) => CommandErrors.InvalidAddress(text);
}
