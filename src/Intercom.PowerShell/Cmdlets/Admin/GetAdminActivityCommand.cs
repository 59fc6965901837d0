using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Lists the actions of the workspace's teammates (admins) from the activity log.</summary>
/// <example>
/// <para>Lists the actions of teammates in the last week, newest first.</para>
/// <code>Get-IntercomAdminActivity -7d</code>
/// <outcome>
/// $output | Test-Each { $_.CreatedAt -gt (Get-Date).AddDays(-7.01) }
/// $output.CreatedAt | Test-Sorted -Descending
/// $output.Count -lt (Before { Get-IntercomAdminActivity (Get-Date).AddDays(-30) }).Count
/// </outcome>
/// </example>
/// <example>
/// <para>Lists yesterday's sign-ins.</para>
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
    /// <summary>Returns only actions after this time. A date without a time of day means the start of that day.</summary>
    [Parameter(Mandatory = true, Position = 0), Alias("Since"), Query("created_at_after"), DateInput(IsBack = true)]
    [ArgumentCompleter(typeof(PastDateCompleter))]
    public DateTime After { get; set; }

    /// <summary>
    /// Returns only actions before this time. A date without a time of day, such as 2024-05-31, includes that whole day. A [datetime] value
    /// is an exact time.
    /// </summary>
    [Parameter(Position = 1), Query("created_at_before"), DateInput(IsEnd = true, IsExclusive = true, IsBack = true)]
    [ArgumentCompleter(typeof(PastDateCompleter))]
    public DateTime Before { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (!MyInvocation.BoundParameters.ContainsKey(nameof(Before)) || Before > After) return;
        var crossed = CommandErrors.EmptyRange(Before, After);
        ThrowTerminatingError(ErrorRecords.From(crossed, null));
    }
}
