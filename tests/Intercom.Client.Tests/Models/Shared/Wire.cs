using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Intercom.Json;

namespace Intercom.Client.Tests.Models;

/// <summary>Reads and writes models by the client's own rules.</summary>
internal static class Wire
{
    /// <summary>Unix seconds as the local time that the models show.</summary>
    public static DateTime Local(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds).LocalDateTime;

    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize(json, (JsonTypeInfo<T>)IntercomJson.TypeInfo(typeof(T)))
            ?? throw new System.InvalidOperationException("The answer was null.");

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, (JsonTypeInfo<T>)IntercomJson.TypeInfo(typeof(T)));
}
