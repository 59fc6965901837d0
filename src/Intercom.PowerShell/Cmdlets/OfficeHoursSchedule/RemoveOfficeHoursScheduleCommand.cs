namespace Intercom.PowerShell;

/// <summary>Deletes office hours schedules permanently, with their exceptions.</summary>
/// <example>
/// <para>Shows what would be deleted without deleting anything.</para>
/// <code>
/// Get-IntercomOfficeHoursSchedule 'Always open' |
///     Remove-IntercomOfficeHoursSchedule -WhatIf
/// </code>
/// <outcome>"$whatif" -eq 'Delete office hours schedule 4202 (Always open)' -and $writes.Count -eq 0</outcome>
/// </example>
/// <example>
/// <para>Deletes one schedule by its id without a confirmation prompt.</para>
/// <code>Remove-IntercomOfficeHoursSchedule 4202 -Confirm:$false</code>
/// <outcome>$writes.Count -eq 1 -and "$((Get-IntercomOfficeHoursSchedule).Name)" -eq 'Support'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomOfficeHoursSchedule", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Operation("DELETE", "office_hours_schedules/{OfficeHoursScheduleId}", Returns = typeof(object), Since = "2.16")]
public sealed class RemoveOfficeHoursScheduleCommand : IntercomWriteCommand
{
    /// <summary>The id of one or more schedules.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("OfficeHoursScheduleId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] OfficeHoursScheduleId { get; set; } = [];

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) => base.PlanWork(input).Select(Senders.ThenForget);
}
