using System.Text.Json.Serialization;

namespace Intercom;

/// <summary>A person that the workspace talks to: a user (signed up) or a lead (not yet).</summary>
public sealed class Contact : IntercomObject
{
    /// <summary>Intercom's id of the contact.</summary>
    public string? Id { get; set; }

    /// <summary>The contact's id in your own system.</summary>
    public string? ExternalId { get; set; }

    /// <summary>The id of the workspace that the contact belongs to.</summary>
    public string? WorkspaceId { get; set; }

    /// <summary><c>user</c> or <c>lead</c>.</summary>
    public string? Role { get; set; }

    /// <summary>The contact's email address.</summary>
    public string? Email { get; set; }

    /// <summary>The part of the email address after the @.</summary>
    public string? EmailDomain { get; set; }

    /// <summary>The contact's telephone number.</summary>
    public string? Phone { get; set; }

    /// <summary>The contact's name.</summary>
    public string? Name { get; set; }

    /// <summary>The id of the admin who owns the contact.</summary>
    public string? OwnerId { get; set; }

    /// <summary>True when an email to the contact bounced for good.</summary>
    public bool? HasHardBounced { get; set; }

    /// <summary>True when the contact marked an email as spam.</summary>
    public bool? MarkedEmailAsSpam { get; set; }

    /// <summary>True when the contact has unsubscribed from emails.</summary>
    public bool? UnsubscribedFromEmails { get; set; }

    /// <summary>When the contact was created in Intercom.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the contact was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>When the contact signed up with you.</summary>
    public DateTime? SignedUpAt { get; set; }

    /// <summary>When the contact was last seen, as you or the Messenger reported.</summary>
    public DateTime? LastSeenAt { get; set; }

    /// <summary>When the contact last replied.</summary>
    public DateTime? LastRepliedAt { get; set; }

    /// <summary>When the contact was last written to.</summary>
    public DateTime? LastContactedAt { get; set; }

    /// <summary>When the contact last opened an email.</summary>
    public DateTime? LastEmailOpenedAt { get; set; }

    /// <summary>When the contact last clicked a link in an email.</summary>
    public DateTime? LastEmailClickedAt { get; set; }

    /// <summary>The language set for the contact, when it is not the browser's.</summary>
    public string? LanguageOverride { get; set; }

    /// <summary>The browser's name.</summary>
    public string? Browser { get; set; }

    /// <summary>The browser's version.</summary>
    public string? BrowserVersion { get; set; }

    /// <summary>The browser's language.</summary>
    public string? BrowserLanguage { get; set; }

    /// <summary>The operating system.</summary>
    public string? Os { get; set; }

    /// <summary>The Android app's name.</summary>
    public string? AndroidAppName { get; set; }

    /// <summary>The Android app's version.</summary>
    public string? AndroidAppVersion { get; set; }

    /// <summary>The Android device.</summary>
    public string? AndroidDevice { get; set; }

    /// <summary>The Android version.</summary>
    public string? AndroidOsVersion { get; set; }

    /// <summary>The version of Intercom's Android SDK.</summary>
    public string? AndroidSdkVersion { get; set; }

    /// <summary>When the contact was last seen in the Android app.</summary>
    public DateTime? AndroidLastSeenAt { get; set; }

    /// <summary>The iOS app's name.</summary>
    public string? IosAppName { get; set; }

    /// <summary>The iOS app's version.</summary>
    public string? IosAppVersion { get; set; }

    /// <summary>The iOS device.</summary>
    public string? IosDevice { get; set; }

    /// <summary>The iOS version.</summary>
    public string? IosOsVersion { get; set; }

    /// <summary>The version of Intercom's iOS SDK.</summary>
    public string? IosSdkVersion { get; set; }

    /// <summary>When the contact was last seen in the iOS app.</summary>
    public DateTime? IosLastSeenAt { get; set; }

    /// <summary>True when the contact accepts push messages.</summary>
    public bool? EnabledPushMessaging { get; set; }

    /// <summary>The page that led the contact to your website.</summary>
    public string? Referrer { get; set; }

