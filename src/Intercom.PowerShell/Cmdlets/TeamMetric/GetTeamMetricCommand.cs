using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Shows how many open, idle and snoozed conversations each admin of a team has at this moment.</summary>
/// <remarks>The workspace needs real-time monitoring, which not all plans include.</remarks>
/// <example>
/// <para>Shows the admins of a team with the most open conversations first.</para>
/// <code>
/// Get-IntercomTeamMetric Support |
///     Sort-Object Open -Descending | Select-Object Admin, Open, Snoozed
/// </code>
/// <outcome>
/// Test-Same $output.Admin 'Mara Lindqvist', 'Tomás Herrera', 'Ines Okafor'
/// $output.Open | Test-Sorted -Descending
/// </outcome>
/// </example>
/// <example>
/// <para>Counts conversations of all teams as idle after two hours without activity.</para>
/// <code>
/// Get-IntercomTeam |
///     Get-IntercomTeamMetric -IdleThreshold (New-TimeSpan -Hours 2)
/// </code>
/// <outcome>
/// Test-Same $output.AdminId '5001', '5002', '5003', '5004', '5005', '5006'
/// $calls[-1].Path -match 'idle_threshold=7200'
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomTeamMetric"), OutputType(typeof(TeamMetric))]
[Operation("GET", "teams/{TeamId}/metrics", Items = "data", Since = "2.16")]
public sealed class GetTeamMetricCommand : IntercomReadCommand
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1), Longest = TimeSpan.FromDays(1);

    /// <summary>The id or name of one or more teams. A name can contain wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("TeamId")]
    [SupportsWildcards, OrNameOf(typeof(Team)), ArgumentCompleter(typeof(IdCompleter))]
    public string[] TeamId { get; set; } = [];

    /// <summary>
    /// The time without activity after which an open conversation is idle, from one second to one day, such as '02:00:00' or
    /// (New-TimeSpan -Minutes 10). The default is 30 minutes.
    /// </summary>
    [Parameter]
    public TimeSpan? IdleThreshold { get; set; }

    /// <inheritdoc/>
    private protected override void ReadInput(OperationAttribute operation, IReadOnlyDictionary<string, object?> bound)
    {
        if (IdleThreshold is { } given && (given < Shortest || given > Longest)) throw CommandErrors.InvalidIdleThreshold(given);
        base.ReadInput(operation, bound);
    }

    /// <inheritdoc/>
    protected override ApiRequest Complete(ApiRequest request) => IdleThreshold is { } given
        ? request.WithQuery(("idle_threshold", ((int)given.TotalSeconds).ToString(CultureInfo.InvariantCulture))) : request;

    /// <inheritdoc/>
    protected override IEnumerable<object> Output(object item)
    {
        ((TeamMetric)item).TeamId = ListedId;
        yield return item;
    }
}
