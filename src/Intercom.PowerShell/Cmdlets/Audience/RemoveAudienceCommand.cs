namespace Intercom.PowerShell;

/// <summary>Deletes audiences permanently.</summary>
/// <example>
/// <para>Shows what would be deleted without deleting anything.</para>
/// <code>Get-IntercomAudience Leads | Remove-IntercomAudience -WhatIf</code>
/// <outcome>"$whatif" -eq 'Delete audience 6502 (Leads)' -and $writes.Count -eq 0</outcome>
/// </example>
/// <example>
/// <para>Deletes one audience by its id without a confirmation prompt.</para>
/// <code>Remove-IntercomAudience 6502 -Confirm:$false</code>
/// <outcome>$writes.Count -eq 1 -and "$((Get-IntercomAudience).Name)" -eq 'Enterprise accounts'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomAudience", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Operation("DELETE", "audiences/{AudienceId}", Returns = typeof(object), Since = "2.16")]
public sealed class RemoveAudienceCommand : IntercomWriteCommand
{
    /// <summary>The id of one or more audiences.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("AudienceId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] AudienceId { get; set; } = [];

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) => base.PlanWork(input).Select(Senders.ThenForget);
}
