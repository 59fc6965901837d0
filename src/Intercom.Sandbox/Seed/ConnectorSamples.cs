using Intercom.Sandbox.Resources;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Seed;

/// <summary>Sample data connectors, one of which was executed.</summary>
internal static class ConnectorSamples
{
    public static void Fill(Database data)
    {
        var order = DataConnectorRoutes.Make(data, "Order status", data.Now - 90_000);
        (order.Fields["state"], order.Fields["url"], order.Fields["direct_fin_usage"]) =
            ("live", "https://api.sandbox.invalid/orders/{{order_id}}", true);
        order.Fields["headers"] = new JsonArray(new JsonObject { ["name"] = "Authorization", ["value"] = "Bearer sample" });
        order.Fields["data_inputs"] = new JsonArray(new JsonObject
        {
            ["name"] = "order_id", ["type"] = "string", ["description"] = "The number of the order", ["required"] = true,
            ["default_value"] = "",
        });
        var refund = DataConnectorRoutes.Make(data, "Refund", data.Now - 80_000);
        (refund.Fields["http_method"], refund.Fields["url"]) = ("post", "https://api.sandbox.invalid/refunds");

        var good = DataConnectorRoutes.Execute(data, order, data.Now - 1200);
        (good.Fields["response_body"], good.Fields["raw_response_body"]) = ("{\"status\":\"sent\"}", "{\"status\":\"sent\"}");
        var bad = DataConnectorRoutes.Execute(data, order, data.Now - 600);
        (bad.Fields["success"], bad.Fields["http_status"], bad.Fields["error_type"]) = (false, 500, "3rd_party_error");
        (bad.Fields["error_message"], bad.Fields["raw_response_body"]) = ("Server Error", "{\"error\":\"try later\"}");
    }
}
