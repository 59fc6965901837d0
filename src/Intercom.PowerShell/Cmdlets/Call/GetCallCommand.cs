using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Gets telephone calls by id, or lists them.</summary>
/// <example>
/// <para>Lists the calls of the last week.</para>
/// <code>Get-IntercomCall | Where-Object InitiatedAt -gt (Get-Date).AddDays(-7)</code>
/// <outcome>
/// $output | Test-Each { $_.InitiatedAt -gt (Get-Date).AddDays(-7) }
/// $output.Count -lt (Before { Get-IntercomCall }).Count
/// </outcome>
/// </example>
/// <example>
/// <para>Shows the duration of each call. A missed call does not have a duration.</para>
/// <code>Get-IntercomCall | Select-Object Id, State, Duration</code>
/// <outcome>
/// $output.Count -eq (Before { Get-IntercomCall }).Count
/// $output | Test-Each { ($null -eq $_.Duration) -eq ($_.State -eq 'missed') }
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomCall", DefaultParameterSetName = "List", SupportsPaging = true), OutputType(typeof(Call))]
[Operation("GET", "calls", ParameterSet = "List", Paging = PageShape.Page, Items = "data", PageSize = 25)]
[Operation("GET", "calls/{CallId}", ParameterSet = "Id")]
public sealed class GetCallCommand : IntercomReadCommand
{
    /// <summary>The id of one or more calls.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true), Alias("Id"), IntercomId("CallId")]
    public string[] CallId { get; set; } = [];
}
