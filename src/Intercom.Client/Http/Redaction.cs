using System;
using System.Text.RegularExpressions;

namespace Intercom.Http;

/// <summary>Takes secrets and personal data out of what is shown.</summary>
internal static class Redaction
{
    private static readonly Regex Email = new(@"[\p{L}\p{N}._%+\-]+@[\p{L}\p{N}\-]+(\.[\p{L}\p{N}\-]+)+", RegexOptions.CultureInvariant);
    private static readonly Regex Phone = new(@"\+\d[\d\s().\-]{6,}\d", RegexOptions.CultureInvariant);
    private static readonly Regex SecretField = new("(\"(?:access_token|token|sse_subscription_url|data)\"\\s*:\\s*\")[^\"]*\"", RegexOptions.CultureInvariant);

    /// <summary>The text without the token, and with e-mail addresses, telephone numbers, attachments and secret links masked.</summary>
    public static string Body(string text, string? token)
    {
        text = Token(text, token);
        text = SecretField.Replace(text, "$1***\"");
        text = Email.Replace(text, match => match.Value.Substring(0, 1) + "***@***");
        return Phone.Replace(text, "+***");
    }

    /// <summary>Overwrites the token in an error body, should a server or proxy ever send it back; gives the length, which stays.</summary>
    public static int Token(byte[] body, int length, string token)
    {
        var secret = System.Text.Encoding.UTF8.GetBytes(token);
        if (secret.Length == 0) return length;
        for (var rest = body.AsSpan(0, length); rest.IndexOf(secret) is var at and >= 0; rest = rest.Slice(at + secret.Length)) rest.Slice(at, secret.Length).Fill((byte)'*');
        return length;
    }

    /// <summary>The text without the token.</summary>
    public static string Token(string text, string? token) => string.IsNullOrEmpty(token) ? text : text.Replace(token!, "***");
}
