namespace Intercom;

/// <summary>One request that a data connector sent.</summary>
public sealed class DataConnectorExecution : IntercomObject
{
    /// <summary>Intercom's id of the execution.</summary>
    public string? Id { get; set; }

    /// <summary>The id of the connector.</summary>
    public string? DataConnectorId { get; set; }

    /// <summary>True when the other service answered as expected.</summary>
    public bool? Success { get; set; }

    /// <summary>The HTTP status of the response.</summary>
    public long? HttpStatus { get; set; }

    /// <summary>The HTTP method.</summary>
    public string? HttpMethod { get; set; }

    /// <summary>The kind of error, such as <c>3rd_party_error</c>. Null without an error.</summary>
    public string? ErrorType { get; set; }

    /// <summary>The error in words.</summary>
    public string? ErrorMessage { get; set; }

    /// <summary>The duration in milliseconds.</summary>
    public long? ExecutionTimeMs { get; set; }

    /// <summary>What sent the request, such as <c>fin</c> or <c>workflow</c>.</summary>
    public string? SourceType { get; set; }

    /// <summary>The id of what sent the request.</summary>
    public string? SourceId { get; set; }

    /// <summary>The id of the conversation, if there was one.</summary>
    public string? ConversationId { get; set; }

    /// <summary>When the request was sent.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>The address, without its query.</summary>
    public string? RequestUrl { get; set; }

    /// <summary>The body of the request. In lists, only with -IncludeBody.</summary>
    public string? RequestBody { get; set; }

    /// <summary>The mapped body of the response. In lists, only with -IncludeBody.</summary>
    public string? ResponseBody { get; set; }

    /// <summary>The body of the response as it was received. In lists, only with -IncludeBody.</summary>
    public string? RawResponseBody { get; set; }

    /// <summary>The method, the status, and the error.</summary>
    public override string ToString() => $"{HttpMethod} {HttpStatus} {ErrorType}".Trim();
}
