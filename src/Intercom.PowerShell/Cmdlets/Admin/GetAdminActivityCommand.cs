using System;
using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Lists what the workspace's admins did, from the activity log.</summary>
/// <example>
/// <para>Lists what teammates did in the last week, the newest first.</para>
/// <code>Get-IntercomAdminActivity (Get-Date).AddDays(-7)</code>
/// <outcome>
/// $output | Test-Each { $_.CreatedAt -gt (Get-Date).AddDays(-7.01) }
/// $output.CreatedAt | Test-Sorted -Descending
/// $output.Count -lt (Before { Get-IntercomAdminActivity (Get-Date).AddDays(-30) }).Count
/// </outcome>
/// </example>
/// <example>
/// <para>Lists the sign-ins of yesterday.</para>
/// <code>
/// $day = (Get-Date).Date.AddDays(-1)
/// Get-IntercomAdminActivity $day -Before $day.AddDays(1).AddSeconds(-1) |
///     Where-Object ActivityType -eq 'admin_login_success'
/// </code>
/// <outcome>$output | Test-Each { $_.ActivityType -eq 'admin_login_success' -and $_.CreatedAt.ToLocalTime().Date -eq $day }</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomAdminActivity", SupportsPaging = true), OutputType(typeof(Intercom.AdminActivity))]
[Operation("GET", "admins/activity_logs", Paging = PageShape.Page, Items = "activity_logs")]
public sealed class GetAdminActivityCommand : IntercomReadCommand
{
    /// <summary>Only what was done after this time. A date without a time of day is the beginning of that day.</summary>
    [Parameter(Mandatory = true, Position = 0), Alias("Since"), Query("created_at_after"), DateInput]
    public DateTime After { get; set; }

    /// <summary>Only what was done before this time. A date without a time of day, such as 2024-05-31, includes that day; a [datetime] is a point in time.</summary>
    [Parameter(Position = 1), Query("created_at_before"), DateInput(IsEnd = true, IsExclusive = true)]
    public DateTime Before { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (!MyInvocation.BoundParameters.ContainsKey(nameof(Before)) || Before > After) return;
        ThrowTerminatingError(ErrorRecords.From(new ArgumentException($"-Before {Before:g} is not later than -After {After:g}: nothing lies between. Give the later time as -Before."), null));
    }
}
