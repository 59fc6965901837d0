using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Intercom.Json;

/// <summary>
/// Reads an object inside another one. Should Intercom send text or a number in its place, that becomes the additional field
/// <c>value</c> of an otherwise empty object: one odd field must not cost the page, and nothing that was sent is dropped.
/// </summary>
internal sealed class TolerantObjectConverter<T> : JsonConverter<T?> where T : IntercomObject
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TolerantObject.Read(ref reader, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));

    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, (JsonTypeInfo<T?>)options.GetTypeInfo(typeof(T)));
}

internal static class TolerantObject
{
    private const string Field = "value";

    public static T? Read<T>(ref Utf8JsonReader reader, JsonTypeInfo<T> type)
    {
        if (reader.TokenType == JsonTokenType.Null) return default;

        // The type's own converter reads on where the reader stands; JsonSerializer would first look for the end of every object, at
        // each depth again.
        if (reader.TokenType == JsonTokenType.StartObject || !typeof(IntercomObject).IsAssignableFrom(typeof(T)))
        {
            return ((JsonConverter<T>)type.Converter).Read(ref reader, typeof(T), type.Options);
        }

        var value = PlainValue.Read(ref reader);
        if (value is "" or false or ItemList<object?> { Count: 0 }) return default;
        var item = type.CreateObject!();
        ((IntercomObject)(object)item!).AdditionalFields = new AttributeBag { [Field] = value };
        return item;
    }
}
