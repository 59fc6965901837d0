namespace Intercom.PowerShell;

/// <summary>Deletes help center collections.</summary>
/// <remarks>The articles in a deleted collection remain, without a collection.</remarks>
/// <example>
/// <para>Shows which collection would be deleted, without deleting it.</para>
/// <code>Remove-IntercomCollection 8104 -WhatIf</code>
/// <outcome>$whatif.Count -eq 1 -and $writes.Count -eq 0</outcome>
/// </example>
/// <example>
/// <para>Creates an empty collection, then deletes it without a confirmation prompt.</para>
/// <code>
/// $collection = New-IntercomCollection 'Sale of the week'
/// $collection | Remove-IntercomCollection -Confirm:$false
/// </code>
/// <outcome>
/// $writes[-1].Method -eq 'DELETE' -and $writes[-1].Path -like "*collections/$($collection.Id)"
/// Test-Same (Get-IntercomCollection).Id (Before { Get-IntercomCollection }).Id
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomCollection", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Operation("DELETE", "help_center/collections/{CollectionId}", Returns = typeof(object))]
public sealed class RemoveCollectionCommand : IntercomWriteCommand
{
    /// <summary>The id of one or more collections.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("CollectionId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] CollectionId { get; set; } = [];
}
