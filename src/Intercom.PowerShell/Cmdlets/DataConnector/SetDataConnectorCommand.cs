using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Changes the specified fields of data connectors, such as their state.</summary>
/// <remarks>
/// Headers that are not specified remain. Intercom refuses to make a connector a draft that a workflow or Fin uses (data_connector_in_use).
/// </remarks>
/// <example>
/// <para>Makes a connector live.</para>
/// <code>Set-IntercomDataConnector 7702 -State live</code>
/// <outcome>$writes.Count -eq 1 -and (Get-IntercomDataConnector 7702).State -eq 'live'</outcome>
/// </example>
/// <example>
/// <para>Changes the address of a connector, and returns the connector. Its headers remain.</para>
/// <code>
/// Get-IntercomDataConnector 'Order status' |
///     Set-IntercomDataConnector -PassThru `
///         -Url 'https://api.example.com/v2/orders/{{order_id}}'
/// </code>
/// <outcome>$output[0].Url -match '/v2/' -and $output[0].Headers.Count -eq 1</outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomDataConnector", SupportsShouldProcess = true), OutputType(typeof(DataConnector))]
[Operation("PATCH", "data_connectors/{DataConnectorId}", Retry = RetryClass.Idempotent, Since = "2.16")]
public sealed class SetDataConnectorCommand : DataConnectorFieldsCommand
{
    /// <summary>The id of one or more connectors.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("DataConnectorId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] DataConnectorId { get; set; } = [];

    /// <summary>The new name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("NewName"), Body("name")]
    public string? Name { get; set; }

    /// <summary>The state: live, or draft.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), OneOf("live", "draft"), Body("state")]
    [ArgumentCompleter(typeof(DataConnectorStateCompleter))]
    public string? State { get; set; }

    /// <summary>Returns the changed connector.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) => base.PlanWork(input).Select(Senders.ThenForget);
}

/// <summary>Completes the states of data connectors.</summary>
internal sealed class DataConnectorStateCompleter() : WordCompleter("live", "draft");
