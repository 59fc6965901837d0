using System.Security.Cryptography;
using System.Text;
using Intercom.Http;
using Intercom.Json;

namespace Intercom.PowerShell;

/// <summary>
/// Tells values apart without showing them: a checkpoint must hold neither personal data nor secrets. The hashes are keyed from outside the
/// file, so that nobody can try out telephone numbers on them, and each checkpoint has a salt of its own, so that hashes of two of them
/// cannot be compared. The order of names does not count, because it differs for a hashtable in every process.
/// </summary>
internal static class RequestHash
{
    /// <summary>A new salt.</summary>
    public static string NewSalt()
    {
        var salt = new byte[16];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(salt);
        return Convert.ToBase64String(salt);
    }

    /// <summary>The hash of some words and values.</summary>
    /// <param name="key">The checkpoint's key.</param>
    /// <param name="words">What is done: method and path.</param>
    /// <param name="values">With what: values by name, as PowerShell bound them.</param>
    public static string Of(byte[] key, IEnumerable<string> words, IEnumerable<KeyValuePair<string, object?>> values)
    {
        var text = new StringBuilder();
        foreach (var word in words) text.Append('\n').Append(word);
        foreach (var pair in values.OrderBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase))
        {
            text.Append('\n').Append(pair.Key.ToLowerInvariant()).Append('=');
            Write(text, Node(pair.Value));
        }
        using var hash = new HMACSHA256(key);
        return Convert.ToBase64String(hash.ComputeHash(Encoding.UTF8.GetBytes(text.ToString())), 0, 18);
    }

    private static JsonNode? Node(object? value)
    {
        try
        {
            var plain = WireBody.Unwrap(value);
            return PlainValue.ToNode(plain is IntercomObject known ? known.ToString() : plain);
        }
        catch (ArgumentException)
        {
            // Something that has no JSON form, such as a script block: its text tells it apart.
            return JsonValue.Create(value?.ToString());
        }
    }

    private static void Write(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case null: text.Append("null"); break;
            case JsonObject members:
                text.Append('{');
                foreach (var member in members.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    text.Append(JsonValue.Create(member.Key).ToJsonString()).Append(':');
                    Write(text, member.Value);
                    text.Append(',');
                }
                text.Append('}');
                break;
            case JsonArray items:
                text.Append('[');
                foreach (var item in items)
                {
                    Write(text, item);
                    text.Append(',');
                }
                text.Append(']');
                break;
            default:
                text.Append(Scalar(node));
                break;
        }
    }

    private static string Scalar(JsonNode value)
    {
        try
        {
            return value.ToJsonString();
        }
        catch (ArgumentException)
        {
            return value.ToString();
        }
    }
}
