using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Lists all articles of the help center, every page of them, or gets some by id.</summary>
[Cmdlet(VerbsCommon.Get, "IntercomArticle", DefaultParameterSetName = "List", SupportsPaging = true), OutputType(typeof(Intercom.Article))]
[Operation("GET", "articles", ParameterSet = "List", Paging = PageShape.Page, Items = "data")]
[Operation("GET", "articles/{ArticleId}", ParameterSet = "Id")]
public sealed class GetArticleCommand : IntercomReadCommand
{
    /// <summary>The id of one or several articles.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true), Alias("Id"), IntercomId("ArticleId")]
    public string[] ArticleId { get; set; } = [];
}
