using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Changes custom attributes, or archives them. The name and the type stay as they are.</summary>
[Cmdlet(VerbsCommon.Set, "IntercomDataAttribute", SupportsShouldProcess = true), OutputType(typeof(Intercom.DataAttribute))]
[Operation("PUT", "data_attributes/{DataAttributeId}")]
public sealed class SetDataAttributeCommand : DataAttributeFieldsCommand
{
    /// <summary>The attribute's id; Intercom's own attributes have none.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("DataAttributeId")]
    public string[] DataAttributeId { get; set; } = [];

    /// <summary>True archives the attribute, false brings it back.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("archived")]
    public bool? Archived { get; set; }

    /// <summary>Gives the changed attribute.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
