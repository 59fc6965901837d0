using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Lists the internal articles, which only teammates see, or gets them by id.</summary>
/// <example>
/// <para>Lists the internal articles.</para>
/// <code>Get-IntercomInternalArticle</code>
/// <outcome>$output.Count -eq 5 -and $output.Title -contains 'Refund policy'</outcome>
/// </example>
/// <example>
/// <para>Gets one article, and shows its text.</para>
/// <code>(Get-IntercomInternalArticle 9501).Body</code>
/// <outcome>"$output" -match '100 euros'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomInternalArticle", DefaultParameterSetName = "List", SupportsPaging = true)]
[OutputType(typeof(InternalArticle))]
[Operation("GET", "internal_articles", ParameterSet = "List", Paging = PageShape.Page, Items = "data")]
[Operation("GET", "internal_articles/{InternalArticleId}", ParameterSet = "Id")]
public sealed class GetInternalArticleCommand : IntercomReadCommand
{
    /// <summary>The id of one or more internal articles.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true), Alias("Id")]
    [IntercomId("InternalArticleId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[] InternalArticleId { get; set; } = [];
}
