using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Deletes internal articles for good.</summary>
/// <example>
/// <para>Shows what would be deleted.</para>
/// <code>Get-IntercomInternalArticle -First 1 | Remove-IntercomInternalArticle -WhatIf</code>
/// </example>
/// <example>
/// <para>Deletes one without the question.</para>
/// <code>New-IntercomInternalArticle 'For a moment' | Remove-IntercomInternalArticle -Confirm:$false</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomInternalArticle", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Operation("DELETE", "internal_articles/{InternalArticleId}", Returns = typeof(object))]
public sealed class RemoveInternalArticleCommand : IntercomWriteCommand
{
    /// <summary>The id of one or several of them.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("InternalArticleId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[] InternalArticleId { get; set; } = [];

    /// <inheritdoc/>
    protected override bool IsSilent => true;
}
