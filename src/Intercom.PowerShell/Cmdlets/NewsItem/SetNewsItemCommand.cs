using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Changes news: text, state, newsfeeds.</summary>
/// <remarks>Intercom wants title and sender with every change; what is not given is read first and sent again.</remarks>
/// <example>
/// <para>Sets a draft live.</para>
/// <code>Get-IntercomNewsItem | Where-Object State -eq draft | Set-IntercomNewsItem -State live</code>
/// </example>
/// <example>
/// <para>Changes a title and shows the item.</para>
/// <code>Get-IntercomNewsItem -First 1 | Set-IntercomNewsItem -Title 'Version 5.1' -PassThru</code>
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
    [Parameter, IntercomId("AdminId"), NameOf(NameKind.Admin, NumbersAreIds = true), Body("sender_id", Form = WireForm.Integer), ArgumentCompleter(typeof(IdCompleter))]
    public string? SenderId { get; set; }

    /// <summary>Gives the changed news item.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override Func<ApiRequest, CancellationToken, Task<object?>> Sending(OperationAttribute operation, IReadOnlyDictionary<string, object?> bound) =>
        SendingWhole(operation, ["title", "sender_id"]);
}
