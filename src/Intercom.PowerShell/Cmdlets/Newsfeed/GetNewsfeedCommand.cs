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
[Cmdlet(VerbsCommon.Get, "IntercomNewsfeed", SupportsPaging = true), OutputType(typeof(Newsfeed))]
[Operation("GET", "news/newsfeeds", ParameterSet = "List", Paging = PageShape.Page, Items = "data")]
[Operation("GET", "news/newsfeeds/{NewsfeedId}", ParameterSet = "Id")]
public sealed class GetNewsfeedCommand : NamedReadCommand
{
    /// <summary>The id or name of one or more newsfeeds. A name can contain wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("NewsfeedId"), Selects("Id")]
    [SupportsWildcards, OrNameOf(typeof(Newsfeed)), ArgumentCompleter(typeof(IdCompleter))]
    public string[] NewsfeedId { get; set; } = [];

    /// <summary>Returns only newsfeeds with this name. Wildcards are allowed.</summary>
    [Parameter, OnlyFor("List"), SupportsWildcards, ArgumentCompleter(typeof(NameCompleter<Newsfeed>))]
    public override string[] Name { get; set; } = [];
}
