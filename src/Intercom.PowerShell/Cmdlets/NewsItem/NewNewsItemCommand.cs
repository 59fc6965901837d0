using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Writes news for the newsfeeds of the Messenger, as drafts unless -State live is given.</summary>
/// <example>
/// <para>Writes a draft.</para>
/// <code>New-IntercomNewsItem 'Version 5' -Body '&lt;p&gt;Faster.&lt;/p&gt;'</code>
/// </example>
/// <example>
/// <para>Puts news into the first newsfeed at once.</para>
/// <code>New-IntercomNewsItem 'We are back' -State live -NewsfeedId (Get-IntercomNewsfeed -First 1) -Reaction 😀, 👍</code>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomNewsItem", SupportsShouldProcess = true), OutputType(typeof(NewsItem))]
[Operation("POST", "news/news_items")]
public sealed class NewNewsItemCommand : NewsItemFieldsCommand
{
    /// <summary>The title.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("title")]
    public string? Title { get; set; }

    /// <summary>The admin who tells the news, by id, e-mail address or name; by default the one whose token it is.</summary>
    [Parameter, IntercomId("AdminId"), ActingAdmin("sender_id", Form = WireForm.Integer), ArgumentCompleter(typeof(IdCompleter))]
    public string? SenderId { get; set; }
}
