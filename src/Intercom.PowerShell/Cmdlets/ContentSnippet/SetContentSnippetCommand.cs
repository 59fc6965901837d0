namespace Intercom.PowerShell;

/// <summary>Changes the specified fields of content snippets.</summary>
/// <example>
/// <para>Changes the text of a snippet, and returns the snippet.</para>
/// <code>
/// Set-IntercomContentSnippet 6601 -PassThru `
///     -BodyMarkdown 'We are open from eight to six.'
/// </code>
/// <outcome>$output[0].BodyMarkdown -match 'eight to six' -and $output[0].Title -eq 'Opening hours'</outcome>
/// </example>
/// <example>
/// <para>Makes all snippets available to Copilot.</para>
/// <code>
/// Get-IntercomContentSnippet |
///     Set-IntercomContentSnippet -AiCopilotAvailability $true
/// </code>
/// <outcome>$writes.Count -eq 3 -and -not (Get-IntercomContentSnippet | Where-Object { -not $_.AiCopilotAvailability })</outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomContentSnippet", SupportsShouldProcess = true), OutputType(typeof(ContentSnippet))]
[Operation("PUT", "content_snippets/{ContentSnippetId}", Since = "2.16")]
public sealed class SetContentSnippetCommand : ContentSnippetFieldsCommand
{
    /// <summary>The id of one or more snippets.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ContentSnippetId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] ContentSnippetId { get; set; } = [];

    /// <summary>The title, at most 255 characters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("title")]
    public string? Title { get; set; }

    /// <summary>Returns the changed snippet.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) => base.PlanWork(WithOneText(input, Title));
}
