using System;
using Xunit;

namespace Intercom.Client.Tests.Models;

public class PeopleTests
{
    private static DateTime Local(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds).LocalDateTime;

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
        Assert.Equal(Local(1704164645), contact.SignedUpAt);
        Assert.Equal(Local(1704164645), contact.IosLastSeenAt);
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

    [Fact]
    public void Reads_an_admin_of_a_list_whose_picture_is_an_address()
    {
        var admin = Wire.Read<Admin>("""
            {"type": "admin", "id": 9001, "name": "Grace", "email": "grace@example.org", "away_mode_enabled": true,
             "away_mode_reassign": false, "away_status_reason_id": 12,
             "has_inbox_seat": true, "team_ids": [7, 8], "avatar": "https://img.example.org/2",
              "team_priority_level": {"primary_team_ids": [7], "secondary_team_ids": [8]}}
            """);

        Assert.Equal("9001", admin.Id);
        Assert.True(admin.AwayModeEnabled);
        Assert.Equal("12", admin.AwayStatusReasonId);
        Assert.Equal("7, 8", admin.TeamIds!.ToString());
        Assert.Equal("https://img.example.org/2", admin.Avatar);
        Assert.Equal("primary: 7; secondary: 8", admin.TeamPriorityLevel!.ToString());
        Assert.Null(admin.App);
        Assert.Equal("Grace", admin.ToString());
    }

    [Fact]
    public void Reads_the_acting_admin_with_the_workspace()
    {
        var admin = Wire.Read<Admin>("""
            {"type": "admin", "id": "9001", "email": "grace@example.org", "email_verified": true,
             "avatar": {"type": "avatar", "image_url": "https://img.example.org/2"},
             "app": {"type": "app", "id_code": "abc123", "name": "Acme", "region": "EU", "timezone": "Europe/Dublin",
              "created_at": 1704164645, "identity_verification": false, "secure": false}}
            """);

        Assert.True(admin.EmailVerified);
        Assert.Equal("https://img.example.org/2", admin.Avatar);
        Assert.Equal("abc123", admin.App!.IdCode);
        Assert.Equal("EU", admin.App.Region);
        Assert.Equal("Europe/Dublin", admin.App.Timezone);
        Assert.Equal(Local(1704164645), admin.App.CreatedAt);
        Assert.Equal("Acme", admin.App.ToString());
        Assert.Equal("grace@example.org", admin.ToString());
    }

    [Fact]
    public void Reads_a_team()
    {
        var team = Wire.Read<Team>(
            """
            {"type": "team", "id": 7, "name": "Billing", "admin_ids": [9001], "assignment_limit": 10,
             "distribution_method": "load_balanced", "admin_priority_level": {"primary_admin_ids": [9001],
             "secondary_admin_ids": []}}
            """);

        Assert.Equal("7", team.Id);
        Assert.Equal(["9001"], team.AdminIds!);
        Assert.Equal(10, team.AssignmentLimit);
        Assert.Equal("load_balanced", team.DistributionMethod);
        Assert.Equal("primary: 9001; secondary: ", team.AdminPriorityLevel!.ToString());
        Assert.Equal("Billing", team.ToString());
    }

    [Fact]
    public void Reads_a_note()
    {
        var note = Wire.Read<Note>(
            """
            {"type": "note", "id": 5, "created_at": 1704164645, "contact": {"type": "contact", "id": "c1"},
             "author": {"type": "admin", "id": 9001, "name": "Grace"}, "body": "<p>Called <b>twice</b>.</p>"}
            """);

        Assert.Equal("5", note.Id);
        Assert.Equal("c1", note.Contact!.Id);
        Assert.Equal("Grace", note.Author!.ToString());
        Assert.Equal("Called twice.", note.ToString());
        Assert.Equal(Local(1704164645), note.CreatedAt);
    }

