using System.Collections;

namespace Intercom.PowerShell;

/// <summary>Creates office hours schedules: the hours of a week in a time zone.</summary>
/// <remarks>
/// Hours begin and end on a quarter of an hour. Get-IntercomOfficeHoursSchedule returns them in the same form. For a schedule that is
/// always open, specify Monday 00:00 to Sunday 24:00.
/// </remarks>
/// <example>
/// <para>Creates a schedule with the same hours on five days, and shows them.</para>
/// <code>
/// $days = 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'
/// $hours = @{ Day = $days; Start = '08:30'; End = '18:00' }
/// $sales = New-IntercomOfficeHoursSchedule Sales Europe/Berlin $hours
/// $sales.TimeIntervals
/// </code>
/// <outcome>
/// $output.Count -eq 5 -and "$($output[0])" -eq 'Monday 08:30-18:00'
/// (Get-IntercomOfficeHoursSchedule Sales).TimeZoneName -eq 'Europe/Berlin'
/// </outcome>
/// </example>
/// <example>
/// <para>Creates a schedule for nights, which end on the next day.</para>
/// <code>
/// $nights = @(
///     @{ Day = 'Friday'; Start = '22:00'; EndDay = 'Saturday'; End = '06:00' }
///     @{ Day = 'Saturday'; Start = '22:00'; EndDay = 'Sunday'; End = '06:00' }
/// )
/// New-IntercomOfficeHoursSchedule Nights Europe/Dublin $nights
/// </code>
/// <outcome>$output[0].TimeIntervals.ToString() -eq 'Friday 22:00-Saturday 06:00, Saturday 22:00-Sunday 06:00'</outcome>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomOfficeHoursSchedule", SupportsShouldProcess = true), OutputType(typeof(OfficeHoursSchedule))]
[Operation("POST", "office_hours_schedules", Since = "2.16")]
public sealed class NewOfficeHoursScheduleCommand : IntercomWriteCommand
{
    /// <summary>The schedule's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("name")]
    public string? Name { get; set; }

    /// <summary>The time zone of the hours, by its name in the IANA database, such as Europe/Dublin.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true), Alias("TimeZone"), ValidateNotNullOrEmpty]
    [Trim, ArgumentCompleter(typeof(TimeZoneNameCompleter)), Body("time_zone_name")]
    public string? TimeZoneName { get; set; }

    /// <summary>
    /// The hours during which the workspace is open, such as @{ Day = 'Monday'; Start = '09:00'; End = '17:00' }. Day accepts several days.
    /// Hours that end on another day also have EndDay. The end of a day is 24:00.
    /// </summary>
    [Parameter(Position = 2), Alias("TimeIntervals"), TimeIntervals(IsWeek = true), Body("time_intervals")]
    public Hashtable[]? TimeInterval { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        IanaZone.Require(TimeZoneName!);
        if (TimeInterval is not { Length: > 0 }) throw CommandErrors.ScheduleWithoutHours();
        var hours = TimeIntervalsAttribute.Shown(TimeInterval, isWeek: true);
        return base.PlanWork(input).Select(work => work.ThenForget() with { Doing = $"Create {work.Resource}: {hours} in {TimeZoneName}" });
    }
}
