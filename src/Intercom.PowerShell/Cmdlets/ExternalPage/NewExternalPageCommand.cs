using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Adds pages to a content source, or replaces the pages that have the same external id.</summary>
/// <example>
/// <para>Adds a page to a content source.</para>
/// <code>
/// New-IntercomExternalPage 'Plans' -Html '&lt;p&gt;Two.&lt;/p&gt;' -ExternalId plans `
///     -ContentSourceId 7001
/// </code>
/// <outcome>
/// $output[0].Title -eq 'Plans' -and "$($output[0].ContentSourceId)" -eq '7001'
/// (Get-IntercomExternalPage).Count -eq 4
/// </outcome>
/// </example>
/// <example>
/// <para>Adds one page for each CSV row.</para>
/// <code>
/// $rows = @'
/// Title,Html,ExternalId
/// Plans,&lt;p&gt;Two.&lt;/p&gt;,plans
/// Prices,&lt;p&gt;Three.&lt;/p&gt;,prices
/// '@ | ConvertFrom-Csv
/// $rows | New-IntercomExternalPage -ContentSourceId 7001
/// </code>
/// <outcome>
/// Test-Same $output.Title 'Plans', 'Prices'
/// (Get-IntercomExternalPage).Count -eq 5
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomExternalPage", SupportsShouldProcess = true), OutputType(typeof(ExternalPage))]
[Operation("POST", "ai/external_pages", Retry = RetryClass.Idempotent)]
[BodyValue("locale", "en")]
public sealed class NewExternalPageCommand : IntercomWriteCommand
{
    /// <summary>The page's title.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("title")]
    public string? Title { get; set; }

    /// <summary>The page's content as HTML.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("html")]
    public string? Html { get; set; }

    /// <summary>The page's id at the source. Sending the same id again replaces the page.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("external_id"), Trim]
    public string? ExternalId { get; set; }

    /// <summary>The id of the content source that the page belongs to.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true), IntercomId("ContentSourceId")]
    [Body("source_id", Form = WireForm.Integer), ArgumentCompleter(typeof(IdCompleter))]
    public string? ContentSourceId { get; set; }

    /// <summary>The URL that Fin shows to people who ask.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("url")]
    public Uri? Url { get; set; }

    /// <summary>Whether Fin may use the page to answer people.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("ai_agent_availability"), Truth]
    public bool? AiAgentAvailability { get; set; }

    /// <summary>Whether Copilot may use the page to answer teammates.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("ai_copilot_availability"), Truth]
    public bool? AiCopilotAvailability { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        var source = Wiring.ResourceOf(nameof(ContentSourceId), ContentSourceId, input.Piped);
        return base.PlanWork(input).Select(
            work => work.To(work.Resource with { Key = $"external page/{ContentSourceId}/{ExternalId}" }) with
        {
            Doing = $"Create or update external page {ExternalId} ({Title}) of {source}",
        });
    }
}
