using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Lists the newsfeeds of the Messenger, or gets them by id.</summary>
/// <example>
/// <para>Lists the newsfeeds.</para>
/// <code>Get-IntercomNewsfeed</code>
/// <outcome>Test-Same $output.Name 'Visitors', 'Customers'</outcome>
/// </example>
/// <example>
/// <para>Counts the news items of each newsfeed.</para>
/// <code>
/// Get-IntercomNewsfeed | ForEach-Object {
///     "$($_.Name): $(@($_ | Get-IntercomNewsItem).Count)"
/// }
/// </code>
/// <outcome>Test-Same $output 'Visitors: 2', 'Customers: 0'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomNewsfeed", DefaultParameterSetName = "List", SupportsPaging = true), OutputType(typeof(Newsfeed))]
[Operation("GET", "news/newsfeeds", ParameterSet = "List", Paging = PageShape.Page, Items = "data")]
[Operation("GET", "news/newsfeeds/{NewsfeedId}", ParameterSet = "Id")]
public sealed class GetNewsfeedCommand : IntercomReadCommand
{
    /// <summary>The id of one or more newsfeeds.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true), Alias("Id"), IntercomId("NewsfeedId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] NewsfeedId { get; set; } = [];
}
