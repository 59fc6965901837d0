using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Deletes external pages: Fin does not answer from them any more.</summary>
/// <example>
/// <para>Shows what would be deleted.</para>
/// <code>Get-IntercomExternalPage | Remove-IntercomExternalPage -WhatIf</code>
/// </example>
/// <example>
/// <para>Deletes a page without the question.</para>
/// <code>Get-IntercomExternalPage -First 1 | Remove-IntercomExternalPage -Confirm:$false</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomExternalPage", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Operation("DELETE", "ai/external_pages/{ExternalPageId}", Returns = typeof(object))]
public sealed class RemoveExternalPageCommand : IntercomWriteCommand
{
    /// <summary>The id of one or several of them.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ExternalPageId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[] ExternalPageId { get; set; } = [];

    /// <inheritdoc/>
    protected override bool IsSilent => true;
}
