using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Intercom.Http;

/// <summary>Blots out the token wherever it comes back: in an answer's body or headers, or in what is told of a call.</summary>
internal sealed class TokenMask
{
    /// <summary>Shorter ones are no tokens of Intercom's (they have sixty letters), and would blot out ordinary words.</summary>
    private const int Shortest = 8;

    private readonly string[] _forms;
    private readonly byte[][] _bytes;

    public TokenMask(string? token)
    {
        _forms = token is { Length: >= Shortest } ? Forms(token).Distinct().ToArray() : [];
        _bytes = _forms.Select(Encoding.UTF8.GetBytes).ToArray();
    }

    /// <summary>Overwrites the token in a body.</summary>
    public void Blot(Span<byte> body)
    {
        foreach (var form in _bytes)
        {
            var rest = body;
            for (int at; (at = rest.IndexOf(form)) >= 0; rest = rest.Slice(at + form.Length)) rest.Slice(at, form.Length).Fill((byte)'*');
        }
    }

    /// <summary>The text without the token.</summary>
    public string Blot(string text)
    {
        foreach (var form in _forms) text = text.Replace(form, "***");
        return text;
    }

    /// <summary>True when the token stands in the text, in whatever case, as names of hosts and headers may change it.</summary>
    public bool IsIn(string text) => _forms.Any(form => text.IndexOf(form, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>The headers without the token; one whose name holds it is left out.</summary>
    public IReadOnlyDictionary<string, string> Blot(IReadOnlyDictionary<string, string> headers) =>
        headers.Any(header => IsIn(header.Key) || IsIn(header.Value))
            ? headers.Where(header => !IsIn(header.Key)).ToDictionary(header => header.Key, header => Blot(header.Value), StringComparer.OrdinalIgnoreCase)
            : headers;

    /// <summary>As it is, and as JSON and addresses may write the three letters of base64 that are neither letters nor digits.</summary>
    private static IEnumerable<string> Forms(string token)
    {
        yield return token;
        yield return token.Replace("/", "\\/");
        yield return token.Replace("+", "\\u002B").Replace("/", "\\u002F").Replace("=", "\\u003D");
        yield return token.Replace("+", "\\u002b").Replace("/", "\\u002f").Replace("=", "\\u003d");
        yield return Uri.EscapeDataString(token);
    }
}
