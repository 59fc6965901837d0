namespace Intercom.PowerShell;

/// <summary>Lists the office hours schedules of the workspace, or gets them by id or name.</summary>
/// <example>
/// <para>Lists the schedules.</para>
/// <code>Get-IntercomOfficeHoursSchedule</code>
/// <outcome>Test-Same $output.Name 'Support', 'Always open'</outcome>
/// </example>
/// <example>
/// <para>Shows the hours of a schedule, one line for each day.</para>
/// <code>(Get-IntercomOfficeHoursSchedule Support).TimeIntervals</code>
/// <outcome>
/// Test-Same $output.Day 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'
/// $output | Test-Each { $_.Start -eq '09:00' -and $_.End -eq '17:00' }
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomOfficeHoursSchedule"), OutputType(typeof(OfficeHoursSchedule))]
[Operation("GET", "office_hours_schedules", ParameterSet = "List", Items = "data", Since = "2.16")]
[Operation("GET", "office_hours_schedules/{OfficeHoursScheduleId}", ParameterSet = "Id", Since = "2.16")]
public sealed class GetOfficeHoursScheduleCommand : NamedReadCommand
{
    /// <summary>The id or name of one or more schedules. A name can contain wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("OfficeHoursScheduleId"), Selects("Id")]
    [SupportsWildcards, OrNameOf(typeof(OfficeHoursSchedule)), ArgumentCompleter(typeof(IdCompleter))]
    public string[] OfficeHoursScheduleId { get; set; } = [];

    /// <summary>Returns only schedules with this name. Wildcards are allowed.</summary>
    [Parameter, OnlyFor("List"), SupportsWildcards, ArgumentCompleter(typeof(NameCompleter<OfficeHoursSchedule>))]
    public override string[] Name { get; set; } = [];
}
