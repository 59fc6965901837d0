using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Deletes collections of the help center. The articles in them stay, without a collection.</summary>
/// <example>
/// <para>Shows what would be deleted.</para>
/// <code>Get-IntercomCollection -First 1 | Remove-IntercomCollection -WhatIf</code>
/// </example>
/// <example>
/// <para>Deletes a collection without the question.</para>
/// <code>New-IntercomCollection 'For a moment' | Remove-IntercomCollection -Confirm:$false</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomCollection", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Operation("DELETE", "help_center/collections/{CollectionId}", Returns = typeof(object))]
public sealed class RemoveCollectionCommand : IntercomWriteCommand
{
    /// <summary>The id of one or several of them.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("CollectionId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[] CollectionId { get; set; } = [];

    /// <inheritdoc/>
    protected override bool IsSilent => true;
}
