using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Lists the requests that data connectors sent in the last hour, or gets them by id with their bodies.</summary>
/// <remarks>Bodies can contain personal data.</remarks>
/// <example>
/// <para>Lists the requests of one connector that failed.</para>
/// <code>Get-IntercomDataConnectorExecution 7701 -Success $false</code>
/// <outcome>$output.Count -eq 1 -and $output[0].ErrorType -eq '3rd_party_error'</outcome>
/// </example>
/// <example>
/// <para>Gets one request with its bodies.</para>
/// <code>Get-IntercomDataConnectorExecution 7701 77002</code>
/// <outcome>$output[0].HttpStatus -eq 500 -and $output[0].RawResponseBody -match 'error'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomDataConnectorExecution", SupportsPaging = true), OutputType(typeof(DataConnectorExecution))]
[Operation("GET", "data_connectors/{DataConnectorId}/execution_results", ParameterSet = "List", Paging = PageShape.Cursor, Items = "data",
    PageSize = 30, Since = "2.16")]
[Operation("GET", "data_connectors/{DataConnectorId}/execution_results/{DataConnectorExecutionId}", ParameterSet = "Id",
    Resource = nameof(DataConnectorExecutionId), Since = "2.16")]
public sealed class GetDataConnectorExecutionCommand : IntercomReadCommand
{
    /// <summary>The id of the connector.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), IntercomId("DataConnectorId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string? DataConnectorId { get; set; }

    /// <summary>The id of one or more executions of the connector.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true), Alias("Id", "ExecutionId"), IntercomId("DataConnectorExecutionId"), Selects("Id")]
    public string[] DataConnectorExecutionId { get; set; } = [];

    /// <summary>Returns executions at or after this time. The default is one hour ago.</summary>
    [Parameter, OnlyFor("List"), DateInput(IsBack = true), Query("start_ts")]
    public DateTime? After { get; set; }

    /// <summary>Returns executions at or before this time.</summary>
    [Parameter, OnlyFor("List"), DateInput(IsBack = true, IsEnd = true), Query("end_ts")]
    public DateTime? Before { get; set; }

    /// <summary>Whether the executions to return succeeded.</summary>
    [Parameter, OnlyFor("List"), Truth, Query("success")]
    public bool? Success { get; set; }

    /// <summary>The kind of error of the executions to return.</summary>
    [Parameter, OnlyFor("List"), Query("error_type")]
    [ValidateSet("request_configuration_error", "faraday_error", "3rd_party_error", "response_mapping_error", "token_refresh_error",
        "fin_action_response_formatting_error", "fin_action_identity_verification_error", "email_verification_error",
        "non_fin_standalone_action_identity_verification_error", "request_validation_error", "client_side_action_error")]
    public string? ErrorType { get; set; }

    /// <summary>Returns the bodies of requests and responses too.</summary>
    [Parameter, OnlyFor("List"), Query("include_bodies")]
    public SwitchParameter IncludeBody { get; set; }
}
