using System.Text.Json.Serialization;

namespace Intercom;

/// <summary>Someone on your website who is not yet a contact.</summary>
public sealed class Visitor : IntercomObject
{
    /// <summary>Intercom's id of the visitor.</summary>
    public string? Id { get; set; }

    /// <summary>The id that Intercom made up for the visitor's browser, by which visitors are read.</summary>
    public string? UserId { get; set; }

    /// <summary>True while nobody knows who the visitor is.</summary>
    public bool? Anonymous { get; set; }

    /// <summary>The visitor's email address.</summary>
    public string? Email { get; set; }

    /// <summary>The visitor's telephone number.</summary>
    public string? Phone { get; set; }

    /// <summary>The visitor's name.</summary>
    public string? Name { get; set; }

    /// <summary>The name that Intercom made up for the visitor, such as <c>Violet Suitcase</c>.</summary>
    public string? Pseudonym { get; set; }

    /// <summary>The address of the visitor's picture.</summary>
    [JsonConverter(typeof(Json.ImageUrlConverter))]
    public string? Avatar { get; set; }

    /// <summary>The id of the workspace.</summary>
    public string? AppId { get; set; }

    /// <summary>The companies that the visitor belongs to.</summary>
    public ItemList<Company>? Companies { get; set; }

    /// <summary>Where the visitor is.</summary>
    public VisitorLocation? LocationData { get; set; }

    /// <summary>When the visitor was last on the website.</summary>
    public DateTime? LastRequestAt { get; set; }

    /// <summary>When the visitor was added to Intercom.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the visitor was created in your own system.</summary>
    public DateTime? RemoteCreatedAt { get; set; }

    /// <summary>When the visitor signed up.</summary>
    public DateTime? SignedUpAt { get; set; }

    /// <summary>When the visitor was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>How many sessions the visitor had.</summary>
    public long? SessionCount { get; set; }

    /// <summary>The visitor's profiles on social networks, as Intercom sends them.</summary>
    public ItemList<object>? SocialProfiles { get; set; }

    /// <summary>The id of the admin who owns the visitor.</summary>
    public string? OwnerId { get; set; }

    /// <summary>True when the visitor does not want emails.</summary>
    public bool? UnsubscribedFromEmails { get; set; }

    /// <summary>True when the visitor marked an email as spam.</summary>
    public bool? MarkedEmailAsSpam { get; set; }

    /// <summary>True when an email to the visitor bounced for good.</summary>
    public bool? HasHardBounced { get; set; }

    /// <summary>The visitor's tags.</summary>
    public ItemList<Tag>? Tags { get; set; }

    /// <summary>The segments that the visitor is in, as Intercom sends them.</summary>
    public ItemList<object>? Segments { get; set; }

    /// <summary>The custom attributes by name; dates are Unix seconds, as Intercom sends them.</summary>
    public AttributeBag? CustomAttributes { get; set; }

    /// <summary>The page that led to the website.</summary>
    public string? Referrer { get; set; }

    /// <summary>The campaign, from the link that led to the website.</summary>
    public string? UtmCampaign { get; set; }

    /// <summary>The content, from that link.</summary>
    public string? UtmContent { get; set; }

    /// <summary>The medium, from that link.</summary>
    public string? UtmMedium { get; set; }

    /// <summary>The source, from that link.</summary>
    public string? UtmSource { get; set; }

    /// <summary>The search term, from that link.</summary>
    public string? UtmTerm { get; set; }

    /// <summary>True when the visitor's browser asks not to be tracked.</summary>
    public bool? DoNotTrack { get; set; }

    /// <summary>The visitor's name, email address or pseudonym.</summary>
    public override string ToString() => FirstOf(Name, Email, Pseudonym, UserId, Id);
}

/// <summary>Where a visitor is.</summary>
public sealed class VisitorLocation : IntercomObject
{
    /// <summary>The city.</summary>
    public string? CityName { get; set; }

    /// <summary>The region within the country.</summary>
    public string? RegionName { get; set; }

    /// <summary>The postal code.</summary>
    public string? PostalCode { get; set; }

    /// <summary>The country.</summary>
    public string? CountryName { get; set; }

    /// <summary>The country's code of three letters, such as <c>IRL</c>.</summary>
    public string? CountryCode { get; set; }

    /// <summary>The continent's code of two letters, such as <c>EU</c>.</summary>
    public string? ContinentCode { get; set; }

    /// <summary>The time zone, such as <c>Europe/Dublin</c>.</summary>
    public string? Timezone { get; set; }

    /// <summary>City, region, country.</summary>
    public override string ToString() =>
        string.Join(", ", Array.FindAll([CityName, RegionName, CountryName], part => !string.IsNullOrWhiteSpace(part)));
}
