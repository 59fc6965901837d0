namespace Intercom;

/// <summary>A request to another service that Fin and workflows can send. Lists contain only a part of it.</summary>
public sealed class DataConnector : IntercomObject
{
    /// <summary>Intercom's id of the connector.</summary>
    public string? Id { get; set; }

    /// <summary>The connector's name.</summary>
    public string? Name { get; set; }

    /// <summary>What the connector does. Fin decides by it when to use the connector.</summary>
    public string? Description { get; set; }

    /// <summary><c>draft</c> or <c>live</c>.</summary>
    public string? State { get; set; }

    /// <summary>The HTTP method, such as <c>get</c>.</summary>
    public string? HttpMethod { get; set; }

    /// <summary>The address, which may contain placeholders such as <c>{{order_id}}</c>.</summary>
    public string? Url { get; set; }

    /// <summary>The body of the request, which may contain placeholders.</summary>
    public string? Body { get; set; }

    /// <summary>The headers. Intercom shows stars in place of their values.</summary>
    public ItemList<object>? Headers { get; set; }

    /// <summary>True when Fin uses the connector by itself, and not only workflows.</summary>
    public bool? DirectFinUsage { get; set; }

    /// <summary>The kinds of people that it serves: <c>users</c>, <c>leads</c> and <c>visitors</c>.</summary>
    public ItemList<string>? Audiences { get; set; }

    /// <summary>The inputs, each with a name, a type and a description.</summary>
    public ItemList<object>? DataInputs { get; set; }

    /// <summary>The fields of the response.</summary>
    public ItemList<object>? ResponseFields { get; set; }

    /// <summary>Which fields of the response set which attributes.</summary>
    public ItemList<object>? ObjectMappings { get; set; }

    /// <summary>The ids of the tokens that the request is sent with.</summary>
    public ItemList<string>? TokenIds { get; set; }

    /// <summary>True when the customer must have proved who they are.</summary>
    public bool? CustomerAuthentication { get; set; }

    /// <summary>True when the address is public.</summary>
    public bool? BypassAuthentication { get; set; }

    /// <summary>True when the request is not sent without its required inputs.</summary>
    public bool? ValidateMissingAttributes { get; set; }

    /// <summary><c>server_side</c> or <c>client_side</c>.</summary>
    public string? ExecutionType { get; set; }

    /// <summary>How the response is known: <c>test_response_type</c> or <c>mock_response_type</c>.</summary>
    public string? ConfigurationResponseType { get; set; }

    /// <summary>How the response is passed on.</summary>
    public string? DataTransformationType { get; set; }

    /// <summary>The function in the browser that a client-side connector calls. Null for others.</summary>
    public string? ClientFunctionName { get; set; }

    /// <summary>The time that the function may take, in milliseconds.</summary>
    public long? ClientFunctionTimeoutMs { get; set; }

    /// <summary>The path of the list of executions. Get-IntercomDataConnectorExecution reads it.</summary>
    public string? ExecutionResultsUrl { get; set; }

    /// <summary>The id of the admin who created the connector.</summary>
    public string? CreatedByAdminId { get; set; }

    /// <summary>The id of the admin who last changed the connector.</summary>
    public string? UpdatedByAdminId { get; set; }

    /// <summary>When the connector was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the connector was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The connector's name or id.</summary>
    public override string ToString() => FirstOf(Name, Id);
}
