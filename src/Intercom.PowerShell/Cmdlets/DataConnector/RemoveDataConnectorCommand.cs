namespace Intercom.PowerShell;

/// <summary>Deletes data connectors permanently. Only drafts that nothing uses can be deleted.</summary>
/// <example>
/// <para>Shows what would be deleted without deleting anything.</para>
/// <code>
/// Get-IntercomDataConnector | Where-Object State -eq draft |
///     Remove-IntercomDataConnector -WhatIf
/// </code>
/// <outcome>"$whatif" -eq 'Delete data connector 7702 (Refund)' -and $writes.Count -eq 0</outcome>
/// </example>
/// <example>
/// <para>Deletes one draft by its id without a confirmation prompt.</para>
/// <code>Remove-IntercomDataConnector 7702 -Confirm:$false</code>
/// <outcome>$writes.Count -eq 1 -and "$((Get-IntercomDataConnector).Name)" -eq 'Order status'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomDataConnector", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Operation("DELETE", "data_connectors/{DataConnectorId}", Returns = typeof(object), Since = "2.16")]
public sealed class RemoveDataConnectorCommand : IntercomWriteCommand
{
    /// <summary>The id of one or more connectors.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("DataConnectorId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] DataConnectorId { get; set; } = [];

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) => base.PlanWork(input).Select(Senders.ThenForget);
}
