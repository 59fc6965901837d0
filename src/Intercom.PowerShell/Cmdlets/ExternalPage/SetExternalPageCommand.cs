namespace Intercom.PowerShell;

/// <summary>Changes the specified fields of external pages.</summary>
/// <remarks>
/// Intercom requires title, HTML, URL, locale and source with every change. Values that you do not specify are read first and sent again
/// unchanged.
/// </remarks>
/// <example>
/// <para>Changes the title of a page.</para>
/// <code>Set-IntercomExternalPage 7501 -Title 'Install it'</code>
/// <outcome>$writes.Count -eq 1 -and (Get-IntercomExternalPage 7501).Title -eq 'Install it'</outcome>
/// </example>
/// <example>
/// <para>Stops Fin from using a page, and returns the page.</para>
/// <code>Set-IntercomExternalPage 7503 -FinAvailability $false -PassThru</code>
/// <outcome>$output[0].Id -eq '7503' -and $false -eq $output[0].FinAvailability</outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomExternalPage", SupportsShouldProcess = true), OutputType(typeof(ExternalPage))]
[Operation("PUT", "ai/external_pages/{ExternalPageId}")]
public sealed class SetExternalPageCommand : IntercomWriteCommand
{
    /// <summary>The id of one or more external pages.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ExternalPageId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] ExternalPageId { get; set; } = [];

    /// <summary>The page's title.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("title")]
    public string? Title { get; set; }

    /// <summary>The page's content as HTML.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("html")]
    public string? Html { get; set; }

    /// <summary>The URL that Fin shows to people who ask.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("url")]
    public Uri? Url { get; set; }

    /// <summary>Whether Fin may use the page in its answers.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("fin_availability"), Truth]
    public bool? FinAvailability { get; set; }

    /// <summary>The id of the content source that the page belongs to.</summary>
    [Parameter, IntercomId("ContentSourceId"), Body("source_id", Form = WireForm.Integer), ArgumentCompleter(typeof(IdCompleter))]
    public string? ContentSourceId { get; set; }

    /// <summary>The page's id at the source.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("external_id"), Trim]
    public string? ExternalId { get; set; }

    /// <summary>Returns the changed page.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) => base.PlanWork(input)
        .Select(work => work.SentWhole(["title", "html", "url", "locale", "source_id"]));
}
