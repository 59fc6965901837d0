namespace Intercom.Client.Tests.Models;

public class ContactTests
{
    [Fact]
    public void Reads_a_contact()
    {
        var contact = Wire.Read<Contact>("""
            {"type": "contact", "id": "c1", "external_id": "e1", "workspace_id": "w1", "role": "user",
             "email": "ada@example.org", "email_domain": "example.org", "phone": "+3531",
             "name": "Ada", "owner_id": 9001, "has_hard_bounced": false, "marked_email_as_spam": false,
              "unsubscribed_from_emails": true, "signed_up_at": 1704164645,
             "last_seen_at": null, "browser": "firefox", "ios_last_seen_at": 1704164645,
              "custom_attributes": {"plan": "gold"}, "avatar": {"type": "avatar",
              "image_url": "https://img.example.org/1"},
             "location": {"type": "location", "country": "Ireland", "region": null, "city": "Dublin",
              "country_code": "IRL", "continent_code": "EU"},
             "social_profiles": {"type": "list", "data": [{"type": "social_profile", "name": "Mastodon",
              "url": "https://m.example.org/@ada"}]},
             "companies": {"type": "list", "data": [{"type": "company", "id": "k1", "url": "/companies/k1"}],
              "total_count": 1, "has_more": false},
             "opted_out_subscription_types": {"type": "list", "data": [{"type": "subscription", "id": 4}]},
              "utm_source": "letter", "enabled_push_messaging": true}
            """);

        Assert.Equal("9001", contact.OwnerId);
        Assert.True(contact.UnsubscribedFromEmails);
        Assert.Equal(Wire.Local(1704164645), contact.SignedUpAt);
        Assert.Equal(Wire.Local(1704164645), contact.IosLastSeenAt);
        Assert.Null(contact.LastSeenAt);
        Assert.Equal("gold", contact.CustomAttributes!["plan"]);
        Assert.Equal("https://img.example.org/1", contact.Avatar);
        Assert.Equal("Dublin, Ireland", contact.Location!.ToString());
        Assert.Equal("IRL", contact.Location.CountryCode);
        Assert.Equal("https://m.example.org/@ada", contact.SocialProfiles!.ToString());
        Assert.Equal("k1", contact.Companies!.ToString());
        Assert.Equal("4", contact.OptedOutSubscriptionTypes![0].Id);
        Assert.Equal("letter", contact.UtmSource);
        Assert.True(contact.EnabledPushMessaging);
        Assert.Null(contact.AdditionalFields);
        Assert.Equal("Ada", contact.ToString());
    }

    [Theory]
    [InlineData("""{"type": "contact", "id": "c1", "archived": true}""", "archived")]
    [InlineData("""{"type": "contact", "id": "c1", "archived": false}""", "active")]
    [InlineData("""{"type": "contact", "id": "c1", "blocked": true}""", "blocked")]
    [InlineData("""{"type": "contact", "id": "c1", "deleted": true}""", "deleted")]
    [InlineData("""{"type": "contact", "id": "c1"}""", null)]
    public void Says_what_became_of_a_contact(string json, string? status) => Assert.Equal(status, Wire.Read<ContactStatus>(json).Status);
}
