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

    /// <summary>The state: published or draft. New articles are drafts by default.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), OneOf("published", "draft"), ArgumentCompleter(typeof(ArticleStateCompleter))]
    [Body("state")]
    public string? State { get; set; }

    /// <summary>Translations of the article by language code: @{ fr = @{ title = '...'; body = '...'; state = 'published' } }.</summary>
    [Parameter, Alias("Translation"), Body("translated_content"), Table, FromRow]
    public Hashtable? TranslatedContent { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) => base.PlanWork(input)
        .Select(work => work.Request.Body is null ? work : work.Change(body =>
    {
        TranslatedFields.NameTypes(body, "article");
        if (input.Bound.TryGetValue("Collection", out var collection) && collection is not null) body["parent_type"] = "collection";
    }));
}

/// <summary>Completes the states of articles.</summary>
internal sealed class ArticleStateCompleter() : WordCompleter("published", "draft");
