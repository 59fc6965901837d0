using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Lists the sources of external pages, from which Fin learns, or gets some by id.</summary>
/// <example>
/// <para>Lists the sources.</para>
/// <code>Get-IntercomContentSource</code>
/// </example>
/// <example>
/// <para>Gets the active ones.</para>
/// <code>Get-IntercomContentSource | Where-Object Status -eq active</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomContentSource", DefaultParameterSetName = "List", SupportsPaging = true), OutputType(typeof(ContentSource))]
[Operation("GET", "ai/content_import_sources", ParameterSet = "List", Paging = PageShape.Page, Items = "data")]
[Operation("GET", "ai/content_import_sources/{ContentSourceId}", ParameterSet = "Id")]
public sealed class GetContentSourceCommand : IntercomReadCommand
{
    /// <summary>The id of one or several of them.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true), Alias("Id"), IntercomId("ContentSourceId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[] ContentSourceId { get; set; } = [];
}
