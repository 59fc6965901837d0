namespace Intercom.PowerShell;

/// <summary>Lists the reasons that teammates can select for being away.</summary>
/// <example>
/// <para>Lists the current reasons, without deleted ones.</para>
/// <code>Get-IntercomAwayReason</code>
/// <outcome>Test-Same $output.Label 'On a break', 'In a meeting', 'Out sick'</outcome>
/// </example>
/// <example>
/// <para>Sets Ines Okafor to away, with a reason selected by its label.</para>
/// <code>
/// $reason = Get-IntercomAwayReason | Where-Object Label -eq 'In a meeting'
/// Set-IntercomAdminStatus ines@sandbox.example $true -AwayReasonId $reason
/// </code>
/// <outcome>
/// $writes.Count -eq 1
/// (Get-IntercomAdmin 5003).AwayModeEnabled -and (Get-IntercomAdmin 5003).AwayStatusReasonId -eq $reason.Id
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomAwayReason"), OutputType(typeof(Intercom.AwayReason))]
[Operation("GET", "away_status_reasons", Items = "data")]
public sealed class GetAwayReasonCommand : NamedReadCommand
{
    /// <summary>Includes deleted reasons.</summary>
    [Parameter]
    public SwitchParameter IncludeDeleted { get; set; }

    /// <inheritdoc/>
    protected override IEnumerable<object> Output(object item)
    {
        if (IncludeDeleted || item is not Intercom.AwayReason { Deleted: true }) yield return item;
    }

    /// <summary>Returns only reasons with this label. Wildcards are allowed.</summary>
    [Parameter(Position = 0), SupportsWildcards, ArgumentCompleter(typeof(NameCompleter<AwayReason>))]
    public override string[] Name { get; set; } = [];
}
