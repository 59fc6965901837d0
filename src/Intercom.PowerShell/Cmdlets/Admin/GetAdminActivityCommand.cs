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
/// Get-IntercomAdminActivity $day -Before $day.AddDays(1).AddSeconds(-1) `
///     -EventType admin_login_success
/// </code>
/// <outcome>$output | Test-Each { $_.ActivityType -eq 'admin_login_success' -and $_.CreatedAt.ToLocalTime().Date -eq $day }</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomAdminActivity", SupportsPaging = true), OutputType(typeof(Intercom.AdminActivity))]
[Operation("GET", "admins/activity_logs", ParameterSet = "List", Paging = PageShape.Page, Items = "activity_logs")]
[Operation("POST", "admins/activity_logs/search", ParameterSet = "EventType", Paging = PageShape.Body, Items = "activity_logs",
    PageSize = 250, Retry = RetryClass.Safe, Since = "2.16")]
public sealed class GetAdminActivityCommand : IntercomReadCommand
{
    /// <summary>Returns only actions after this time. A date without a time of day means the start of that day.</summary>
    [Parameter(Mandatory = true, Position = 0), Alias("Since"), Query("created_at_after"), Body("created_at_after")]
    [DateInput(IsBack = true), ArgumentCompleter(typeof(PastDateCompleter))]
    public DateTime After { get; set; }

    /// <summary>
    /// Returns only actions before this time. A date without a time of day, such as 2024-05-31, includes that whole day. A [datetime] value
    /// is an exact time.
    /// </summary>
    [Parameter(Position = 1), Query("created_at_before"), Body("created_at_before")]
    [DateInput(IsEnd = true, IsExclusive = true, IsBack = true), ArgumentCompleter(typeof(PastDateCompleter))]
    public DateTime Before { get; set; }

    /// <summary>
    /// Returns only actions of these kinds, such as admin_login_success. Get-IntercomAdminActivityType lists the kinds, and Tab completes
    /// them.
    /// </summary>
    [Parameter, Selects("EventType"), Body("event_types"), ArgumentCompleter(typeof(ActivityTypeCompleter))]
    public string[] EventType { get; set; } = [];

    /// <inheritdoc/>
    protected override ApiRequest Complete(ApiRequest request) => request.Method == "GET" ? request
        // A search has the times in its body.
        : request.WithQuery(("created_at_after", null), ("created_at_before", null));

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (!MyInvocation.BoundParameters.ContainsKey(nameof(Before)) || Before > After) return;
        var crossed = CommandErrors.EmptyRange(Before, After);
        ThrowTerminatingError(ErrorRecords.From(crossed, null));
    }
}
