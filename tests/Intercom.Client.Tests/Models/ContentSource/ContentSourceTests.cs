namespace Intercom.Client.Tests.Models;

public class ContentSourceTests
{
    [Fact]
    public void Reads_what_Fin_learns_from()
    {
        var source = Wire.Read<ContentSource>(
            """
            {"type": "content_import_source", "id": 33, "url": "https://docs.example.org", "sync_behavior": "api",
             "status": "active", "last_synced_at": 1704164645}
            """);
        var page = Wire.Read<ExternalPage>(
            """
            {"type": "external_page", "id": 19, "title": "Keys", "html": "<h1>Keys</h1>",
             "url": "https://docs.example.org/keys", "ai_agent_availability": true, "ai_copilot_availability": false,
             "ai_sales_agent_availability": true, "fin_availability": true, "locale": "en", "source_id": 33,
             "external_id": 3, "last_ingested_at": 1704164645}
            """);

        Assert.Equal("33", source.Id);
        Assert.Equal("api", source.SyncBehavior);
        Assert.NotNull(source.LastSyncedAt);
        Assert.Equal("33", page.ContentSourceId);
        Assert.Equal("3", page.ExternalId);
        Assert.True(page.AiAgentAvailability);
        Assert.False(page.AiCopilotAvailability);
        Assert.True(page.AiSalesAgentAvailability);
        Assert.Contains("\"source_id\":\"33\"", Wire.Write(page));
    }
}
