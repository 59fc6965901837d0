using System.Text.Json;
using System.Text.Json.Serialization;

namespace Intercom.Benchmarks.Subjects;

/// <summary>A contact as somebody would model it by hand: every field of the answer, each read unchanged.</summary>
internal sealed class FloorContact
{
    public string? Type { get; set; }
    public string? Id { get; set; }
    public string? WorkspaceId { get; set; }
    public string? ExternalId { get; set; }
    public string? Role { get; set; }
    public string? Email { get; set; }
    public string? EmailDomain { get; set; }
    public string? Phone { get; set; }
    public string? Name { get; set; }
    public string? Avatar { get; set; }
    public long? OwnerId { get; set; }
    public FloorList<FloorProfile>? SocialProfiles { get; set; }
    public bool? HasHardBounced { get; set; }
    public bool? MarkedEmailAsSpam { get; set; }
    public bool? UnsubscribedFromEmails { get; set; }
    public long? CreatedAt { get; set; }
    public long? UpdatedAt { get; set; }
    public long? SignedUpAt { get; set; }
    public long? LastSeenAt { get; set; }
    public long? LastRepliedAt { get; set; }
    public long? LastContactedAt { get; set; }
    public long? LastEmailOpenedAt { get; set; }
    public long? LastEmailClickedAt { get; set; }
    public string? LanguageOverride { get; set; }
    public string? Browser { get; set; }
    public string? BrowserVersion { get; set; }
    public string? BrowserLanguage { get; set; }
    public string? Os { get; set; }
    public FloorLocation? Location { get; set; }
    public string? AndroidAppName { get; set; }
    public string? AndroidAppVersion { get; set; }
    public string? AndroidDevice { get; set; }
    public string? AndroidOsVersion { get; set; }
    public string? AndroidSdkVersion { get; set; }
    public long? AndroidLastSeenAt { get; set; }
    public string? IosAppName { get; set; }
    public string? IosAppVersion { get; set; }
    public string? IosDevice { get; set; }
    public string? IosOsVersion { get; set; }
    public string? IosSdkVersion { get; set; }
    public long? IosLastSeenAt { get; set; }
    public Dictionary<string, JsonElement>? CustomAttributes { get; set; }
    public FloorList<FloorReference>? Tags { get; set; }
    public FloorList<FloorReference>? Notes { get; set; }
    public FloorList<FloorReference>? Companies { get; set; }
    public FloorList<FloorReference>? OptedOutSubscriptionTypes { get; set; }
    public FloorList<FloorReference>? OptedInSubscriptionTypes { get; set; }
    public string? UtmCampaign { get; set; }
    public string? UtmContent { get; set; }
    public string? UtmMedium { get; set; }
    public string? UtmSource { get; set; }
    public string? UtmTerm { get; set; }
    public string? Referrer { get; set; }
    public bool? EnabledPushMessaging { get; set; }
}

internal sealed class FloorLocation
{
    public string? Type { get; set; }
    public string? Country { get; set; }
    public string? Region { get; set; }
    public string? City { get; set; }
    public string? CountryCode { get; set; }
    public string? ContinentCode { get; set; }
}

internal sealed class FloorProfile
{
    public string? Type { get; set; }
    public string? Name { get; set; }
    public string? Url { get; set; }
}

internal sealed class FloorReference
{
    public string? Type { get; set; }
    public string? Id { get; set; }
    public string? Url { get; set; }
}

internal sealed class FloorList<T>
{
    public string? Type { get; set; }
    public List<T>? Data { get; set; }
    public string? Url { get; set; }
    public int? TotalCount { get; set; }
    public bool? HasMore { get; set; }
}

internal sealed class FloorPage
{
    public List<FloorContact> Data { get; set; } = [];
    public FloorPages? Pages { get; set; }
    public int? TotalCount { get; set; }
}

internal sealed class FloorPages
{
    public FloorNext? Next { get; set; }
}

internal sealed class FloorNext
{
    public string? StartingAfter { get; set; }
}

internal sealed class FloorEvent
{
    public string? EventName { get; set; }
    public string? Id { get; set; }
    public long CreatedAt { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(FloorPage))]
[JsonSerializable(typeof(FloorContact))]
[JsonSerializable(typeof(FloorEvent))]
internal sealed partial class FloorJson : JsonSerializerContext;
