using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Deletes articles of the help center for good. To take one out of sight only, make it a draft with Set-IntercomArticle.</summary>
/// <example>
/// <para>Shows what would be deleted.</para>
/// <code>Search-IntercomArticle invoice | Remove-IntercomArticle -WhatIf</code>
/// </example>
/// <example>
/// <para>Deletes an article without the question.</para>
/// <code>New-IntercomArticle 'For a moment' | Remove-IntercomArticle -Confirm:$false</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomArticle", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Operation("DELETE", "articles/{ArticleId}", Returns = typeof(object))]
public sealed class RemoveArticleCommand : IntercomWriteCommand
{
    /// <summary>The id of one or several of them.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ArticleId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[] ArticleId { get; set; } = [];

    /// <inheritdoc/>
    protected override bool IsSilent => true;
}
