namespace Intercom.PowerShell;

/// <summary>Changes the specified fields of news items, such as text, state and newsfeeds.</summary>
/// <remarks>
/// Intercom requires title and sender with every change. Values that you do not specify are read first and sent again unchanged.
/// </remarks>
/// <example>
/// <para>Changes the title of a news item, and returns the news item.</para>
/// <code>Set-IntercomNewsItem 7901 -Title 'Version 5.1' -PassThru</code>
/// <outcome>$output[0].Id -eq '7901' -and $output[0].Title -eq 'Version 5.1'</outcome>
/// </example>
/// <example>
/// <para>Publishes a draft in a newsfeed.</para>
/// <code>Set-IntercomNewsItem 7903 -State live -NewsfeedId 7801</code>
/// <outcome>$writes.Count -eq 1 -and (Get-IntercomNewsItem 7903).State -eq 'live'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomNewsItem", SupportsShouldProcess = true), OutputType(typeof(NewsItem))]
[Operation("PUT", "news/news_items/{NewsItemId}")]
public sealed class SetNewsItemCommand : NewsItemFieldsCommand
{
    /// <summary>The id of one or more news items.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("NewsItemId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] NewsItemId { get; set; } = [];

    /// <summary>The news item's title.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("title")]
    public string? Title { get; set; }

    /// <summary>The admin who sends the news item, by id, email address or name.</summary>
    [Parameter, IntercomId("AdminId"), NameOf(typeof(Admin), NumbersAreIds = true), Body("sender_id", Form = WireForm.Integer)]
    [ArgumentCompleter(typeof(IdCompleter)), FromRow]
    public string? SenderId { get; set; }

    /// <summary>Returns the changed news item.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) => base.PlanWork(input)
        .Select(work => work.SentWhole(["title", "sender_id"]));
}
