using System.Runtime.CompilerServices;
using Intercom.Http;
using Intercom.Paging;

namespace Intercom.PowerShell;

/// <summary>Searches the articles of the help center for a phrase.</summary>
/// <example>
/// <para>Finds the published articles that mention data.</para>
/// <code>Search-IntercomArticle data -State published</code>
/// <outcome>
/// $output.Title -contains 'Export your data'
/// $output | Test-Each { $_.State -eq 'published' -and "$($_.Title) $($_.Description) $($_.Body)" -match 'data' }
/// </outcome>
/// </example>
/// <example>
/// <para>Shows where the phrase occurs in each article.</para>
/// <code>Search-IntercomArticle invoice -Highlight | Select-Object Id, Highlight</code>
/// <outcome>$output | Test-Each { ($_.Highlight | ConvertTo-Json -Depth 5) -match 'invoice' }</outcome>
/// </example>
[Cmdlet(VerbsCommon.Search, "IntercomArticle", SupportsPaging = true), OutputType(typeof(Article))]
[Operation("GET", "articles/search", Paging = PageShape.Page, Items = "data.articles")]
[Operation("GET", "articles/search", Name = Highlights, Paging = PageShape.Page, Items = "data", Returns = typeof(ArticleSearchResult))]
public sealed class SearchArticleCommand : IntercomReadCommand
{
    private const string Highlights = "Highlights";

    /// <summary>The phrase to search for.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), TextInput, ValidateNotNullOrEmpty, Query("phrase")]
    public string Phrase { get; set; } = "";

    /// <summary>The state of the articles to return: published, draft or all.</summary>
    [Parameter, ValidateSet("published", "draft", "all", IgnoreCase = true), Query("state")]
    public string? State { get; set; }

    /// <summary>The id of a help center. Only its articles are returned.</summary>
    [Parameter, IntercomId("HelpCenterId"), Query("help_center_id"), ArgumentCompleter(typeof(IdCompleter))]
    public string? HelpCenterId { get; set; }

    /// <summary>Adds the property Highlight to each article, which shows where the phrase occurs in its title and text.</summary>
    [Parameter, Query("highlight")]
    public SwitchParameter Highlight { get; set; }

    /// <inheritdoc/>
    protected override IAsyncEnumerable<object> ListItems(ApiRequest request, Type model, ListOptions options) => Highlight
        ? WithHighlights(request, options) : base.ListItems(request, model, options);

    /// <summary>A page holds articles and highlights in two lists, so whole pages are read and combined.</summary>
    private async IAsyncEnumerable<object> WithHighlights(
        ApiRequest request, ListOptions options, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        if (options.First == 0) yield break;
        var operation = Wiring.Named(Highlights);
        var pages = base.ListItems(request.WithItems(operation.Items), Wiring.Returns(operation),
            new ListOptions { Total = options.Total });
        var number = 0L;
        await foreach (var page in pages.WithCancellation(cancellation).ConfigureAwait(false))
        {
            foreach (var article in ((ArticleSearchResult)page).ToArticles())
            {
                if (number++ < options.Skip) continue;
                yield return article;
                if (options.First is { } first && number - options.Skip >= first) yield break;
            }
        }
    }
}
