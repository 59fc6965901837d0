namespace Intercom.PowerShell;

/// <summary>Creates news items for the newsfeeds of the Messenger, as drafts unless -State is live.</summary>
/// <example>
/// <para>Creates a draft of a news item.</para>
/// <code>New-IntercomNewsItem 'Version 5' -Body '&lt;p&gt;Faster.&lt;/p&gt;'</code>
/// <outcome>$output[0].Title -eq 'Version 5' -and $output[0].State -eq 'draft'</outcome>
/// </example>
/// <example>
/// <para>Publishes a news item in a newsfeed, with two reactions.</para>
/// <code>
/// New-IntercomNewsItem 'We are back' -State live -NewsfeedId 7802 `
///     -Reaction 😀, 👍
/// </code>
/// <outcome>
/// $output[0].State -eq 'live' -and @($output[0].Reactions).Count -eq 2
/// (Get-IntercomNewsfeed 7802 | Get-IntercomNewsItem).Title -contains 'We are back'
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomNewsItem", SupportsShouldProcess = true), OutputType(typeof(NewsItem))]
[Operation("POST", "news/news_items")]
public sealed class NewNewsItemCommand : NewsItemFieldsCommand
{
    /// <summary>The news item's title.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("title")]
    public string? Title { get; set; }

    /// <summary>
    /// The admin who sends the news item, by id, email address or name. The default is the admin who owns the access token.
    /// </summary>
    [Parameter, IntercomId("AdminId"), ActingAdmin("sender_id", Form = WireForm.Integer), ArgumentCompleter(typeof(IdCompleter)), FromRow]
    public string? SenderId { get; set; }
}
