namespace Intercom.PowerShell;

/// <summary>Selects the connection that cmdlets in this session use without -Connection.</summary>
/// <example>
/// <para>Selects a connection, which the following cmdlets then use.</para>
/// <code>
/// $null = Connect-Intercom -Sandbox -Name first
/// $null = Connect-Intercom -Sandbox -Name second
/// Select-IntercomConnection first
/// Get-IntercomConnection -Current
/// </code>
/// <outcome>$output.Count -eq 1 -and $output[0].Name -eq 'first'</outcome>
/// </example>
/// <example>
/// <para>Selects a connection and returns it.</para>
/// <code>
/// $null = Connect-Intercom -Sandbox -Name first
/// $null = Connect-Intercom -Sandbox -Name second
/// Select-IntercomConnection first -PassThru
/// </code>
/// <outcome>$output.Count -eq 1 -and $output[0].Name -eq 'first' -and (Get-IntercomConnection -Current).Name -eq 'first'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Select, "IntercomConnection"), OutputType(typeof(IntercomConnection))]
public sealed class SelectIntercomConnectionCommand : PSCmdlet
{
    /// <summary>The connection to select, by name or as an object.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Name"), ConnectionTransformation]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public IntercomConnection Connection { get; set; } = null!;

    /// <summary>Returns the selected connection.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        IntercomConnections.Select(Connection);
        if (PassThru) WriteObject(Connection);
    }
}
