namespace Intercom.PowerShell;

/// <summary>Deletes external pages, so that Fin no longer answers from them.</summary>
/// <example>
/// <para>Shows what would be deleted without deleting anything.</para>
/// <code>Remove-IntercomExternalPage 7503 -WhatIf</code>
/// <outcome>$whatif.Count -eq 1 -and $writes.Count -eq 0</outcome>
/// </example>
/// <example>
/// <para>Deletes one page by its id without a confirmation prompt.</para>
/// <code>Remove-IntercomExternalPage 7503 -Confirm:$false</code>
/// <outcome>
/// $writes.Count -eq 1 -and $writes[0].Method -eq 'DELETE'
/// Test-Same (Get-IntercomExternalPage).Id '7501', '7502'
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomExternalPage", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Operation("DELETE", "ai/external_pages/{ExternalPageId}", Returns = typeof(object))]
public sealed class RemoveExternalPageCommand : IntercomWriteCommand
{
    /// <summary>The id of one or more external pages.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ExternalPageId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] ExternalPageId { get; set; } = [];
}
