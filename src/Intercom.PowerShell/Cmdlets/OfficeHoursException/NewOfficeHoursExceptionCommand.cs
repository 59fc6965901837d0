namespace Intercom.PowerShell;

/// <summary>Creates exceptions of an office hours schedule: dates on which the workspace is closed, or has other hours.</summary>
/// <example>
/// <para>Closes the workspace on a public holiday of every year.</para>
/// <code>
/// Get-IntercomOfficeHoursSchedule Support |
///     New-IntercomOfficeHoursException 2027-01-01 -Name 'New Year' `
///         -RecurringAnnually $true
/// </code>
/// <outcome>
/// $output[0].ExceptionDate -eq '2027-01-01' -and $output[0].ExceptionType -eq 'closed'
/// @(Get-IntercomOfficeHoursException 4201).Count -eq 3
/// </outcome>
/// </example>
/// <example>
/// <para>Shortens the hours of one day.</para>
/// <code>
/// New-IntercomOfficeHoursException 2027-12-24 -OfficeHoursScheduleId 4201 `
///     -TimeInterval @{ Start = '09:00'; End = '13:00' }
/// </code>
/// <outcome>
/// $output[0].ExceptionType -eq 'custom_hours'
/// $output[0].TimeIntervals[0].End -eq '13:00' -and $output[0].TimeIntervals[0].Day -eq 'Friday'
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomOfficeHoursException", SupportsShouldProcess = true), OutputType(typeof(OfficeHoursException))]
[Operation("POST", "office_hours_schedules/{OfficeHoursScheduleId}/office_hours_exceptions", Since = "2.16")]
public sealed class NewOfficeHoursExceptionCommand : OfficeHoursExceptionFieldsCommand
{
    /// <summary>The date, such as 2026-12-25. Intercom reads it in the time zone of the schedule.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), Alias("Date"), DateInput, Body("exception_date")]
    public DateTime? ExceptionDate { get; set; }

    /// <summary>The id of the schedule.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true), IntercomId("OfficeHoursScheduleId"), ArgumentCompleter(typeof(IdCompleter))]
    public string? OfficeHoursScheduleId { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        var hours = TimeInterval is null ? "closed" : TimeIntervalsAttribute.Shown(TimeInterval, isWeek: false);
        return base.PlanWork(WithType(input, "closed")).Select(work => OnDay(work, ExceptionDate) with
        {
            Doing = $"Create office hours exception {ExceptionDate:yyyy-MM-dd} ({hours}) in {work.Resource}",
        });
    }
}
