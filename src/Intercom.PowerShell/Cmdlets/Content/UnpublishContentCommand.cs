using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Unpublishes many articles, so that they are drafts again.</summary>
/// <remarks>
/// Intercom performs the action later, and does not report its result. A request has up to 1,000 items. Only articles are accepted, because
/// Intercom ignores all other items silently.
/// </remarks>
/// <example>
/// <para>Shows what would happen, without doing it.</para>
/// <code>
/// Search-IntercomContent invoice -ContentType article |
///     Unpublish-IntercomContent -WhatIf
/// </code>
/// <outcome>$whatif.Count -eq 1 -and $whatif[0] -match '^Unpublish content: article content ' -and $writes.Count -eq 0</outcome>
/// </example>
/// <example>
/// <para>Unpublishes the English text of an article.</para>
/// <code>
/// Search-IntercomContent 'Import contacts' -ContentType article |
///     ForEach-Object Contents | Where-Object Locale -eq en |
///     Unpublish-IntercomContent
/// </code>
/// <outcome>$writes.Count -eq 1 -and (Get-IntercomArticle 9007).State -eq 'draft'</outcome>
/// </example>
[Cmdlet(VerbsData.Unpublish, "IntercomContent", SupportsShouldProcess = true), OutputType(typeof(ContentBulkAction))]
[Operation("POST", "content/bulk_actions", Retry = RetryClass.Idempotent, Since = "2.16")]
[BodyValue("action", "unpublish")]
public sealed class UnpublishContentCommand : ContentActionCommand
{
    /// <inheritdoc/>
    private protected override IEnumerable<ContentAction> Actions() => [ContentAction.Unpublish];
}
