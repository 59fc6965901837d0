using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Lists the workspace's help centers, or gets them by id.</summary>
/// <example>
/// <para>Lists the help centers.</para>
/// <code>Get-IntercomHelpCenter</code>
/// <outcome>Test-Same $output.DisplayName 'Sandbox Help', 'Partner Help'</outcome>
/// </example>
/// <example>
/// <para>Gets the help center of a collection.</para>
/// <code>Get-IntercomCollection 8102 | Get-IntercomHelpCenter</code>
/// <outcome>Test-Same $output.DisplayName 'Sandbox Help'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomHelpCenter", DefaultParameterSetName = "List", SupportsPaging = true), OutputType(typeof(HelpCenter))]
[Operation("GET", "help_center/help_centers", ParameterSet = "List", Paging = PageShape.Page, Items = "data")]
[Operation("GET", "help_center/help_centers/{HelpCenterId}", ParameterSet = "Id")]
public sealed class GetHelpCenterCommand : IntercomReadCommand
{
    /// <summary>The id of one or more help centers.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true), Alias("Id"), IntercomId("HelpCenterId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] HelpCenterId { get; set; } = [];
}
