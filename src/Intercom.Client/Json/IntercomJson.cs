using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Intercom.Json;

/// <summary>The one set of rules by which Intercom's JSON is read: snake_case names, lenient scalars, unknown fields kept.</summary>
public static class IntercomJson
{
    /// <summary>Maximum depth of JSON that is read or sent.</summary>
    public const int MaxDepth = 128;

    private static readonly AttributeBagConverter BagConverter = new();

    /// <summary>The options of every read. They are source-generated, so that importing the module needs no reflection.</summary>
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    /// <summary>How to read a type, which must be listed in <see cref="IntercomJsonContext"/>.</summary>
    public static JsonTypeInfo TypeInfo(Type type) => Options.GetTypeInfo(type);

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            MaxDepth = MaxDepth,
            TypeInfoResolver = IntercomJsonContext.Default.WithAddedModifier(ReadTolerantly),
            Converters =
            {
                new LenientStringConverter(), new UnixTimeConverter(), new LenientLongConverter(), new LenientDoubleConverter(),
                new LenientBooleanConverter(), new PlainValueConverter(),
            },
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>
    /// Adds to every property that is a map or an object a reader that takes other shapes too. They must not stand among the converters
    /// above: the serializer creates the bag of unknown fields itself, and can do that only for a type without a converter of its own.
    /// </summary>
    private static void ReadTolerantly(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        foreach (var property in type.Properties)
        {
            if (property.IsExtensionData) continue;
            if (property.PropertyType == typeof(AttributeBag)) property.CustomConverter = BagConverter;
            else if (typeof(IntercomObject).IsAssignableFrom(property.PropertyType))
            {
                property.CustomConverter = (JsonConverter)Activator.CreateInstance(
                    typeof(TolerantObjectConverter<>).MakeGenericType(property.PropertyType))!;
            }
        }
    }
}