    [Fact]
    public void Reads_a_segment_and_a_tag()
    {
        var segment = Wire.Read<Segment>(
            """
            {"type": "segment", "id": "s1", "name": "Active", "person_type": "user", "count": 42,
             "created_at": 1704164645, "updated_at": 1704164645}
            """);
        var tag = Wire.Read<Tag>(
            """{"type": "tag", "id": 3, "name": "vip", "applied_at": 1704164645, "applied_by": {"type": "admin", "id": 9001}}""");

        Assert.Equal(42, segment.Count);
        Assert.Equal("user", segment.PersonType);
        Assert.Equal("Active", segment.ToString());
        Assert.Equal(Local(1704164645), tag.AppliedAt);
        Assert.Equal("9001", tag.AppliedBy!.ToString());
        Assert.Equal("vip", tag.ToString());
    }

    [Fact]
    public void Reads_a_subscription_type()
    {
        var type = Wire.Read<SubscriptionType>("""
            {"type": "subscription", "id": 4, "state": "live", "consent_type": "opt_in", "content_types": ["email",
             "sms_message"], "default_translation": {"name": "News", "description": "Monthly", "locale": "en"},
             "translations": [{"name": "News", "locale": "en"}, {"name": "Nachrichten", "locale": "de"}]}
            """);

        Assert.Equal("4", type.Id);
        Assert.Equal("opt_in", type.ConsentType);
        Assert.Equal("email, sms_message", type.ContentTypes!.ToString());
        Assert.Equal("News", type.Name);
        Assert.Equal("News, Nachrichten", type.Translations!.ToString());
        Assert.Equal("de", type.Translations[1].Locale);
        Assert.DoesNotContain("\"name\":\"News\",\"type\"", Wire.Write(type));
    }

    [Fact]
    public void Reads_a_visitor()
    {
        var visitor = Wire.Read<Visitor>("""
            {"type": "visitor", "id": "v1", "user_id": "u-1", "anonymous": true, "email": "", "name": null,
             "pseudonym": "Green Kettle", "app_id": "abc123", "session_count": 3, "last_request_at": 1704164645,
             "location_data": {"type": "location_data", "city_name": "Dublin", "region_name": "Leinster",
              "country_name": "Ireland", "country_code": "IRL", "timezone": "Europe/Dublin"},
             "companies": {"type": "company.list", "companies": [{"id": "k1", "name": "Acme"}]},
              "tags": {"type": "tag.list", "tags": []}, "segments": {"type": "segment.list", "segments": ["s1"]},
             "social_profiles": {"type": "social_profile.list", "social_profiles": [{"name": "Mastodon"}]},
              "owner_id": 9001, "do_not_track": null, "utm_term": "help"}
            """);

        Assert.Equal("Green Kettle", visitor.ToString());
        Assert.Equal("u-1", visitor.UserId);
        Assert.True(visitor.Anonymous);
        Assert.Equal(3, visitor.SessionCount);
        Assert.Equal(Local(1704164645), visitor.LastRequestAt);
        Assert.Equal("Dublin, Leinster, Ireland", visitor.LocationData!.ToString());
        Assert.Equal("Acme", visitor.Companies!.ToString());
        Assert.Equal("s1", visitor.Segments![0]);
        Assert.Equal("Mastodon", Assert.IsType<AttributeBag>(visitor.SocialProfiles![0])["name"]);
        Assert.Equal("9001", visitor.OwnerId);
        Assert.Null(visitor.DoNotTrack);
        Assert.Equal("help", visitor.UtmTerm);
    }

    [Theory]
    [InlineData("""{"type": "contact", "id": "c1", "archived": true}""", "archived")]
    [InlineData("""{"type": "contact", "id": "c1", "archived": false}""", "active")]
    [InlineData("""{"type": "contact", "id": "c1", "blocked": true}""", "blocked")]
    [InlineData("""{"type": "contact", "id": "c1", "deleted": true}""", "deleted")]
    [InlineData("""{"type": "contact", "id": "c1"}""", null)]
    public void Says_what_became_of_a_contact(string json, string? status) => Assert.Equal(status, Wire.Read<ContactStatus>(json).Status);
}
