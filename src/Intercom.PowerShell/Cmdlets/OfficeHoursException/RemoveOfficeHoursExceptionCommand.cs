namespace Intercom.PowerShell;

/// <summary>Deletes exceptions of office hours schedules, so that the hours of the schedule apply again.</summary>
/// <example>
/// <para>Shows what would be deleted without deleting anything.</para>
/// <code>
/// Get-IntercomOfficeHoursException 4201 |
///     Remove-IntercomOfficeHoursException -WhatIf
/// </code>
/// <outcome>$whatif.Count -eq 2 -and $whatif[0] -eq 'Delete office hours exception 4301 (Christmas Day)' -and $writes.Count -eq 0</outcome>
/// </example>
/// <example>
/// <para>Deletes one exception by its id without a confirmation prompt.</para>
/// <code>
/// Remove-IntercomOfficeHoursException 4302 -OfficeHoursScheduleId 4201 `
///     -Confirm:$false
/// </code>
/// <outcome>$writes.Count -eq 1 -and "$((Get-IntercomOfficeHoursException 4201).Name)" -eq 'Christmas Day'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomOfficeHoursException", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Operation("DELETE", "office_hours_schedules/{OfficeHoursScheduleId}/office_hours_exceptions/{OfficeHoursExceptionId}",
    Resource = nameof(OfficeHoursExceptionId), Returns = typeof(object), Since = "2.16")]
public sealed class RemoveOfficeHoursExceptionCommand : IntercomWriteCommand
{
    /// <summary>The id of one or more exceptions.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("OfficeHoursExceptionId")]
    public string[] OfficeHoursExceptionId { get; set; } = [];

    /// <summary>The id of the schedule that the exceptions belong to. A piped exception supplies it.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true), IntercomId("OfficeHoursScheduleId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string? OfficeHoursScheduleId { get; set; }
}
