using System.Text.Json.Serialization;

namespace Intercom.Json;

/// <summary>The models that the source generator makes readers for: one line for each type that stands alone in an answer or in a nested list.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(object))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(AttributeBag))]
[JsonSerializable(typeof(Contact))]
[JsonSerializable(typeof(Reference))]
[JsonSerializable(typeof(SocialProfile))]
internal sealed partial class IntercomJsonContext : JsonSerializerContext;
