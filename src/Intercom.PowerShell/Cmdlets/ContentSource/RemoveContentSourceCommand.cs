namespace Intercom.PowerShell;

/// <summary>Deletes content sources and all pages in them.</summary>
/// <example>
/// <para>Shows which source would be deleted, without deleting it.</para>
/// <code>Remove-IntercomContentSource 7002 -WhatIf</code>
/// <outcome>$whatif.Count -eq 1 -and $writes.Count -eq 0</outcome>
/// </example>
/// <example>
/// <para>Creates a source, then deletes it without a confirmation prompt.</para>
/// <code>
/// $source = New-IntercomContentSource https://docs.example.com
/// $source | Remove-IntercomContentSource -Confirm:$false
/// </code>
/// <outcome>
/// $writes[-1].Method -eq 'DELETE'
/// Test-Same (Get-IntercomContentSource).Id (Before { Get-IntercomContentSource }).Id
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomContentSource", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Operation("DELETE", "ai/content_import_sources/{ContentSourceId}", Returns = typeof(object))]
public sealed class RemoveContentSourceCommand : IntercomWriteCommand
{
    /// <summary>The id of one or more content sources.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ContentSourceId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] ContentSourceId { get; set; } = [];
}
