namespace Intercom.PowerShell;

/// <summary>Deletes help center articles permanently.</summary>
/// <remarks>To hide an article instead, make it a draft with Set-IntercomArticle.</remarks>
/// <example>
/// <para>Shows which articles would be deleted, without deleting them.</para>
/// <code>Search-IntercomArticle invoice | Remove-IntercomArticle -WhatIf</code>
/// <outcome>$whatif.Count -eq @(Before { Search-IntercomArticle invoice }).Count -and $writes.Count -eq 0</outcome>
/// </example>
/// <example>
/// <para>Deletes one article by its id, without a confirmation prompt.</para>
/// <code>Remove-IntercomArticle 9012 -Confirm:$false</code>
/// <outcome>
/// Test-Same "$($writes.Method) $($writes.Path)" 'DELETE articles/9012'
/// Test-Same (Get-IntercomArticle).Id (Before { Get-IntercomArticle | Where-Object Id -ne 9012 }).Id
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomArticle", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Operation("DELETE", "articles/{ArticleId}", Returns = typeof(object))]
public sealed class RemoveArticleCommand : IntercomWriteCommand
{
    /// <summary>The id of one or more articles.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ArticleId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] ArticleId { get; set; } = [];
}
