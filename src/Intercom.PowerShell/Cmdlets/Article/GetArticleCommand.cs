using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Gets help center articles by id, or lists all of them.</summary>
/// <example>
/// <para>Lists the published articles of the help center.</para>
/// <code>
/// Get-IntercomArticle | Where-Object State -eq 'published' |
///     Select-Object Id, Title, Url
/// </code>
/// <outcome>
/// $output.Count -eq 27
/// $output | Test-Each { $_.Url -like 'https://*' }
/// </outcome>
/// </example>
/// <example>
/// <para>Shows the HTML body of one article.</para>
/// <code>(Get-IntercomArticle 9007).Body</code>
/// <outcome>"$output" -like '&lt;h2&gt;Import contacts&lt;/h2&gt;*'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomArticle", DefaultParameterSetName = "List", SupportsPaging = true), OutputType(typeof(Intercom.Article))]
[Operation("GET", "articles", ParameterSet = "List", Paging = PageShape.Page, Items = "data")]
[Operation("GET", "articles/{ArticleId}", ParameterSet = "Id")]
public sealed class GetArticleCommand : IntercomReadCommand
{
    /// <summary>The id of one or more articles.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true), Alias("Id"), IntercomId("ArticleId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] ArticleId { get; set; } = [];
}
