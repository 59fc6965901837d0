using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Changes custom attributes, or archives them. The name and the type stay as they are.</summary>
/// <example>
/// <para>Says what an attribute is for.</para>
/// <code>Get-IntercomDataAttribute seats | Set-IntercomDataAttribute -Description 'Seats of the contract'</code>
/// </example>
/// <example>
/// <para>Archives an attribute; it cannot be deleted.</para>
/// <code>Get-IntercomDataAttribute score -Model contact | Set-IntercomDataAttribute -Archived $true -PassThru</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomDataAttribute", SupportsShouldProcess = true), OutputType(typeof(Intercom.DataAttribute))]
[Operation("PUT", "data_attributes/{DataAttributeId}")]
public sealed class SetDataAttributeCommand : DataAttributeFieldsCommand
{
    /// <summary>The attribute's id; Intercom's own attributes have none.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("DataAttributeId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[] DataAttributeId { get; set; } = [];

    /// <summary>True archives the attribute, false brings it back.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("archived")]
    public bool? Archived { get; set; }

    /// <summary>Gives the changed attribute.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
