namespace Intercom.PowerShell;

/// <summary>Gets the connections of this process.</summary>
/// <remarks>
/// If the environment variable INTERCOM_TOKEN is set and there are no connections, the cmdlet returns the connection that the variable
/// provides.
/// </remarks>
/// <example>
/// <para>Lists the connections. The column Current shows which one the cmdlets use.</para>
/// <code>
/// $null = Connect-Intercom -Sandbox -Name rehearsal
/// Get-IntercomConnection
/// </code>
/// <outcome>
/// $output.Count -eq 2
/// ($output | Format-Table | Out-String) -match 'rehearsal\s+True' -and ($output | Format-Table | Out-String) -match 'Sandbox\s+False'
/// </outcome>
/// </example>
/// <example>
/// <para>Reads from a second workspace, while the first one stays current.</para>
/// <code>
/// $first = Get-IntercomConnection -Current
/// $null = Connect-Intercom -Sandbox -Name rehearsal
/// Select-IntercomConnection $first
/// $null = Get-IntercomAdmin -Connection rehearsal
/// Get-IntercomConnection -Current
/// </code>
/// <outcome>$output.Count -eq 1 -and $output[0].Name -eq $first.Name -and $first.Name -ne 'rehearsal'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomConnection"), OutputType(typeof(IntercomConnection))]
public sealed class GetIntercomConnectionCommand : PSCmdlet
{
    /// <summary>The name of a connection. Wildcards are allowed.</summary>
    [Parameter(Position = 0), SupportsWildcards, ArgumentCompleter(typeof(ConnectionCompleter))]
    public string? Name { get; set; }

    /// <summary>Returns only the connection that cmdlets use without -Connection.</summary>
    [Parameter]
    public SwitchParameter Current { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Current || (IntercomConnections.All.Count == 0 && Name is null
            && !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(IntercomConnections.TokenVariable))))
        {
            try
            {
                WriteObject(IntercomConnections.Current());
            }
            catch (NotConnectedException failure)
            {
                WriteError(ErrorRecords.From(failure, null));
            }
            return;
        }
        var pattern = WildcardPattern.Get(Name ?? "*", WildcardOptions.IgnoreCase);
        var found = IntercomConnections.All.Where(connection => pattern.IsMatch(connection.Name)).ToList();
        WriteObject(found, enumerateCollection: true);
        if (found.Count == 0 && Name is not null && !WildcardPattern.ContainsWildcardCharacters(Name))
        {
            var text = $"There is no connection named '{Name}'. Get-IntercomConnection lists the connections.";
            WriteError(ErrorRecords.From(CommandErrors.NoSuchConnection(Name), Name));
        }
    }
}
