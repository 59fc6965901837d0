using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Changes the given fields of articles: text, state, place, translations.</summary>
/// <example>
/// <para>Publishes a draft.</para>
/// <code>Get-IntercomArticle | Where-Object State -eq draft | Set-IntercomArticle -State published</code>
/// </example>
/// <example>
/// <para>Moves the articles that the search finds into a collection.</para>
/// <code>Search-IntercomArticle invoice | Set-IntercomArticle -Collection 'Getting started' -PassThru</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomArticle", SupportsShouldProcess = true), OutputType(typeof(Article))]
[Operation("PUT", "articles/{ArticleId}")]
public sealed class SetArticleCommand : ArticleFieldsCommand
{
    /// <summary>The id of one or several articles.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ArticleId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[] ArticleId { get; set; } = [];

    /// <summary>The title, in the default language.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("title")]
    public string? Title { get; set; }

    /// <summary>The collection that the article goes into, by name or id.</summary>
    [Parameter, Alias("ParentId", "CollectionId"), IntercomId("CollectionId"), ArgumentCompleter(typeof(CollectionCompleter)), NameOf(NameKind.Collection), Body("parent_id")]
    public string? Collection { get; set; }

    /// <summary>The admin who is the author.</summary>
    [Parameter, IntercomId("AdminId"), NameOf(NameKind.Admin, NumbersAreIds = true), Body("author_id", Form = WireForm.Integer), ArgumentCompleter(typeof(IdCompleter))]
    public string? AuthorId { get; set; }

    /// <summary>Gives the changed article.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
