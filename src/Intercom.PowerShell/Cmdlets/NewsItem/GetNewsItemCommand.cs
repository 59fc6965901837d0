using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Lists all news items or the news items of a newsfeed, or gets them by id.</summary>
/// <example>
/// <para>Lists all news items.</para>
/// <code>Get-IntercomNewsItem</code>
/// <outcome>Test-Same $output.Title 'A faster inbox', 'Dark mode is here', 'What comes next'</outcome>
/// </example>
/// <example>
/// <para>Lists the news items of a newsfeed.</para>
/// <code>Get-IntercomNewsfeed 7801 | Get-IntercomNewsItem</code>
/// <outcome>Test-Same $output.Title 'A faster inbox', 'Dark mode is here'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomNewsItem", SupportsPaging = true), OutputType(typeof(NewsItem))]
[Operation("GET", "news/news_items", ParameterSet = "List", Paging = PageShape.Page, Items = "data")]
[Operation("GET", "news/news_items/{NewsItemId}", ParameterSet = "Id")]
[Operation("GET", "news/newsfeeds/{NewsfeedId}/items", ParameterSet = "Newsfeed", Paging = PageShape.Page, Items = "data")]
public sealed class GetNewsItemCommand : IntercomReadCommand
{
    /// <summary>The id of one or more news items.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("NewsItemId"), Selects("Id")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] NewsItemId { get; set; } = [];

    /// <summary>Returns the news items of these newsfeeds, by id.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), IntercomId("NewsfeedId"), Selects("Newsfeed")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] NewsfeedId { get; set; } = [];
}
