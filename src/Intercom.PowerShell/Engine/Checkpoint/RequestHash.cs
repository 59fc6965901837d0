using System.Security.Cryptography;
using System.Text;
using Intercom.Http;
using Intercom.Json;

namespace Intercom.PowerShell;

/// <summary>
/// Identifies values without storing them, because a checkpoint must contain neither personal data nor secrets. The key is not stored in
/// the file, so that phone numbers cannot be guessed, for example. Each checkpoint has its own salt, so that hashes of two checkpoints
/// cannot be compared. The order of names is ignored, because that of a hashtable differs between processes.
/// </summary>
internal static class RequestHash
{
    /// <summary>Creates a salt.</summary>
    public static string NewSalt()
    {
        var salt = new byte[16];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(salt);
        return Convert.ToBase64String(salt);
    }

    /// <summary>The hash of words and values.</summary>
    /// <param name="key">The checkpoint's key.</param>
    /// <param name="words">The method and the path of the request.</param>
    /// <param name="values">The values by name, as PowerShell bound them.</param>
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
            // A value without a JSON form, such as a script block, is identified by its text.
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
