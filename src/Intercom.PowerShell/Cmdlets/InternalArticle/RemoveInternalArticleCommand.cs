namespace Intercom.PowerShell;

/// <summary>Deletes internal articles permanently.</summary>
/// <example>
/// <para>Shows what would be deleted without deleting anything.</para>
/// <code>Remove-IntercomInternalArticle 9503 -WhatIf</code>
/// <outcome>$whatif.Count -eq 1 -and $writes.Count -eq 0</outcome>
/// </example>
/// <example>
/// <para>Deletes one article by its id without a confirmation prompt.</para>
/// <code>Remove-IntercomInternalArticle 9503 -Confirm:$false</code>
/// <outcome>
/// $writes.Count -eq 1 -and $writes[0].Method -eq 'DELETE'
/// Test-Same (Get-IntercomInternalArticle).Id '9501', '9502', '9504', '9505'
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomInternalArticle", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Operation("DELETE", "internal_articles/{InternalArticleId}", Returns = typeof(object))]
public sealed class RemoveInternalArticleCommand : IntercomWriteCommand
{
    /// <summary>The id of one or more internal articles.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("InternalArticleId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] InternalArticleId { get; set; } = [];
}
