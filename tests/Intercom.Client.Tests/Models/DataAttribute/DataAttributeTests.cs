namespace Intercom.Client.Tests.Models;

public class DataAttributeTests
{
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
}
