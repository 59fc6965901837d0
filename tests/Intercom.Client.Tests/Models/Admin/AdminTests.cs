namespace Intercom.Client.Tests.Models;

public class AdminTests
{
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
        Assert.Equal(Wire.Local(1704164645), admin.App.CreatedAt);
        Assert.Equal("Acme", admin.App.ToString());
        Assert.Equal("grace@example.org", admin.ToString());
    }

    [Fact]
    public void Reads_what_an_admin_did()
    {
        var activity = Wire.Read<AdminActivity>("""
            {"id": "a-1", "performed_by": {"type": "admin", "id": 9001, "email": "grace@example.org",
             "ip": "192.0.2.1"}, "activity_type": "app_name_change", "activity_description": "Grace renamed the app",
             "metadata": {"before": "Old", "after": "New", "message": {"id": 12}, "team_assignment_limit": null}, "created_at": 1704164645}
            """);

        Assert.Equal("Grace renamed the app", activity.ToString());
        Assert.Equal("9001", activity.PerformedBy!.Id);
        Assert.Equal("192.0.2.1", activity.PerformedBy.Ip);
        Assert.Equal("New", activity.Metadata!["after"]);
        Assert.Equal(12L, Assert.IsType<AttributeBag>(activity.Metadata["message"])["id"]);
    }

    [Fact]
    public void Reads_a_reason_for_being_away()
    {
        var reason = Wire.Read<AwayReason>(
            """
            {"type": "away_status_reason", "id": 12, "label": "Lunch", "emoji": "🥪", "order": 1, "deleted": false,
             "created_at": 1704164645}
            """);

        Assert.Equal("12", reason.Id);
        Assert.Equal("Lunch", reason.ToString());
        Assert.Equal(1, reason.Order);
        Assert.False(reason.Deleted);
    }
}
