using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Gets content snippets by id, or lists all of them. Fin and Copilot answer from snippets.</summary>
/// <example>
/// <para>Lists the snippets that Fin may use.</para>
/// <code>Get-IntercomContentSnippet | Where-Object AiChatbotAvailability</code>
/// <outcome>Test-Same $output.Title 'Opening hours', 'Refunds'</outcome>
/// </example>
/// <example>
/// <para>Shows the text of one snippet as Markdown.</para>
/// <code>(Get-IntercomContentSnippet 6601).BodyMarkdown</code>
/// <outcome>"$output" -match 'nine to five'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomContentSnippet", SupportsPaging = true), OutputType(typeof(Intercom.ContentSnippet))]
[Operation("GET", "content_snippets", ParameterSet = "List", Paging = PageShape.Page, Items = "data", Since = "2.16")]
[Operation("GET", "content_snippets/{ContentSnippetId}", ParameterSet = "Id", Since = "2.16")]
public sealed class GetContentSnippetCommand : IntercomReadCommand
{
    /// <summary>The id of one or more snippets.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ContentSnippetId"), Selects("Id")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] ContentSnippetId { get; set; } = [];
}
