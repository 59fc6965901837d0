namespace Intercom.PowerShell;

/// <summary>Changes custom attributes, or archives them.</summary>
/// <remarks>This cmdlet does not change an attribute's name or type.</remarks>
/// <example>
/// <para>Sets the description of an attribute.</para>
/// <code>
/// Get-IntercomDataAttribute seats -Model contact |
///     Set-IntercomDataAttribute -Description 'Seats of the contract'
/// </code>
/// <outcome>$writes.Count -eq 1 -and (Get-IntercomDataAttribute seats).Description -eq 'Seats of the contract'</outcome>
/// </example>
/// <example>
/// <para>Archives an attribute, because attributes cannot be deleted, and returns it.</para>
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
    /// <summary>The id of one or more attributes. Intercom's built-in attributes do not have an id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("DataAttributeId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] DataAttributeId { get; set; } = [];

    /// <summary>Archives the attribute ($true) or restores it ($false).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("archived"), Truth]
    public bool? Archived { get; set; }

    /// <summary>Returns the changed attribute.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
