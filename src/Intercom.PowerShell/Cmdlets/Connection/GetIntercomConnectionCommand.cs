using System;
using System.Linq;
using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Lists the connections of this process; with the environment variable INTERCOM_TOKEN set and nothing else connected, the one that it makes.</summary>
/// <example>
/// <para>Lists the connections; the star marks the current one.</para>
/// <code>Get-IntercomConnection</code>
/// </example>
/// <example>
/// <para>Works with two workspaces at once.</para>
/// <code>
/// $null = Connect-Intercom -Sandbox -Name rehearsal
/// Get-IntercomAdmin -Connection rehearsal
/// Get-IntercomConnection -Current
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomConnection"), OutputType(typeof(IntercomConnection))]
public sealed class GetIntercomConnectionCommand : PSCmdlet
{
    /// <summary>The name of a connection; wildcards are allowed.</summary>
    [Parameter(Position = 0), SupportsWildcards, ArgumentCompleter(typeof(ConnectionCompleter))]
    public string? Name { get; set; }

    /// <summary>Only the connection that cmdlets use without -Connection.</summary>
    [Parameter]
    public SwitchParameter Current { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Current || (IntercomConnections.All.Count == 0 && Name is null && !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(IntercomConnections.TokenVariable))))
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
        if (found.Count == 0 && Name is not null && !WildcardPattern.ContainsWildcardCharacters(Name)) WriteError(ErrorRecords.From(new ItemNotFoundException($"There is no connection named '{Name}'."), Name));
    }
}
