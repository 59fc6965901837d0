namespace Intercom.PowerShell;

/// <summary>Lists the workspace's teams, or gets them by id.</summary>
/// <example>
/// <para>Lists the teams.</para>
/// <code>Get-IntercomTeam</code>
/// <outcome>Test-Same $output.Name 'Support', 'Billing'</outcome>
/// </example>
/// <example>
/// <para>Lists the teammates of a team.</para>
/// <code>(Get-IntercomTeam Support).AdminIds | Get-IntercomAdmin</code>
/// <outcome>Test-Same $output.Id '5001', '5002', '5003'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomTeam"), OutputType(typeof(Team))]
[Operation("GET", "teams", ParameterSet = "List", Items = "teams")]
[Operation("GET", "teams/{TeamId}", ParameterSet = "Id")]
public sealed class GetTeamCommand : NamedReadCommand
{
    /// <summary>The id or name of one or more teams. A name can contain wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("TeamId"), Selects("Id")]
    [SupportsWildcards, OrNameOf(typeof(Team)), ArgumentCompleter(typeof(IdCompleter))]
    public string[] TeamId { get; set; } = [];

    /// <summary>Returns only teams with this name. Wildcards are allowed.</summary>
    [Parameter, OnlyFor("List"), SupportsWildcards, ArgumentCompleter(typeof(NameCompleter<Team>))]
    public override string[] Name { get; set; } = [];
}
