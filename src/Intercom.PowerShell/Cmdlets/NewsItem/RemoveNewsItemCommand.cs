namespace Intercom.PowerShell;

/// <summary>Deletes news items permanently.</summary>
/// <example>
/// <para>Shows what would be deleted without deleting anything.</para>
/// <code>Remove-IntercomNewsItem 7903 -WhatIf</code>
/// <outcome>$whatif.Count -eq 1 -and $writes.Count -eq 0</outcome>
/// </example>
/// <example>
/// <para>Deletes one news item by its id without a confirmation prompt.</para>
/// <code>Remove-IntercomNewsItem 7903 -Confirm:$false</code>
/// <outcome>
/// $writes.Count -eq 1 -and $writes[0].Method -eq 'DELETE'
/// Test-Same (Get-IntercomNewsItem).Id '7901', '7902'
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomNewsItem", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Operation("DELETE", "news/news_items/{NewsItemId}", Returns = typeof(object))]
public sealed class RemoveNewsItemCommand : IntercomWriteCommand
{
    /// <summary>The id of one or more news items.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("NewsItemId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] NewsItemId { get; set; } = [];
}
