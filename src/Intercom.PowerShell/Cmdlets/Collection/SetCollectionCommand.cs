namespace Intercom.PowerShell;

/// <summary>Changes the specified fields of collections: name, description, parent, translations.</summary>
/// <example>
/// <para>Renames a collection and returns it.</para>
/// <code>Set-IntercomCollection 8101 -Name 'First steps' -PassThru</code>
/// <outcome>
/// $output[0].Id -eq '8101' -and $output[0].Name -eq 'First steps'
/// (Get-IntercomCollection 8102).Name -eq 'Billing'
/// </outcome>
/// </example>
/// <example>
/// <para>Moves a nested collection to the top level.</para>
/// <code>Set-IntercomCollection 8104 -Parent $null</code>
/// <outcome>$writes.Count -eq 1 -and $null -eq (Get-IntercomCollection 8104).ParentId</outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomCollection", SupportsShouldProcess = true), OutputType(typeof(Collection))]
[Operation("PUT", "help_center/collections/{CollectionId}")]
public sealed class SetCollectionCommand : CollectionFieldsCommand
{
    /// <summary>The id of one or more collections.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("CollectionId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] CollectionId { get; set; } = [];

    /// <summary>The name, in the default language.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("name")]
    public string? Name { get; set; }

    /// <summary>Returns the changed collection.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
