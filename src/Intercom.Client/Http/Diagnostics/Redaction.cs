using System.Text.RegularExpressions;

namespace Intercom.Http;

/// <summary>Removes secrets and personal data from diagnostics.</summary>
internal static class Redaction
{
    // JSON may write any letter as \uXXXX, the @ and the + too. Each run of letters is looked at once, from its beginning: a body of
    // one long word must not take minutes.
    private const string Letter = @"(?:[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~\-]|\\u[0-9a-fA-F]{4})";
    private static readonly Regex Email = new(
        $@"(?<!{Letter})(?>(?:(?!\\u0040){Letter})+)(?:@|\\u0040)(?>(?:[\p{{L}}\p{{N}}\-]|\\u[0-9a-fA-F]{{4}})+)(?:\.[\p{{L}}\p{{N}}\-]+)*",
        RegexOptions.CultureInvariant);
    private static readonly Regex Phone = new(@"(?:\+|\\u002[bB])\(?\d(?>[\d\s().\-]{6,})", RegexOptions.CultureInvariant);

    // The rest of a JSON string, including escaped quotation marks. A truncated body may end within it.
    private const string RestOfString = """(?>(?:[^"\\]|\\.)*)(?:"|\\?$)""";
    private static readonly Regex PhoneField = new(
        $$"""("[a-z_]*phone(?:_number)?"\s*:\s*)(?:"{{RestOfString}}|-?\d+)""", RegexOptions.CultureInvariant | RegexOptions.Singleline);
    private const string SecretNames = "access_token|refresh_token|id_token|token|client_secret|password|api_key|sse_subscription_url|data";
    private static readonly Regex SecretField = new(
        $$"""("(?:{{SecretNames}})"\s*:\s*"){{RestOfString}}""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline);

    // The headers of a data connector, whose values are passwords and tokens of other services.
    private static readonly Regex HeaderList = new(
        """(?:"headers"\s*:\s*\[)(?>(?:[^"\]]|"(?:[^"\\]|\\.)*(?:"|\\?$))*)""", RegexOptions.CultureInvariant | RegexOptions.Singleline);
    private static readonly Regex HeaderValue = new(
        $$"""("value"\s*:\s*"){{RestOfString}}""", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    // In an address, whose & JSON may write as \u0026.
    private const string SecretQueryNames = "[a-z0-9_.-]*(?:token|secret|signature|password|credential|api[_-]?key)|sig|key|jwt";
    private static readonly Regex SecretQuery = new(
        $$"""((?:[?&;]|\\u0026)(?:{{SecretQueryNames}})=)[^&#\s"'\\<>]+""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>User information in an address, such as the login of a proxy. It may contain anything except slashes and blanks.</summary>
    private static readonly Regex Login = new(@"(?<=://)[^/\s""'<>]*@", RegexOptions.CultureInvariant);

    /// <summary>True when an address in the text contains a user name or password.</summary>
    public static bool HasLogin(string text) => Login.IsMatch(text);

    /// <summary>The text, without user names and passwords in addresses.</summary>
    public static string Addresses(string text) => Login.Replace(text, "");

    /// <summary>The text with tokens and signatures in the queries of its addresses masked.</summary>
    public static string Links(string text) => text.IndexOf('=') < 0 ? text : SecretQuery.Replace(text, "$1***");

    /// <summary>
    /// The text without the token, attachments and secret links and, unless they are asked for, with email addresses and telephone
    /// numbers masked.
    /// </summary>
    public static string Body(string text, TokenMask token, bool showPersonalData = false)
    {
        text = token.Blot(text);
        text = Links(SecretField.Replace(text, "$1***\""));
        text = HeaderList.Replace(text, list => HeaderValue.Replace(list.Value, "$1***\""));
        if (showPersonalData) return text;
        text = Email.Replace(text, match => match.Value.Substring(0, 1) + "***@***");
        text = PhoneField.Replace(text, "$1\"***\"");
        return Phone.Replace(text, "+***");
    }
}
