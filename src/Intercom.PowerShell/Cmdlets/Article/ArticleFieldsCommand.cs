using System.Collections;

namespace Intercom.PowerShell;

/// <summary>The fields that New- and Set-IntercomArticle share.</summary>
public abstract class ArticleFieldsCommand : IntercomWriteCommand
{
    /// <summary>A short description of the article, in the default language.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("description")]
    public string? Description { get; set; }

    /// <summary>The body of the article as HTML, in the default language.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("body")]
    public string? Body { get; set; }

    /// <summary>The body of the article as Markdown, in the default language, instead of -Body.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("body_markdown"), Since("2.16")]
    public string? BodyMarkdown { get; set; }

    /// <summary>The ids of the audiences that may read the article, in every language. An empty list removes the restriction.</summary>
    [Parameter, AllowEmptyCollection, IntercomId("AudienceId"), Body("audience_ids", Form = WireForm.Integer), Since("2.16")]
    public string[]? AudienceId { get; set; }

    /// <summary>When the article is published: a time in the future, or words such as monday and +3d.</summary>
    [Parameter, Body("scheduled_publish_at"), DateInput(IsAhead = true), ArgumentCompleter(typeof(FutureDateCompleter)), Since("2.16")]
    public DateTime? ScheduledPublishAt { get; set; }

    /// <summary>When the article stops being published: a time in the future, or words such as monday and +3d.</summary>
    [Parameter, Body("scheduled_unpublish_at"), DateInput(IsAhead = true), ArgumentCompleter(typeof(FutureDateCompleter)), Since("2.16")]
    public DateTime? ScheduledUnpublishAt { get; set; }

    /// <summary>The state: published or draft. New articles are drafts by default.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), OneOf("published", "draft"), ArgumentCompleter(typeof(ArticleStateCompleter))]
    [Body("state")]
    public string? State { get; set; }

    /// <summary>Translations of the article by language code: @{ fr = @{ title = '...'; body = '...'; state = 'published' } }.</summary>
    [Parameter, Alias("Translation"), Body("translated_content"), Table, FromRow]
    public Hashtable? TranslatedContent { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        if (input.Has(nameof(Body)) && input.Has(nameof(BodyMarkdown)))
        {
            // An article that was read has both forms of its text.
            if (!input.IsCopy || input.IsOnCommandLine(nameof(BodyMarkdown))) throw CommandErrors.TwoBodies();
            input = input.Without(nameof(BodyMarkdown));
        }
        return base.PlanWork(input).Select(work => work.Request.Body is null ? work : work.Change(body =>
        {
            TranslatedFields.NameTypes(body, "article");
            if (input.Bound.TryGetValue("Collection", out var collection) && collection is not null) body["parent_type"] = "collection";
        }));
    }
}

/// <summary>Completes the states of articles.</summary>
internal sealed class ArticleStateCompleter() : WordCompleter("published", "draft");
