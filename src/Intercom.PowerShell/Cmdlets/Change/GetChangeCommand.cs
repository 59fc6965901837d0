namespace Intercom.PowerShell;

/// <summary>Gets the changes that this connection sent to Intercom, with their outcomes.</summary>
/// <remarks>
/// Each connection keeps its last 10000 changes, until it ends. All cmdlets that write are recorded, also in other runspaces that use the
/// same connection, and writes of Invoke-IntercomRequest. Before contains the former values of the changed fields. They are known when the
/// resource was piped as an object that had been read, and are the values of that object. Connect-Intercom -LogPath keeps all changes in a
/// file.
/// </remarks>
/// <example>
/// <para>Shows what the last commands changed.</para>
/// <code>
/// Get-IntercomContact -ExternalId user-123 |
///     Set-IntercomContact -Name 'Ada Albright'
/// Close-IntercomConversation 100120
/// Get-IntercomChange -Last 2
/// </code>
/// <outcome>
/// $output.Count -eq 2 -and $output[0].Command -eq 'Set-IntercomContact' -and $output[0].Before.name -eq 'Ada Rossi'
/// $output[1].ResourceId -eq '100120' -and $output[1].Outcome -eq 'Applied'
/// </outcome>
/// </example>
/// <example>
/// <para>Shows the changes that failed, and why.</para>
/// <code>
/// Close-IntercomConversation 1 -ErrorAction SilentlyContinue
/// Get-IntercomChange -Outcome Failed | Format-List Action, Error
/// </code>
/// <outcome>($output | Out-String) -match 'Close conversation 1'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomChange"), OutputType(typeof(IntercomChange))]
public sealed class GetChangeCommand : IntercomCommand
{
    /// <summary>Returns only this number of changes, the latest ones.</summary>
    [Parameter(Position = 0), ValidateRange(1, int.MaxValue), WholeNumber]
    public int Last { get; set; }

    /// <summary>Returns only changes with this outcome: Applied, Failed or Unknown.</summary>
    [Parameter, ValidateSet("Applied", "Failed", "Unknown", IgnoreCase = true)]
    public string? Outcome { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var changes = ChangeList.Of(Session);
        var found = changes.All.Where(change =>
            Outcome is null || string.Equals(change.Outcome, Outcome, StringComparison.OrdinalIgnoreCase)).ToList();
        var isWhole = Last == 0 || Last > found.Count;
        if (isWhole && changes.Dropped is > 0 and var dropped)
        {
            Warn($"{dropped} older changes are no longer in the list, which is limited to {ChangeList.Most}. "
                + "Connect-Intercom -LogPath keeps all changes in a file.");
        }
        foreach (var change in isWhole ? found : found.Skip(found.Count - Last)) WriteOutput(change);
    }
}
