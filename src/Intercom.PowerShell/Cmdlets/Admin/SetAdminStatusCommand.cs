namespace Intercom.PowerShell;

/// <summary>Sets teammates (admins) to away or active.</summary>
/// <example>
/// <para>Sets a teammate to away, and sends new replies to the default inbox in the meantime.</para>
/// <code>Set-IntercomAdminStatus ines@sandbox.example $true -Reassign $true</code>
/// <outcome>
/// $writes.Count -eq 1
/// (Get-IntercomAdmin 5003).AwayModeEnabled -and (Get-IntercomAdmin 5003).AwayModeReassign
/// </outcome>
/// </example>
/// <example>
/// <para>Sets every teammate who is away to active, and returns them.</para>
/// <code>
/// Get-IntercomAdmin | Where-Object AwayModeEnabled |
///     Set-IntercomAdminStatus -Away $false -PassThru
/// </code>
/// <outcome>
/// Test-Same $output.Name (Before { Get-IntercomAdmin | Where-Object AwayModeEnabled }).Name
/// $output | Test-Each { -not $_.AwayModeEnabled }
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomAdminStatus", SupportsShouldProcess = true), OutputType(typeof(Intercom.Admin))]
[Operation("PUT", "admins/{AdminId}/away")]
public sealed class SetAdminStatusCommand : IntercomWriteCommand
{
    /// <summary>The admin, by id, email address or name, or as an object.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("AdminId")]
    [NameOf(typeof(Admin), NumbersAreIds = true), ArgumentCompleter(typeof(IdCompleter))]
    public string[] AdminId { get; set; } = [];

    /// <summary>$true sets the admin to away, $false to active.</summary>
    [Parameter(Mandatory = true, Position = 1), Body("away_mode_enabled"), Truth]
    public bool Away { get; set; }

    /// <summary>$true sends new replies to the default inbox while the admin is away. The cmdlet sends $false by default.</summary>
    [Parameter, Body("away_mode_reassign"), Truth]
    public bool Reassign { get; set; }

    /// <summary>The reason, by id or as an object from Get-IntercomAwayReason. Some workspaces require a reason.</summary>
    [Parameter, Alias("Reason"), IntercomId("AwayReasonId"), Body("away_status_reason_id", Form = WireForm.Integer)]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string? AwayReasonId { get; set; }

    /// <summary>Returns the changed admin.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) =>
        // Intercom requires both fields every time.
        base.PlanWork(input.Supply(nameof(Reassign), Reassign)).Select(work => work with
        {
            Doing = $"Set {work.Resource} to {(Away ? "away" : "active")}{(Reassign ? ", and reassign new conversations" : "")}",
        });
}
