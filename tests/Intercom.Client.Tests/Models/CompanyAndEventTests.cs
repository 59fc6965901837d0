using System;
using Xunit;

namespace Intercom.Client.Tests.Models;

public class CompanyAndEventTests
{
    [Fact]
    public void A_company_has_two_ids()
    {
        var company = Wire.Read<Company>("""
            {"type": "company", "id": "k1", "company_id": "acme-7", "app_id": "abc123", "name": "Acme",
             "plan": {"type": "plan", "id": 2, "name": "gold"}, "remote_created_at": 1704164645,
             "size": 85, "website": "acme.example.org", "industry": "Tools", "monthly_spend": 99.5, "session_count": 10,
              "user_count": 3, "last_request_at": 1704164645,
             "custom_attributes": {"tier": 2}, "tags": {"type": "tag.list", "tags": [{"id": 3, "name": "vip"}]},
              "segments": {"type": "segment.list", "segments": [{"id": "s1", "name": "Active"}]}}
            """);

        Assert.Equal("k1", company.Id);
        Assert.Equal("acme-7", company.ExternalCompanyId);
        Assert.Equal("gold", company.PlanName);
        Assert.Equal("2", company.Plan!.Id);
        Assert.Equal(99.5, company.MonthlySpend);
        Assert.Equal(85, company.Size);
        Assert.Equal(3, company.UserCount);
        Assert.Equal("vip", company.Tags!.ToString());
        Assert.Equal("Active", company.Segments!.ToString());
        Assert.Equal("Acme", company.ToString());
        Assert.Contains("\"company_id\":\"acme-7\"", Wire.Write(company));
        Assert.DoesNotContain("plan_name", Wire.Write(company));
    }

    [Fact]
    public void A_company_without_a_plan_has_no_plan_name()
    {
        Assert.Null(Wire.Read<Company>("""{"plan": {}}""").PlanName);
        Assert.Null(Wire.Read<Company>("{}").PlanName);
    }

    [Fact]
    public void Reads_an_event()
    {
        var happened = Wire.Read<Event>("""
            {"type": "event", "id": "ev-1", "event_name": "ordered-item", "created_at": 1704164645,
             "intercom_user_id": "c1", "user_id": "e1", "email": "ada@example.org",
             "metadata": {"price": {"amount": 1250, "currency": "eur"}, "order_date": 1704164645, "count": 2, "gift": true}}
            """);

        Assert.Equal("ev-1", happened.Id);
        Assert.Equal("ordered-item", happened.ToString());
        Assert.Equal("c1", happened.IntercomUserId);
        Assert.Equal("e1", happened.UserId);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1704164645).LocalDateTime, happened.CreatedAt);
        Assert.Equal(1250L, Assert.IsType<AttributeBag>(happened.Metadata!["price"])["amount"]);
        Assert.Equal(true, happened.Metadata["gift"]);
    }

    [Fact]
    public void Reads_how_often_things_happened()
    {
        var summary = Wire.Read<EventSummary>("""
            {"type": "event.summary", "email": "ada@example.org", "intercom_user_id": "c1", "user_id": "e1",
             "events": [{"name": "ordered-item", "first": "2024-01-02T03:04:05.000+00:00",
              "last": "2024-02-02T03:04:05Z", "count": 3, "description": "An order"}]}
            """);

        var count = Assert.Single(summary.Events!);
        Assert.Equal(3, count.Count);
        Assert.Equal(new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc), count.First!.Value.ToUniversalTime());
        Assert.Equal(new DateTime(2024, 2, 2, 3, 4, 5, DateTimeKind.Utc), count.Last!.Value.ToUniversalTime());
        Assert.Equal("ada@example.org: ordered-item (3)", summary.ToString());
    }

    [Fact]
    public void Reads_a_data_attribute()
    {
        var attribute = Wire.Read<DataAttribute>("""
            {"type": "data_attribute", "id": 37, "model": "contact", "name": "plan",
             "full_name": "custom_attributes.plan", "label": "Plan", "data_type": "string", "options": ["gold",
             "silver"],
             "api_writable": true, "messenger_writable": false, "ui_writable": true, "custom": true, "archived": false,
              "admin_id": 9001, "created_at": 1704164645}
            """);

        Assert.Equal("37", attribute.Id);
        Assert.Equal("custom_attributes.plan", attribute.ToString());
        Assert.Equal("gold, silver", attribute.Options!.ToString());
        Assert.True(attribute.ApiWritable);
        Assert.False(attribute.MessengerWritable);
        Assert.True(attribute.Custom);
        Assert.Equal("9001", attribute.CreatedByAdminId);
    }

    [Fact]
    public void Reads_a_custom_object()
    {
        var order = Wire.Read<CustomObject>(
            """
            {"type": "Order", "id": 21, "external_id": "o-9", "external_created_at": 1704164645,
             "external_updated_at": null, "custom_attributes": {"total": 99.99}}
            """);

        Assert.Equal("21", order.Id);
        Assert.Equal("Order o-9", order.ToString());
        Assert.Equal(99.99, order.CustomAttributes!["total"]);
        Assert.NotNull(order.ExternalCreatedAt);
        Assert.Null(order.ExternalUpdatedAt);
    }
}
