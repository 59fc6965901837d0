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
[Cmdlet(VerbsCommon.Get, "IntercomHelpCenter", SupportsPaging = true), OutputType(typeof(HelpCenter))]
[Operation("GET", "help_center/help_centers", ParameterSet = "List", Paging = PageShape.Page, Items = "data")]
[Operation("GET", "help_center/help_centers/{HelpCenterId}", ParameterSet = "Id")]
public sealed class GetHelpCenterCommand : NamedReadCommand
{
    /// <summary>The id or name of one or more help centers. A name can contain wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("HelpCenterId"), Selects("Id")]
    [SupportsWildcards, OrNameOf(typeof(HelpCenter)), ArgumentCompleter(typeof(IdCompleter))]
    public string[] HelpCenterId { get; set; } = [];

    /// <summary>Returns only help centers with this name. Wildcards are allowed.</summary>
    [Parameter, OnlyFor("List"), SupportsWildcards, ArgumentCompleter(typeof(NameCompleter<HelpCenter>))]
    public override string[] Name { get; set; } = [];
}
