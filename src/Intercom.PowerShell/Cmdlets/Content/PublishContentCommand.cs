using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Publishes many articles, each in the languages that a search found.</summary>
/// <remarks>
/// Intercom performs the action later, and does not report its result. A request has up to 1,000 items. Only articles are accepted, because
/// Intercom ignores all other items silently.
/// </remarks>
/// <example>
/// <para>Shows what would happen, without doing it.</para>
/// <code>
/// Search-IntercomContent invoice -ContentType article |
///     Publish-IntercomContent -WhatIf
/// </code>
/// <outcome>$whatif.Count -eq 1 -and $whatif[0] -match '^Publish content: article content ' -and $writes.Count -eq 0</outcome>
/// </example>
/// <example>
/// <para>Publishes all drafts of articles with one request, and returns Intercom's answer.</para>
/// <code>
/// Search-IntercomContent -ContentType article -State draft |
///     Publish-IntercomContent -PassThru
/// </code>
/// <outcome>
/// $output[0].Status -eq 'queued' -and $writes.Count -eq 1
/// -not (Get-IntercomArticle | Where-Object State -eq draft)
/// </outcome>
/// </example>
[Cmdlet(VerbsData.Publish, "IntercomContent", SupportsShouldProcess = true), OutputType(typeof(ContentBulkAction))]
[Operation("POST", "content/bulk_actions", Retry = RetryClass.Idempotent, Since = "2.16")]
[BodyValue("action", "publish")]
public sealed class PublishContentCommand : ContentActionCommand
{
    /// <inheritdoc/>
    private protected override IEnumerable<ContentAction> Actions() => [ContentAction.Publish];
}
