using System.Collections;

namespace Intercom.PowerShell;

/// <summary>Prepares changes of published articles as drafts. Customers do not see them until the draft is published.</summary>
/// <remarks>
/// A draft contains texts only. Change the state, the collection and the audience with Set-IntercomArticle. An article that was never
/// published is itself a draft, and does not accept another one.
/// </remarks>
/// <example>
/// <para>Prepares a new title and text. The published article does not change.</para>
/// <code>
/// Set-IntercomArticleDraft 9007 -Title 'Import your contacts' `
///     -BodyMarkdown "# Import`n`nOpen Settings."
/// </code>
/// <outcome>
/// (Get-IntercomArticleDraft 9007).Title -eq 'Import your contacts'
/// (Get-IntercomArticleDraft 9007).Body -eq '&lt;h1&gt;Import&lt;/h1&gt;&lt;p&gt;Open Settings.&lt;/p&gt;'
/// (Get-IntercomArticle 9007).Title -eq 'Import contacts'
/// </outcome>
/// </example>
/// <example>
/// <para>Prepares the text of an earlier version, to publish it again.</para>
/// <code>
/// $earlier = Get-IntercomArticleVersion 9007 | Select-Object -Last 1 |
///     Get-IntercomArticleVersion
/// Set-IntercomArticleDraft 9007 -Title $earlier.Title -Body $earlier.Body
/// </code>
/// <outcome>(Get-IntercomArticleDraft 9007).Title -eq 'Import contacts (beta)'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomArticleDraft", SupportsShouldProcess = true), OutputType(typeof(Article))]
[Operation("PUT", "articles/{ArticleId}/draft", Since = "2.16")]
// A piped article has the published texts, which are not those that the draft had.
[Undo(null)]
public sealed class SetArticleDraftCommand : IntercomWriteCommand
{
    /// <summary>The id of one or more published articles.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ArticleId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] ArticleId { get; set; } = [];

    /// <summary>The title, in the default language.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("title")]
    public string? Title { get; set; }

    /// <summary>A short description of the article, in the default language.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("description")]
    public string? Description { get; set; }

    /// <summary>The body of the article as HTML, in the default language.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("body")]
    public string? Body { get; set; }

    /// <summary>The body of the article as Markdown, in the default language, instead of -Body.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("body_markdown")]
    public string? BodyMarkdown { get; set; }

    /// <summary>Translations of the article by language code: @{ fr = @{ title = '...'; body = '...' } }.</summary>
    [Parameter, Alias("Translation"), Body("translated_content"), Table, FromRow]
    public Hashtable? TranslatedContent { get; set; }

    /// <summary>Returns the article with its draft.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        if (input.Has(nameof(Body)) && input.Has(nameof(BodyMarkdown))) throw CommandErrors.TwoBodies();
        return base.PlanWork(input).Select(work =>
        {
            var changed = work.Request.Body is null ? work : work.Change(body => TranslatedFields.NameTypes(body, "article"));
            return changed with { Doing = $"Update the draft of {work.Resource}{WorkText.Fields(work)}" };
        });
    }
}
