namespace Intercom.PowerShell;

/// <summary>Creates data connectors, as drafts. Set-IntercomDataConnector makes them live.</summary>
/// <example>
/// <para>Creates a connector that gets an order by its number.</para>
/// <code>
/// $order = @{ name = 'number'; type = 'string'; required = $true
///     description = 'The number of the order' }
/// New-IntercomDataConnector 'Find order' -HttpMethod get -DataInput $order `
///     -Url 'https://api.example.com/orders/{{number}}'
/// </code>
/// <outcome>$output[0].State -eq 'draft' -and $output[0].DataInputs[0]['name'] -eq 'number'</outcome>
/// </example>
/// <example>
/// <para>Creates a connector with a header, whose value Intercom no longer shows.</para>
/// <code>
/// New-IntercomDataConnector Stock -Url https://api.example.com/stock `
///     -Header @{ 'X-Api-Key' = 'secret' }
/// </code>
/// <outcome>$output[0].Headers[0]['name'] -eq 'X-Api-Key' -and $output[0].Headers[0]['value'] -eq '****'</outcome>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomDataConnector", SupportsShouldProcess = true), OutputType(typeof(DataConnector))]
[Operation("POST", "data_connectors", Since = "2.16")]
public sealed class NewDataConnectorCommand : DataConnectorFieldsCommand
{
    /// <summary>The connector's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("name")]
    public string? Name { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) => base.PlanWork(input).Select(Senders.ThenForget);
}
