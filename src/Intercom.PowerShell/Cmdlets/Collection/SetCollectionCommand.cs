using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Changes the given fields of collections: name, description, place, translations.</summary>
/// <example>
/// <para>Renames a collection.</para>
/// <code>Get-IntercomCollection -First 1 | Set-IntercomCollection -Name 'First steps' -PassThru</code>
/// </example>
/// <example>
/// <para>Brings a collection up to the first level.</para>
/// <code>Get-IntercomCollection | Where-Object ParentId | Set-IntercomCollection -Parent $null</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomCollection", SupportsShouldProcess = true), OutputType(typeof(Collection))]
[Operation("PUT", "help_center/collections/{CollectionId}")]
public sealed class SetCollectionCommand : CollectionFieldsCommand
{
    /// <summary>The id of one or several collections.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("CollectionId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[] CollectionId { get; set; } = [];

    /// <summary>The name, in the default language.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("name")]
    public string? Name { get; set; }

    /// <summary>Gives the changed collection.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
