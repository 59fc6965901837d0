namespace Intercom.PowerShell;

/// <summary>Changes the specified fields of articles: text, state, collection, author, translations.</summary>
/// <example>
/// <para>Changes the title of an article.</para>
/// <code>Set-IntercomArticle 9007 -Title 'Import your contacts'</code>
/// <outcome>
/// $writes.Count -eq 1
/// (Get-IntercomArticle 9007).Title -eq 'Import your contacts'
/// </outcome>
/// </example>
/// <example>
/// <para>Publishes one draft and returns it.</para>
/// <code>Set-IntercomArticle 9012 -State published -PassThru</code>
/// <outcome>
/// $output[0].State -eq 'published' -and $output[0].Title -eq 'Understand your invoice'
/// @(Get-IntercomArticle | Where-Object State -eq draft).Count -eq
///     @(Before { Get-IntercomArticle | Where-Object State -eq draft }).Count - 1
/// </outcome>
/// </example>
/// <example>
/// <para>Shows which articles would move into a collection, without moving them.</para>
/// <code>
/// Search-IntercomArticle invoice |
///     Set-IntercomArticle -Collection Billing -WhatIf
/// </code>
/// <outcome>$whatif.Count -eq @(Before { Search-IntercomArticle invoice }).Count -and $writes.Count -eq 0</outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomArticle", SupportsShouldProcess = true), OutputType(typeof(Article))]
[Operation("PUT", "articles/{ArticleId}")]
public sealed class SetArticleCommand : ArticleFieldsCommand
{
    /// <summary>The id of one or more articles.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ArticleId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] ArticleId { get; set; } = [];

    /// <summary>The title, in the default language.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("title")]
    public string? Title { get; set; }

    /// <summary>The collection to move the article to, by name or id.</summary>
    [Parameter, Alias("ParentId", "CollectionId"), IntercomId("CollectionId"), ArgumentCompleter(typeof(NameCompleter<Collection>))]
    [NameOf(typeof(Collection)), Body("parent_id"), FromRow]
    public string? Collection { get; set; }

    /// <summary>The admin who is the author, by id, email address or name.</summary>
    [Parameter, IntercomId("AdminId"), NameOf(typeof(Admin), NumbersAreIds = true), Body("author_id", Form = WireForm.Integer)]
    [ArgumentCompleter(typeof(IdCompleter)), FromRow]
    public string? AuthorId { get; set; }

    /// <summary>Returns the changed article.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
