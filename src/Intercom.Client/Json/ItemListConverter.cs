using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Intercom.Json;

/// <summary>Makes an <see cref="ItemListConverter{T}"/> for each kind of entry.</summary>
internal sealed class ItemListConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ItemList<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(ItemListConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
}

/// <summary>
/// Reads Intercom's nested lists, whose entries have the name <c>data</c>, <c>tags</c>, <c>contacts</c>, <c>conversation_parts</c> or
/// another one, beside <c>url</c>, <c>total_count</c> and <c>has_more</c>. A bare array is read as well.
/// </summary>
internal sealed class ItemListConverter<T> : JsonConverter<ItemList<T>?>
{
    public override ItemList<T>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartArray) return new ItemList<T>(ReadItems(ref reader, options)) { ItemsName = null };
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return new ItemList<T>([]);
        }

        List<T> items = [];
        string? url = null, type = null;
        long? total = null;
        var more = false;
        var itemsName = "";
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            // The names that every list has are compared as bytes, without creating strings.
            var name = reader.ValueTextEquals("type"u8)
                ? "type"
                : reader.ValueTextEquals("data"u8)
                ? "data"
                : reader.ValueTextEquals("url"u8)
                ? "url"
                : reader.ValueTextEquals("total_count"u8)
                    ? "total_count"
                    : reader.ValueTextEquals("has_more"u8)
                    ? "has_more"
                    : reader.GetString()!;
            reader.Read();
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray:
                    itemsName = name;
                    items = ReadItems(ref reader, options);
                    break;
                case JsonTokenType.String when name == "url": url = reader.GetString(); break;
                case JsonTokenType.String when name == "type": type = reader.ValueTextEquals("list"u8) ? "list" : reader.GetString(); break;
                case JsonTokenType.Number when name == "total_count": total = reader.TryGetInt64(out var count) ? count : null; break;
                case JsonTokenType.True when name == "has_more": more = true; break;
                default: reader.Skip(); break;
            }
        }
        return new ItemList<T>(items) { Url = url, Type = type, TotalCount = total, HasMore = more, ItemsName = itemsName };
    }

    public override void Write(Utf8JsonWriter writer, ItemList<T>? value, JsonSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }
        if (value.ItemsName is null)
        {
            WriteItems(writer, value, options);
            return;
        }
        writer.WriteStartObject();
        if (value.Type is not null) writer.WriteString("type", value.Type);
        if (value.ItemsName.Length > 0)
        {
            writer.WritePropertyName(value.ItemsName);
            WriteItems(writer, value, options);
        }
        if (value.Url is not null) writer.WriteString("url", value.Url);
        if (value.TotalCount is { } total) writer.WriteNumber("total_count", total);
        if (value.HasMore) writer.WriteBoolean("has_more", true);
        writer.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter writer, ItemList<T> items, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var item in items) JsonSerializer.Serialize(writer, item, TypeInfo(options));
        writer.WriteEndArray();
    }

    private static List<T> ReadItems(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var info = TypeInfo(options);
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (TolerantObject.Read(ref reader, info) is { } item) items.Add(item);
        }
        return items;
    }

    private static JsonTypeInfo<T> TypeInfo(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
