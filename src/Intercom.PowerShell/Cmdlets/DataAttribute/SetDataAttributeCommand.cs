using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Changes custom attributes, or archives them. The name and the type stay as they are.</summary>
/// <example>
/// <para>Describes an attribute.</para>
/// <code>
/// Get-IntercomDataAttribute seats -Model contact |
///     Set-IntercomDataAttribute -Description 'Seats of the contract'
/// </code>
/// <outcome>$writes.Count -eq 1 -and (Get-IntercomDataAttribute seats).Description -eq 'Seats of the contract'</outcome>
/// </example>
/// <example>
/// <para>Archives an attribute, which cannot be deleted, and shows it.</para>
/// <code>
/// Get-IntercomDataAttribute score -Model contact |
///     Set-IntercomDataAttribute -Archived $true -PassThru
/// </code>
/// <outcome>
/// $output[0].Name -eq 'score' -and $output[0].Archived
/// (Get-IntercomDataAttribute -Custom).Name -notcontains 'score'
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomDataAttribute", SupportsShouldProcess = true), OutputType(typeof(Intercom.DataAttribute))]
[Operation("PUT", "data_attributes/{DataAttributeId}")]
public sealed class SetDataAttributeCommand : DataAttributeFieldsCommand
{
    /// <summary>The attribute's id; Intercom's own attributes have none.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("DataAttributeId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[] DataAttributeId { get; set; } = [];

    /// <summary>True archives the attribute, false brings it back.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("archived"), Truth]
    public bool? Archived { get; set; }

    /// <summary>Gives the changed attribute.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
