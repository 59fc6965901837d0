using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Makes a connection the current one, which cmdlets use without -Connection.</summary>
/// <example>
/// <para>Works in one workspace, then in the other.</para>
/// <code>
/// $null = Connect-Intercom -Sandbox -Name first
/// $null = Connect-Intercom -Sandbox -Name second
/// Select-IntercomConnection first
/// Get-IntercomConnection -Current
/// </code>
/// </example>
/// <example>
/// <para>Makes a connection current and shows it.</para>
/// <code>Get-IntercomConnection | Select-Object -First 1 | Select-IntercomConnection -PassThru</code>
/// </example>
[Cmdlet(VerbsCommon.Select, "IntercomConnection"), OutputType(typeof(IntercomConnection))]
public sealed class SelectIntercomConnectionCommand : PSCmdlet
{
    /// <summary>The connection, by name or as an object.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Name"), ConnectionTransformation, ArgumentCompleter(typeof(ConnectionCompleter))]
    public IntercomConnection Connection { get; set; } = null!;

    /// <summary>Gives the connection.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        IntercomConnections.Select(Connection);
        if (PassThru) WriteObject(Connection);
    }
}
