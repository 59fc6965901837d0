namespace Intercom.PowerShell;

/// <summary>Creates content snippets, which Fin and Copilot answer from.</summary>
/// <remarks>A new snippet is not used unless one of the availabilities is true.</remarks>
/// <example>
/// <para>Creates a snippet that Fin may use.</para>
/// <code>
/// New-IntercomContentSnippet 'Delivery times' -AiChatbotAvailability $true `
///     -BodyMarkdown 'Parcels arrive within three days.'
/// </code>
/// <outcome>$output[0].AiChatbotAvailability -and $output[0].BodyMarkdown -match 'three days'</outcome>
/// </example>
/// <example>
/// <para>Creates a snippet for each row, without making it available.</para>
/// <code>
/// $rows = @(
///     [pscustomobject]@{ Title = 'Bank holidays'; BodyMarkdown = 'Closed.' }
///     [pscustomobject]@{ Title = 'Currencies'; BodyMarkdown = 'Euro.' }
/// )
/// $rows | New-IntercomContentSnippet
/// </code>
/// <outcome>
/// Test-Same $output.Title 'Bank holidays', 'Currencies'
/// $output | Test-Each { -not $_.AiChatbotAvailability -and -not $_.AiCopilotAvailability }
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomContentSnippet", SupportsShouldProcess = true), OutputType(typeof(ContentSnippet))]
[Operation("POST", "content_snippets", Since = "2.16")]
public sealed class NewContentSnippetCommand : ContentSnippetFieldsCommand
{
    /// <summary>The title, at most 255 characters.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("title")]
    public string? Title { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        input = WithOneText(input, Title);
        if (!input.Has(nameof(BodyMarkdown)) && !input.Has(nameof(JsonBlock))) throw CommandErrors.SnippetWithoutText(Title!);
        return base.PlanWork(input);
    }
}
