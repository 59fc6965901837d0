using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Deletes news for good.</summary>
/// <example>
/// <para>Shows what would be deleted.</para>
/// <code>Get-IntercomNewsItem -First 1 | Remove-IntercomNewsItem -WhatIf</code>
/// </example>
/// <example>
/// <para>Deletes an item without the question.</para>
/// <code>New-IntercomNewsItem 'For a moment' | Remove-IntercomNewsItem -Confirm:$false</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomNewsItem", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Operation("DELETE", "news/news_items/{NewsItemId}", Returns = typeof(object))]
public sealed class RemoveNewsItemCommand : IntercomWriteCommand
{
    /// <summary>The id of one or several of them.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("NewsItemId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[] NewsItemId { get; set; } = [];

    /// <inheritdoc/>
    protected override bool IsSilent => true;
}
