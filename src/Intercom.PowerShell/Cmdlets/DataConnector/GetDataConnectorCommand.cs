using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Lists the data connectors of the workspace, or gets them by id or name with all their fields.</summary>
/// <remarks>The list contains neither addresses nor headers, inputs and mappings.</remarks>
/// <example>
/// <para>Lists the connectors.</para>
/// <code>Get-IntercomDataConnector</code>
/// <outcome>Test-Same $output.Name 'Order status', 'Refund'</outcome>
/// </example>
/// <example>
/// <para>Shows the address and the inputs of one connector.</para>
/// <code>
/// Get-IntercomDataConnector 'Order status' | Select-Object Url, DataInputs
/// </code>
/// <outcome>$output[0].Url -match 'order_id' -and $output[0].DataInputs[0]['name'] -eq 'order_id'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomDataConnector", SupportsPaging = true), OutputType(typeof(Intercom.DataConnector))]
[Operation("GET", "data_connectors", ParameterSet = "List", Paging = PageShape.Cursor, Items = "data", PageSize = 50, Since = "2.16")]
[Operation("GET", "data_connectors/{DataConnectorId}", ParameterSet = "Id", Since = "2.16")]
public sealed class GetDataConnectorCommand : NamedReadCommand
{
    /// <summary>The id or name of one or more connectors. A name can contain wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("DataConnectorId"), Selects("Id")]
    [SupportsWildcards, OrNameOf(typeof(DataConnector)), ArgumentCompleter(typeof(IdCompleter))]
    public string[] DataConnectorId { get; set; } = [];

    /// <summary>The version to return: live, which is the default, or draft.</summary>
    [Parameter, OnlyFor("Id"), ValidateSet("live", "draft"), Query("state_version")]
    public string? StateVersion { get; set; }

    /// <summary>Returns only connectors with this name. Wildcards are allowed.</summary>
    [Parameter, OnlyFor("List"), SupportsWildcards, ArgumentCompleter(typeof(NameCompleter<DataConnector>))]
    public override string[] Name { get; set; } = [];
}
