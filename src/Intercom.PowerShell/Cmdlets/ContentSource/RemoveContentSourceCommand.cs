using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Deletes content sources and all pages in them.</summary>
/// <example>
/// <para>Shows what would be deleted.</para>
/// <code>Get-IntercomContentSource | Remove-IntercomContentSource -WhatIf</code>
/// </example>
/// <example>
/// <para>Deletes a source without the question.</para>
/// <code>New-IntercomContentSource https://gone.example.com | Remove-IntercomContentSource -Confirm:$false</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomContentSource", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Operation("DELETE", "ai/content_import_sources/{ContentSourceId}", Returns = typeof(object))]
public sealed class RemoveContentSourceCommand : IntercomWriteCommand
{
    /// <summary>The id of one or several of them.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ContentSourceId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[] ContentSourceId { get; set; } = [];

    /// <inheritdoc/>
    protected override bool IsSilent => true;
}
