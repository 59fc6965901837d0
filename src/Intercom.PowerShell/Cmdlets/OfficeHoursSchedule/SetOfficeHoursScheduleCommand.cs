using System.Collections;

namespace Intercom.PowerShell;

/// <summary>Changes the name, the time zone or the hours of office hours schedules.</summary>
/// <remarks>-TimeInterval replaces the hours of the whole week. Exceptions of the schedule remain.</remarks>
/// <example>
/// <para>Changes the time zone of a schedule, and returns the schedule.</para>
/// <code>
/// Get-IntercomOfficeHoursSchedule Support |
///     Set-IntercomOfficeHoursSchedule -TimeZoneName America/New_York -PassThru
/// </code>
/// <outcome>$output[0].TimeZoneName -eq 'America/New_York' -and $output[0].TimeIntervals.Count -eq 5</outcome>
/// </example>
/// <example>
/// <para>Adds hours on Saturday to the hours that a schedule has.</para>
/// <code>
/// $support = Get-IntercomOfficeHoursSchedule Support
/// $hours = @($support.TimeIntervals)
/// $hours += @{ Day = 'Saturday'; Start = '10:00'; End = '14:00' }
/// $support | Set-IntercomOfficeHoursSchedule -TimeInterval $hours
/// </code>
/// <outcome>
/// $now = (Get-IntercomOfficeHoursSchedule Support).TimeIntervals
/// $now.Count -eq 6 -and "$($now[5])" -eq 'Saturday 10:00-14:00'
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomOfficeHoursSchedule", SupportsShouldProcess = true), OutputType(typeof(OfficeHoursSchedule))]
[Operation("PUT", "office_hours_schedules/{OfficeHoursScheduleId}", Since = "2.16")]
public sealed class SetOfficeHoursScheduleCommand : IntercomWriteCommand
{
    /// <summary>The id of one or more schedules.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("OfficeHoursScheduleId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] OfficeHoursScheduleId { get; set; } = [];

    /// <summary>The new name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("NewName"), Body("name")]
    public string? Name { get; set; }

    /// <summary>The time zone of the hours, by its name in the IANA database, such as Europe/Dublin.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("TimeZone"), ArgumentCompleter(typeof(TimeZoneNameCompleter))]
    [Trim, Body("time_zone_name")]
    public string? TimeZoneName { get; set; }

    /// <summary>
    /// The hours of the whole week, such as @{ Day = 'Monday'; Start = '09:00'; End = '17:00' }. Day accepts several days. Hours that end
    /// on another day also have EndDay. The end of a day is 24:00.
    /// </summary>
    [Parameter, Alias("TimeIntervals"), TimeIntervals(IsWeek = true), Body("time_intervals")]
    public Hashtable[]? TimeInterval { get; set; }

    /// <summary>Returns the changed schedule.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        if (!string.IsNullOrEmpty(TimeZoneName)) IanaZone.Require(TimeZoneName!);
        return base.PlanWork(input).Select(work => OfficeHoursText.OfChange(work, TimeInterval, isWeek: true).ThenForget());
    }
}
