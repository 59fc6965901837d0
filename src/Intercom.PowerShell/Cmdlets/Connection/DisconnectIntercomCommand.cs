namespace Intercom.PowerShell;

/// <summary>Ends a connection, by default the current one.</summary>
/// <remarks>
/// No other connection becomes current. Select one with Select-IntercomConnection. The data of an in-memory sandbox is lost.
/// </remarks>
/// <example>
/// <para>Ends the current connection.</para>
/// <code>Disconnect-Intercom</code>
/// <outcome>-not (Get-IntercomConnection)</outcome>
/// </example>
/// <example>
/// <para>Ends one connection by its name. The others remain.</para>
/// <code>
/// $null = Connect-Intercom -Sandbox -Name first
/// $null = Connect-Intercom -Sandbox -Name rehearsal
/// Disconnect-Intercom rehearsal
/// </code>
/// <outcome>(Get-IntercomConnection).Name -contains 'first' -and (Get-IntercomConnection).Name -notcontains 'rehearsal'</outcome>
/// </example>
[Cmdlet(VerbsCommunications.Disconnect, "Intercom")]
public sealed class DisconnectIntercomCommand : PSCmdlet
{
    /// <summary>The connection to end, by name or as an object. The default is the current connection of this session.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), Alias("Name"), ConnectionTransformation]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public IntercomConnection? Connection { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if ((Connection ?? SessionChoices.Own?.Connection) is { IsEnded: false } connection) IntercomConnections.Remove(connection);
        else
        {
            using var sink = new CommandSink();
            sink.Begin(this).Warn(this, "This session does not have a connection of its own to end. "
                + "Get-IntercomConnection lists the connections of the process.");
        }
    }
}
