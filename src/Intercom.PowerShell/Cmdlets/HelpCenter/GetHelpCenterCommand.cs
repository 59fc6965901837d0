using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Lists the help centers of the workspace, or gets some by id.</summary>
/// <example>
/// <para>Lists the help centers.</para>
/// <code>Get-IntercomHelpCenter</code>
/// </example>
/// <example>
/// <para>Gets the one that the first collection is in.</para>
/// <code>Get-IntercomCollection -First 1 | Get-IntercomHelpCenter</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomHelpCenter", DefaultParameterSetName = "List", SupportsPaging = true), OutputType(typeof(HelpCenter))]
[Operation("GET", "help_center/help_centers", ParameterSet = "List", Paging = PageShape.Page, Items = "data")]
[Operation("GET", "help_center/help_centers/{HelpCenterId}", ParameterSet = "Id")]
public sealed class GetHelpCenterCommand : IntercomReadCommand
{
    /// <summary>The id of one or several of them.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true), Alias("Id"), IntercomId("HelpCenterId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[] HelpCenterId { get; set; } = [];
}
