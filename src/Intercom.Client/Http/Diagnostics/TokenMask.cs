using System.Text;

namespace Intercom.Http;

/// <summary>Masks the token wherever it appears: in a response body, in headers, or in diagnostics.</summary>
internal sealed class TokenMask
{
    /// <summary>Shorter texts are not tokens of Intercom, which have sixty characters. Masking them would hide ordinary words.</summary>
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

    /// <summary>True when the text contains the token in any case, because host and header names may change the case.</summary>
    public bool IsIn(string text) => _forms.Any(form => text.IndexOf(form, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>The headers without the token. A header whose name contains it is left out.</summary>
    public IReadOnlyDictionary<string, string> Blot(IReadOnlyDictionary<string, string> headers) =>
        headers.Any(header => IsIn(header.Key) || IsIn(header.Value))
            ? headers
                .Where(header => !IsIn(header.Key))
                .ToDictionary(header => header.Key, header => Blot(header.Value), StringComparer.OrdinalIgnoreCase)
            : headers;

    /// <summary>The token itself, and its forms in JSON and addresses, which may escape three characters of base64.</summary>
    private static IEnumerable<string> Forms(string token)
    {
        yield return token;
        yield return token.Replace("/", "\\/");
        yield return token.Replace("+", "\\u002B").Replace("/", "\\u002F").Replace("=", "\\u003D");
        yield return token.Replace("+", "\\u002b").Replace("/", "\\u002f").Replace("=", "\\u003d");
        yield return Uri.EscapeDataString(token);
    }
}
