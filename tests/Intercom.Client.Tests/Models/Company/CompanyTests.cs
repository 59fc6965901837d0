namespace Intercom.Client.Tests.Models;

public class CompanyTests
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
}
