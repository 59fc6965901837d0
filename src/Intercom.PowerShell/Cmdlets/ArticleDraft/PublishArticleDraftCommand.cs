namespace Intercom.PowerShell;

/// <summary>Publishes the drafts of articles, so that customers read the prepared texts.</summary>
/// <remarks>
/// Intercom requires -Locale in a workspace with several languages. If the draft was published although the response was lost, the cmdlet
/// recognizes this when it repeats the request.
/// </remarks>
/// <example>
/// <para>Publishes the draft of an article, and returns the article.</para>
/// <code>
/// Set-IntercomArticleDraft 9007 -Title 'Import your contacts'
/// Publish-IntercomArticleDraft 9007 -PassThru
/// </code>
/// <outcome>$output[0].Title -eq 'Import your contacts' -and (Get-IntercomArticle 9007).Title -eq 'Import your contacts'</outcome>
/// </example>
/// <example>
/// <para>Publishes only the French text of a draft.</para>
/// <code>
/// Set-IntercomArticleDraft 9007 -Title 'Import your contacts' `
///     -TranslatedContent @{ fr = @{ title = 'Importer des contacts' } }
/// Publish-IntercomArticleDraft 9007 -Locale fr
/// </code>
/// <outcome>
/// (Get-IntercomArticle 9007).TranslatedContent.fr.Title -eq 'Importer des contacts'
/// (Get-IntercomArticle 9007).Title -eq 'Import contacts'
/// </outcome>
/// </example>
[Cmdlet(VerbsData.Publish, "IntercomArticleDraft", SupportsShouldProcess = true), OutputType(typeof(Article))]
[Operation("POST", "articles/{ArticleId}/draft/publish", Retry = Http.RetryClass.Idempotent, Redone = "parameter_invalid", Since = "2.16")]
public sealed class PublishArticleDraftCommand : IntercomWriteCommand
{
    /// <summary>The id of one or more articles.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ArticleId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] ArticleId { get; set; } = [];

    /// <summary>The languages to publish, by their codes, such as en and fr.</summary>
    [Parameter, Alias("Language"), ValidateNotNullOrEmpty, Body("locales")]
    public string[]? Locale { get; set; }

    /// <summary>Returns the article.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) => base.PlanWork(input).Select(work =>
        work.SentBy(static async (request, context) => await context.SendAsync(request).ConfigureAwait(false)
            // The answer of the try that published the draft was lost.
            ?? (context.PassThru
                ? await context.SendAsync(CommandPlan.RequestOf<GetArticleCommand>("Id", request.Resource!.Id!)).ConfigureAwait(false)
                : null)) with
        {
            Doing = $"Publish the draft of {work.Resource}{(Locale is null ? "" : " in " + string.Join(", ", Locale))}",
        });
}
