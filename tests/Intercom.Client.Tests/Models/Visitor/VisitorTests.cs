namespace Intercom.Client.Tests.Models;

public class VisitorTests
{
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
        Assert.Equal(Wire.Local(1704164645), visitor.LastRequestAt);
        Assert.Equal("Dublin, Leinster, Ireland", visitor.LocationData!.ToString());
        Assert.Equal("Acme", visitor.Companies!.ToString());
        Assert.Equal("s1", visitor.Segments![0]);
        Assert.Equal("Mastodon", Assert.IsType<AttributeBag>(visitor.SocialProfiles![0])["name"]);
        Assert.Equal("9001", visitor.OwnerId);
        Assert.Null(visitor.DoNotTrack);
        Assert.Equal("help", visitor.UtmTerm);
    }
}
