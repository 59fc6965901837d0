namespace Intercom.PowerShell;

/// <summary>Creates collections for articles in the help center.</summary>
/// <example>
/// <para>Creates a collection.</para>
/// <code>New-IntercomCollection 'Invoices' -Description 'All about billing'</code>
/// <outcome>$output[0].Name -eq 'Invoices' -and (Get-IntercomCollection $output[0].Id).Description -eq 'All about billing'</outcome>
/// </example>
/// <example>
/// <para>Creates a collection inside another collection.</para>
/// <code>New-IntercomCollection 'Refunds' -Parent 'Getting started'</code>
/// <outcome>$output[0].Name -eq 'Refunds' -and $output[0].ParentId -eq '8101'</outcome>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomCollection", SupportsShouldProcess = true), OutputType(typeof(Collection))]
[Operation("POST", "help_center/collections")]
public sealed class NewCollectionCommand : CollectionFieldsCommand
{
    /// <summary>The name, in the default language.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("name")]
    public string? Name { get; set; }

    /// <summary>The id of the help center to create the collection in. The default is the workspace's default help center.</summary>
    [Parameter, IntercomId("HelpCenterId"), Body("help_center_id", Form = WireForm.Integer), ArgumentCompleter(typeof(IdCompleter))]
    [FromRow]
    public string? HelpCenterId { get; set; }
}
