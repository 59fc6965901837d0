using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Lists the external pages that Fin learns from, or gets them by id.</summary>
/// <example>
/// <para>Lists the external pages of all content sources.</para>
/// <code>Get-IntercomExternalPage</code>
/// <outcome>Test-Same $output.Title 'Install the agent', 'Supported systems', 'Release notes'</outcome>
/// </example>
/// <example>
/// <para>Counts the external pages of each content source.</para>
/// <code>Get-IntercomExternalPage | Group-Object ContentSourceId -NoElement</code>
/// <outcome>$output.Count -eq 1 -and $output[0].Name -eq '7001' -and $output[0].Count -eq 3</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomExternalPage", DefaultParameterSetName = "List", SupportsPaging = true), OutputType(typeof(ExternalPage))]
[Operation("GET", "ai/external_pages", ParameterSet = "List", Paging = PageShape.Page, Items = "data")]
[Operation("GET", "ai/external_pages/{ExternalPageId}", ParameterSet = "Id")]
public sealed class GetExternalPageCommand : IntercomReadCommand
{
    /// <summary>The id of one or more external pages.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true), Alias("Id")]
    [IntercomId("ExternalPageId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[] ExternalPageId { get; set; } = [];
}
