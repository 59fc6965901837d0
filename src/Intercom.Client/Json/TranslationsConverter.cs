using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Intercom.Json;

/// <summary>Makes a <see cref="TranslationsConverter{T}"/> for each kind of text.</summary>
internal sealed class TranslationsConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Translations<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(TranslationsConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
}

/// <summary>Reads an object whose names are language codes, beside <c>type</c>. A language without text is left out.</summary>
internal sealed class TranslationsConverter<T> : JsonConverter<Translations<T>?> where T : IntercomObject
{
    public override Translations<T>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var translations = new Translations<T>();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return translations;
        }
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                if (JsonSerializer.Deserialize(ref reader, TypeInfo(options)) is { } content) translations[name] = content;
            }
            else if (reader.TokenType == JsonTokenType.String && name == "type") translations.WireType = reader.GetString();
            else reader.Skip();
        }
        return translations;
    }

    public override void Write(Utf8JsonWriter writer, Translations<T>? value, JsonSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }
        writer.WriteStartObject();
        if (value.WireType is not null) writer.WriteString("type", value.WireType);
        foreach (var pair in value)
        {
            writer.WritePropertyName(pair.Key);
            JsonSerializer.Serialize(writer, pair.Value, TypeInfo(options));
        }
        writer.WriteEndObject();
    }

    private static JsonTypeInfo<T> TypeInfo(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
