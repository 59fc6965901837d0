namespace Intercom.PowerShell;

/// <summary>Changes the date, the type, the name or the hours of office hours exceptions.</summary>
/// <example>
/// <para>Opens the workspace for some hours of a day on which it was closed, and returns the exception.</para>
/// <code>
/// Get-IntercomOfficeHoursException 4201 4301 |
///     Set-IntercomOfficeHoursException -PassThru `
///         -TimeInterval @{ Start = '10:00'; End = '12:00' }
/// </code>
/// <outcome>$output[0].ExceptionType -eq 'custom_hours' -and "$($output[0].TimeIntervals)" -match '10:00-12:00$'</outcome>
/// </example>
/// <example>
/// <para>Closes the workspace on a day that had shorter hours.</para>
/// <code>
/// Set-IntercomOfficeHoursException 4302 -OfficeHoursScheduleId 4201 `
///     -ExceptionType closed
/// </code>
/// <outcome>$writes.Count -eq 1 -and -not (Get-IntercomOfficeHoursException 4201 4302).TimeIntervals</outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomOfficeHoursException", SupportsShouldProcess = true), OutputType(typeof(OfficeHoursException))]
[Operation("PUT", "office_hours_schedules/{OfficeHoursScheduleId}/office_hours_exceptions/{OfficeHoursExceptionId}",
    Resource = nameof(OfficeHoursExceptionId), Since = "2.16")]
public sealed class SetOfficeHoursExceptionCommand : OfficeHoursExceptionFieldsCommand
{
    /// <summary>The id of one or more exceptions.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("OfficeHoursExceptionId")]
    public string[] OfficeHoursExceptionId { get; set; } = [];

    /// <summary>The id of the schedule that the exceptions belong to. A piped exception supplies it.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true), IntercomId("OfficeHoursScheduleId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string? OfficeHoursScheduleId { get; set; }

    /// <summary>The new date, such as 2026-12-25. Intercom reads it in the time zone of the schedule.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("Date"), DateInput, Body("exception_date")]
    public DateTime? ExceptionDate { get; set; }

    /// <summary>Returns the changed exception.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) => base.PlanWork(WithType(input, null))
        .Select(work => OfficeHoursText.OfChange(OnDay(work, ExceptionDate), TimeInterval, isWeek: false));
}
