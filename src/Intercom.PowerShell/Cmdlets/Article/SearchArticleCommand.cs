using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Searches the articles of the help center for a phrase.</summary>
/// <example>
/// <para>Searches the help center.</para>
/// <code>Search-IntercomArticle invoice</code>
/// </example>
/// <example>
/// <para>Lists the drafts that speak of a report.</para>
/// <code>Search-IntercomArticle report -State draft</code>
/// </example>
[Cmdlet(VerbsCommon.Search, "IntercomArticle", SupportsPaging = true), OutputType(typeof(Intercom.Article))]
[Operation("GET", "articles/search", Paging = PageShape.Page, Items = "data.articles")]
public sealed class SearchArticleCommand : IntercomReadCommand
{
    /// <summary>The phrase to look for.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), ValidateNotNullOrEmpty, Query("phrase")]
    public string Phrase { get; set; } = "";

    /// <summary>Only published articles, or drafts.</summary>
    [Parameter, ValidateSet("published", "draft", "all", IgnoreCase = true), Query("state")]
    public string? State { get; set; }

    /// <summary>Only articles of this help center.</summary>
    [Parameter, IntercomId("HelpCenterId"), Query("help_center_id")]
    public string? HelpCenterId { get; set; }
}
