using System;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Intercom.Json;

/// <summary>The one set of rules by which Intercom's JSON is read: snake_case names, lenient scalars, unknown fields kept.</summary>
public static class IntercomJson
{
    /// <summary>The options behind every read; source-generated, so nothing is reflected over at import.</summary>
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    /// <summary>How to read a type; the type must be listed in <see cref="IntercomJsonContext"/>.</summary>
    public static JsonTypeInfo TypeInfo(Type type) => Options.GetTypeInfo(type);

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            MaxDepth = 128,
            TypeInfoResolver = IntercomJsonContext.Default,
            Converters =
            {
                new LenientStringConverter(), new UnixTimeConverter(), new LenientLongConverter(), new LenientDoubleConverter(),
                new LenientBooleanConverter(), new PlainValueConverter(), new AttributeBagConverter(),
            },
        };
        options.MakeReadOnly();
        return options;
    }
}