    /// <summary>The campaign, from the link that led to your website.</summary>
    public string? UtmCampaign { get; set; }

    /// <summary>The content, from that link.</summary>
    public string? UtmContent { get; set; }

    /// <summary>The medium, from that link.</summary>
    public string? UtmMedium { get; set; }

    /// <summary>The source, from that link.</summary>
    public string? UtmSource { get; set; }

    /// <summary>The search term, from that link.</summary>
    public string? UtmTerm { get; set; }

    /// <summary>The custom attributes by name. Dates are Unix seconds, as Intercom sends them.</summary>
    public AttributeBag? CustomAttributes { get; set; }

    /// <summary>The address of the contact's picture.</summary>
    [JsonConverter(typeof(Json.ImageUrlConverter))]
    public string? Avatar { get; set; }

    /// <summary>The contact's first ten tags, by id. <c>Get-IntercomTag -ContactId</c> returns all of them, with names.</summary>
    public ItemList<Reference>? Tags { get; set; }

    /// <summary>The contact's first ten notes, by id. <c>Get-IntercomNote -ContactId</c> returns all of them, with their text.</summary>
    public ItemList<Reference>? Notes { get; set; }

    /// <summary>The contact's first ten companies. <c>Get-IntercomCompany -ContactId</c> returns all of them.</summary>
    public ItemList<Reference>? Companies { get; set; }

    /// <summary>The subscription types that the contact opted out of.</summary>
    public ItemList<Reference>? OptedOutSubscriptionTypes { get; set; }

    /// <summary>The subscription types that the contact opted in to.</summary>
    public ItemList<Reference>? OptedInSubscriptionTypes { get; set; }

    /// <summary>
    /// The contacts that were merged into this one. Only where -IncludeMergeHistory asked for them, since version 2.16 of the API.
    /// </summary>
    public ItemList<MergedContact>? MergeHistory { get; set; }

    /// <summary>Where the contact is.</summary>
    public Location? Location { get; set; }

    /// <summary>The contact's profiles on social networks.</summary>
    public ItemList<SocialProfile>? SocialProfiles { get; set; }

    /// <summary>The person's name, email address or id.</summary>
    public override string ToString() => FirstOf(Name, Email, ExternalId, Id);

    internal override string? CalledAs => AllOf(Name, Email) ?? ExternalId;
}

/// <summary>A city, region and country.</summary>
public sealed class Location : IntercomObject
{
    /// <summary>The country.</summary>
    public string? Country { get; set; }

    /// <summary>The region within the country.</summary>
    public string? Region { get; set; }

    /// <summary>The city.</summary>
    public string? City { get; set; }

    /// <summary>The country's code, such as <c>IRL</c>.</summary>
    public string? CountryCode { get; set; }

    /// <summary>The continent's code, such as <c>EU</c>.</summary>
    public string? ContinentCode { get; set; }

    /// <summary>City, region, country.</summary>
    public override string ToString()
    {
        var parts = new[] { City, Region, Country };
        return string.Join(", ", Array.FindAll(parts, part => !string.IsNullOrWhiteSpace(part)));
    }
}

/// <summary>A profile on a social network.</summary>
public sealed class SocialProfile : IntercomObject
{
    /// <summary>The network's name.</summary>
    public string? Name { get; set; }

    /// <summary>The address of the profile.</summary>
    public string? Url { get; set; }

    /// <summary>The network and address.</summary>
    public override string ToString() => FirstOf(Url, Name);
}

/// <summary>Another object named by its id.</summary>
public sealed class Reference : IntercomObject
{
    /// <summary>The id of the object referred to.</summary>
    public string? Id { get; set; }

    /// <summary>Its id in your own system, where Intercom sends it (contacts).</summary>
    public string? ExternalId { get; set; }

    /// <summary>Its name, where Intercom sends one.</summary>
    public string? Name { get; set; }

    /// <summary>The path of the object in the API, where Intercom sends one.</summary>
    public string? Url { get; set; }

    /// <summary>The name or id.</summary>
    public override string ToString() => FirstOf(Name, Id);
}
