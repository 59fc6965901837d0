using System.Collections;
using System.Text.Json;
using Intercom.Dates;

namespace Intercom.Json;

/// <summary>Turns JSON into plain values and plain values (also PowerShell's hashtables and arrays) into JSON.</summary>
public static class PlainValue
{
    /// <summary>
    /// Reads the value at the reader: string, long, double (decimal or <see cref="BigNumber"/> where it would lose digits), bool, null,
    /// a list of these or <see cref="AttributeBag"/>.
    /// </summary>
    public static object? Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String: return reader.GetString();
            // Boxed before the two are joined, or the whole number would become a double and lose its last digits.
            case JsonTokenType.Number: return reader.TryGetInt64(out var whole)
                ? (object)whole
                : Numbers.Exact(Scalars.RawText(ref reader));
            case JsonTokenType.True: return true;
            case JsonTokenType.False: return false;
            case JsonTokenType.StartObject: return ReadObject(ref reader);
            case JsonTokenType.StartArray:
                var items = new List<object?>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(Read(ref reader));
                // Not an array, because a list shows its entries as text in tables and CSV files.
                return new ItemList<object?>(items);
            default: return null;
        }
    }

    internal static AttributeBag ReadObject(ref Utf8JsonReader reader)
    {
        var bag = new AttributeBag();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            bag[name] = Read(ref reader);
        }
        return bag;
    }

    /// <summary>Parses a whole JSON text into plain values.</summary>
    /// <exception cref="JsonException">The text is not JSON, or contains more than one document.</exception>
    public static object? Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = IntercomJson.MaxDepth });
        try
        {
            reader.Read();
            var value = Read(ref reader);
            if (reader.Read()) throw new JsonException("The text continues after its end.");
            return value;
        }
        catch (Exception failure) when (failure is InvalidOperationException or FormatException)
        {
            // Text with half a surrogate pair or with bytes that are not UTF-8. On Windows PowerShell, also a number that is too large.
            throw new JsonException(failure.Message, failure);
        }
    }

    /// <summary>Parses a whole JSON text into nodes, as deep as any answer may be.</summary>
    /// <exception cref="JsonException">The text is not JSON, or too deep.</exception>
    public static JsonNode? ParseNode(string json) =>
        JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = IntercomJson.MaxDepth });

    /// <summary>Writes a plain value: dates become Unix seconds, enums their wire word, dictionaries objects, sequences arrays.</summary>
    public static void Write(Utf8JsonWriter writer, object? value) => ToNode(value).WriteOrNull(writer);

    /// <summary>A plain value as a JSON node. Null is JSON null.</summary>
    /// <exception cref="ArgumentException">The value has no JSON form, or is too deep.</exception>
    public static JsonNode? ToNode(object? value) => ToNode(value, 0);

    /// <summary>The error of a value that is too deep, such as one that contains itself.</summary>
    public static ArgumentException TooDeep() =>
        new($"A value is nested deeper than {IntercomJson.MaxDepth} levels and may contain itself. Specify it without the inner part.");

    private static JsonNode? ToNode(object? value, int level)
    {
        if (level > IntercomJson.MaxDepth) throw TooDeep();
        switch (value)
        {
            case null: return null;
            case JsonNode node: return node.Parent is null ? node : node.DeepClone();
            case string text: return JsonValue.Create(text);
            case bool flag: return JsonValue.Create(flag);
            case char letter: return JsonValue.Create(letter.ToString());
            case DateTime date: return JsonValue.Create(UnixTime.FromDate(date));
            case DateTimeOffset date: return JsonValue.Create(date.ToUnixTimeSeconds());
            case IFormattable when DayValue.Is(value, out var day): return JsonValue.Create(UnixTime.FromDate(day));
            case Enum word: return JsonValue.Create(word.ToString());
            case float number: return Numbers.Node(number);
            case double number: return Numbers.Node(number);
            case decimal number: return JsonValue.Create(number);
            case BigNumber number: return ParseNode(number.Digits);
            case ulong number: return JsonValue.Create(number);
            case sbyte or byte or short or ushort or int or uint or long:
                return JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture));
            case Uri uri: return JsonValue.Create(uri.ToString());
            case Guid guid: return JsonValue.Create(guid.ToString());
            case IDictionary map:
                var members = new JsonObject();
                foreach (DictionaryEntry entry in map)
                {
                    members[Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!] = ToNode(entry.Value, level + 1);
                }
                return members;
            case IEnumerable<KeyValuePair<string, object?>> pairs:
                var properties = new JsonObject();
                foreach (var pair in pairs) properties[pair.Key] = ToNode(pair.Value, level + 1);
                return properties;
            case IEnumerable sequence:
                var array = new JsonArray();
                foreach (var item in sequence) array.Add(ToNode(item, level + 1));
                return array;
            default:
                throw new InvalidInputException(Errors.UnsupportedValue(value.GetType().FullName!));
        }
    }

    private static void WriteOrNull(this JsonNode? node, Utf8JsonWriter writer)
    {
        if (node is null) writer.WriteNullValue();
        else node.WriteTo(writer);
    }
}
