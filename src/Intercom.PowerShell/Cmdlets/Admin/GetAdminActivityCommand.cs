using System;
using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Lists what the workspace's admins did, from the activity log.</summary>
/// <example>
/// <para>Lists what was done in the last week.</para>
/// <code>Get-IntercomAdminActivity (Get-Date).AddDays(-7)</code>
/// </example>
/// <example>
/// <para>Lists the latest sign-ins of one day.</para>
/// <code>Get-IntercomAdminActivity -After (Get-Date).Date.AddDays(-2) -Before (Get-Date).Date.AddDays(-1) | Where-Object ActivityType -eq 'admin_login_success' | Select-Object -First 5</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomAdminActivity", SupportsPaging = true), OutputType(typeof(Intercom.AdminActivity))]
[Operation("GET", "admins/activity_logs", Paging = PageShape.Page, Items = "activity_logs")]
public sealed class GetAdminActivityCommand : IntercomReadCommand
{
    /// <summary>Only what was done after this time.</summary>
    [Parameter(Mandatory = true, Position = 0), Alias("Since"), Query("created_at_after"), Moment]
    public DateTime After { get; set; }

    /// <summary>Only what was done before this time.</summary>
    [Parameter(Position = 1), Query("created_at_before"), Moment]
    public DateTime Before { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (!MyInvocation.BoundParameters.ContainsKey(nameof(Before)) || Before > After) return;
        ThrowTerminatingError(ErrorRecords.From(new ArgumentException($"-Before {Before:g} is not later than -After {After:g}: nothing lies between. Give the later time as -Before."), null));
    }
}
