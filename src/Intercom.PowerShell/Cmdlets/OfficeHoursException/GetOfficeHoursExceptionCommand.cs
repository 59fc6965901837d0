namespace Intercom.PowerShell;

/// <summary>Lists the exceptions of office hours schedules, such as public holidays, or gets them by id.</summary>
/// <example>
/// <para>Lists the exceptions of all schedules.</para>
/// <code>
/// Get-IntercomOfficeHoursSchedule | Get-IntercomOfficeHoursException
/// </code>
/// <outcome>Test-Same $output.Name 'Christmas Day', 'Summer party'</outcome>
/// </example>
/// <example>
/// <para>Gets one exception of a schedule.</para>
/// <code>Get-IntercomOfficeHoursException 4201 4302</code>
/// <outcome>$output.Count -eq 1 -and "$($output[0].TimeIntervals)" -match '09:00-12:30$'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomOfficeHoursException"), OutputType(typeof(OfficeHoursException))]
[Operation("GET", "office_hours_schedules/{OfficeHoursScheduleId}/office_hours_exceptions", ParameterSet = "List", Items = "data",
    Since = "2.16")]
[Operation("GET", "office_hours_schedules/{OfficeHoursScheduleId}/office_hours_exceptions/{OfficeHoursExceptionId}", ParameterSet = "Id",
    Resource = nameof(OfficeHoursExceptionId), Since = "2.16")]
public sealed class GetOfficeHoursExceptionCommand : IntercomReadCommand
{
    /// <summary>The id of the schedule.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), IntercomId("OfficeHoursScheduleId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string? OfficeHoursScheduleId { get; set; }

    /// <summary>The id of one or more exceptions of the schedule.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true), Alias("Id"), IntercomId("OfficeHoursExceptionId"), Selects("Id")]
    public string[] OfficeHoursExceptionId { get; set; } = [];
}
