using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Gets content sources (external pages that Fin learns from) by id, or lists them.</summary>
/// <example>
/// <para>Lists the content sources.</para>
/// <code>Get-IntercomContentSource</code>
/// <outcome>$output.Count -eq 2 -and "$($output.Url)" -match 'wiki\.sandbox\.invalid'</outcome>
/// </example>
/// <example>
/// <para>Lists the active sources that are filled through the API.</para>
/// <code>
/// Get-IntercomContentSource |
///     Where-Object { $_.Status -eq 'active' -and $_.SyncBehavior -eq 'api' }
/// </code>
/// <outcome>Test-Same $output.Id '7001'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomContentSource", DefaultParameterSetName = "List", SupportsPaging = true)]
[OutputType(typeof(ContentSource))]
[Operation("GET", "ai/content_import_sources", ParameterSet = "List", Paging = PageShape.Page, Items = "data")]
[Operation("GET", "ai/content_import_sources/{ContentSourceId}", ParameterSet = "Id")]
public sealed class GetContentSourceCommand : IntercomReadCommand
{
    /// <summary>The id of one or more content sources.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true), Alias("Id")]
    [IntercomId("ContentSourceId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[] ContentSourceId { get; set; } = [];
}
