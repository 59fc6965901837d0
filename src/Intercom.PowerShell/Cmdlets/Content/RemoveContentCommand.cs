using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Deletes many items of content permanently: articles, internal articles, snippets and files.</summary>
/// <remarks>
/// Intercom performs the action later, and does not report its result. It skips articles that were imported from another product. External
/// pages are not accepted, because Intercom ignores them silently: use Remove-IntercomExternalPage.
/// </remarks>
/// <example>
/// <para>Shows what would be deleted, without deleting anything.</para>
/// <code>
/// Search-IntercomContent -ContentType content_snippet |
///     Remove-IntercomContent -WhatIf
/// </code>
/// <outcome>$whatif.Count -eq 1 -and $whatif[0] -match '^Delete content: content snippet 66' -and $writes.Count -eq 0</outcome>
/// </example>
/// <example>
/// <para>Deletes two snippets by their ids without a confirmation prompt.</para>
/// <code>
/// Remove-IntercomContent 6602, 6603 -Type content_snippet -Confirm:$false
/// </code>
/// <outcome>$writes.Count -eq 1 -and "$((Get-IntercomContentSnippet).Id)" -eq '6601'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomContent", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ContentBulkAction))]
[Operation("POST", "content/bulk_actions", Retry = RetryClass.Idempotent, Since = "2.16")]
[BodyValue("action", "delete")]
public sealed class RemoveContentCommand : ContentActionCommand
{
    /// <inheritdoc/>
    private protected override IEnumerable<ContentAction> Actions() => [ContentAction.Delete];
}
