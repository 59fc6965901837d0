using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Changes news: text, state, newsfeeds.</summary>
/// <remarks>Intercom wants title and sender with every change; what is not given is read first and sent again.</remarks>
/// <example>
/// <para>Changes a title, and shows the news item.</para>
/// <code>Set-IntercomNewsItem 7901 -Title 'Version 5.1' -PassThru</code>
/// <outcome>$output[0].Id -eq '7901' -and $output[0].Title -eq 'Version 5.1'</outcome>
/// </example>
/// <example>
/// <para>Publishes one draft.</para>
/// <code>Set-IntercomNewsItem 7903 -State live -NewsfeedId 7801</code>
/// <outcome>$writes.Count -eq 1 -and (Get-IntercomNewsItem 7903).State -eq 'live'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomNewsItem", SupportsShouldProcess = true), OutputType(typeof(NewsItem))]
[Operation("PUT", "news/news_items/{NewsItemId}")]
public sealed class SetNewsItemCommand : NewsItemFieldsCommand
{
    /// <summary>The id of one or several news items.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("NewsItemId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[] NewsItemId { get; set; } = [];

    /// <summary>The title.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("title")]
    public string? Title { get; set; }

    /// <summary>The admin who tells the news.</summary>
    [Parameter, IntercomId("AdminId"), NameOf(typeof(Admin), NumbersAreIds = true), Body("sender_id", Form = WireForm.Integer), ArgumentCompleter(typeof(IdCompleter)), FromRow]
    public string? SenderId { get; set; }

    /// <summary>Gives the changed news item.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) => base.PlanWork(input).Select(work => work.SentWhole(["title", "sender_id"]));
}
