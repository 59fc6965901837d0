namespace Intercom.Client.Tests.Models;

public class CustomObjectTests
{
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
