namespace Intercom.Client.Tests.Models;

public class KnowledgeTests
{
    [Fact]
    public void Reads_a_snippet()
    {
        var snippet = Wire.Read<ContentSnippet>("""
            {"type": "content_snippet", "id": "123", "title": "Reset", "locale": "en", "body_markdown": "# Reset\n",
             "json_blocks": [{"type": "paragraph", "text": "Open Settings."}], "chatbot_availability": 1,
             "ai_chatbot_availability": true, "ai_copilot_availability": false, "audience_ids": [1, 2], "created_at": 1663597223}
            """);
        Assert.Equal("Reset", snippet.ToString());
        Assert.Equal("Open Settings.", ((AttributeBag)snippet.JsonBlocks![0])["text"]);
        Assert.True(snippet.AiChatbotAvailability);
        Assert.Equal(["1", "2"], snippet.AudienceIds!);
    }

    [Fact]
    public void Reads_an_audience()
    {
        var audience = Wire.Read<Audience>("""
            {"type": "audience", "id": "123", "name": "VIP", "role_predicates": [],
             "predicates": [{"attribute": "company.name", "type": "string", "comparison": "contains", "value": "Acme"}]}
            """);
        Assert.Equal("VIP", audience.ToString());
        Assert.Equal("company.name contains Acme", audience.Predicates!.ToString());
        Assert.Equal("string", audience.Predicates[0].Type);
    }

    [Fact]
    public void Reads_a_redirect()
    {
        var redirect = Wire.Read<HelpCenterRedirect>("""
            {"id": "26", "type": "help_center_redirect", "from_url": "http://h.test/old", "locale": "en", "help_center_id": "7",
             "target_type": "article", "target_id": "11", "created_at": 1781619405}
            """);
        Assert.Equal("http://h.test/old -> article 11", redirect.ToString());
        Assert.Equal("7", redirect.HelpCenterId);
    }
}
