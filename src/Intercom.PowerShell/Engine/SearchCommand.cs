using System.Collections;
using System.Management.Automation;
using System.Text.Json.Nodes;
using Intercom.Http;
using Intercom.Json;

namespace Intercom.PowerShell;

/// <summary>What the searches share: the query and the order.</summary>
public abstract class SearchCommand : IntercomReadCommand
{
    /// <summary>The filter.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public object Query { get; set; } = "";

    /// <inheritdoc/>
    protected override ApiRequest Complete(ApiRequest request)
    {
        var value = CommandPlan.Unwrap(Query);
        return request.WithBody(new JsonObject { ["query"] = value is string text ? JsonNode.Parse(text) : PlainValue.ToNode(value) });
    }
}
