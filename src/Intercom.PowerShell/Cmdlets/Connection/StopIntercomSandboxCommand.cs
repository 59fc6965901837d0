using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Intercom.Sandbox;

namespace Intercom.PowerShell;

/// <summary>Ends sandboxes that Start-IntercomSandbox serves; by default all of them.</summary>
/// <example>
/// <para>Ends one sandbox.</para>
/// <code>
/// $sandbox = Start-IntercomSandbox
/// $sandbox | Stop-IntercomSandbox
/// </code>
/// </example>
/// <example>
/// <para>Ends all that are served.</para>
/// <code>Stop-IntercomSandbox</code>
/// </example>
[Cmdlet(VerbsLifecycle.Stop, "IntercomSandbox")]
public sealed class StopIntercomSandboxCommand : PSCmdlet
{
    /// <summary>The sandbox, as Start-IntercomSandbox gave it.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public IntercomSandbox? Sandbox { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => RunningSandboxes.Stop(Sandbox?.Server);
}

/// <summary>The sandboxes that this process serves.</summary>
internal static class RunningSandboxes
{
    private static readonly List<SandboxServer> Servers = [];

    public static void Add(SandboxServer server)
    {
        lock (Servers) Servers.Add(server);
    }

    /// <summary>Ends one, or all.</summary>
    public static void Stop(SandboxServer? server)
    {
        lock (Servers)
        {
            foreach (var running in Servers.Where(candidate => server is null || ReferenceEquals(candidate, server)).ToList())
            {
                running.Dispose();
                Servers.Remove(running);
            }
        }
    }
}
