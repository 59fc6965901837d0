namespace Intercom.Client.Tests.Models;

public class HelpCenterTests
{
    [Fact]
    public void Reads_a_collection_and_a_help_center()
    {
        var collection = Wire.Read<Collection>("""
            {"id": 170, "workspace_id": "abc123", "name": "Doors", "url": "https://help.example.org/c/170", "order": 22,
             "icon": "bookmark", "parent_id": null, "help_center_id": 84,
             "translated_content": {"type": "group_translated_content", "de": {"type": "group_content", "name": "Türen",
              "description": "Alles"}}}
            """);
        var center = Wire.Read<HelpCenter>(
            """
            {"id": 84, "workspace_id": "abc123", "identifier": "acme", "display_name": "Acme help",
             "website_turned_on": true, "custom_domain": "help.example.org", "created_at": 1704164645}
            """);

        Assert.Equal("84", collection.HelpCenterId);
        Assert.Equal(22, collection.Order);
        Assert.Null(collection.ParentId);
        Assert.Equal("Türen", collection.TranslatedContent!["de"].Name);
        Assert.Equal("84", center.Id);
        Assert.True(center.WebsiteTurnedOn);
        Assert.Equal("Acme help", center.ToString());
    }
}
