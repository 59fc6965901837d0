using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Lists all articles of the help center, every page of them, or gets some by id.</summary>
/// <example>
/// <para>Lists the articles of the help center that are published.</para>
/// <code>Get-IntercomArticle | Where-Object State -eq 'published' | Format-Table Id, Title, Url</code>
/// </example>
/// <example>
/// <para>Gets one article, with its text.</para>
/// <code>(Get-IntercomArticle 9007).Body</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomArticle", DefaultParameterSetName = "List", SupportsPaging = true), OutputType(typeof(Intercom.Article))]
[Operation("GET", "articles", ParameterSet = "List", Paging = PageShape.Page, Items = "data")]
[Operation("GET", "articles/{ArticleId}", ParameterSet = "Id")]
public sealed class GetArticleCommand : IntercomReadCommand
{
    /// <summary>The id of one or several articles.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true), Alias("Id"), IntercomId("ArticleId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[] ArticleId { get; set; } = [];
}
