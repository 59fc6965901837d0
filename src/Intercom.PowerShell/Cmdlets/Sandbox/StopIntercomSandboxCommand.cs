using System.Management.Automation.Runspaces;
using Intercom.Sandbox;

namespace Intercom.PowerShell;

/// <summary>Stops sandboxes that Start-IntercomSandbox started, by default all of them.</summary>
/// <example>
/// <para>Stops one sandbox.</para>
/// <code>
/// $sandbox = Start-IntercomSandbox
/// $sandbox | Stop-IntercomSandbox
/// </code>
/// <outcome>
/// $sandbox.BaseUri.IsLoopback
/// $open = try { [System.Net.Sockets.TcpClient]::new('127.0.0.1', $sandbox.BaseUri.Port) } catch { }
/// -not $open
/// </outcome>
/// </example>
/// <example>
/// <para>Stops all sandboxes of this process.</para>
/// <code>
/// $one = Start-IntercomSandbox
/// $two = Start-IntercomSandbox
/// Stop-IntercomSandbox
/// </code>
/// <outcome>
/// $one.BaseUri.Port -ne $two.BaseUri.Port
/// $open = $one, $two | Where-Object { try { [System.Net.Sockets.TcpClient]::new('127.0.0.1', $_.BaseUri.Port) } catch { } }
/// -not $open
/// </outcome>
/// </example>
[Cmdlet(VerbsLifecycle.Stop, "IntercomSandbox")]
public sealed class StopIntercomSandboxCommand : PSCmdlet
{
    /// <summary>The sandbox to stop, as returned by Start-IntercomSandbox. By default, all sandboxes of this process are stopped.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public IntercomSandbox? Sandbox { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => RunningSandboxes.Stop(Sandbox?.Server);
}

/// <summary>The sandboxes that this process serves, and the session that each belongs to.</summary>
internal static class RunningSandboxes
{
    private static readonly List<(SandboxServer Server, Guid Session)> Servers = [];

    private static int _number;

    /// <summary>Returns the next number for a sandbox of this process.</summary>
    public static int NextNumber() => System.Threading.Interlocked.Increment(ref _number);

    /// <summary>Registers a sandbox, which stops when its session ends at the latest.</summary>
    public static void Add(SandboxServer server, Runspace? session)
    {
        lock (Servers) Servers.Add((server, session?.InstanceId ?? Guid.Empty));
        if (session is null) return;
        session.StateChanged += (_, change) =>
        {
            if (change.RunspaceStateInfo.State is RunspaceState.Closing or RunspaceState.Closed or RunspaceState.Broken) Stop(server);
        };
    }

    /// <summary>Stops one sandbox, or all sandboxes when it is null.</summary>
    public static void Stop(SandboxServer? server) => StopWhere(running => server is null || ReferenceEquals(running.Server, server));

    /// <summary>Stops the sandboxes of one session.</summary>
    public static void StopOf(Runspace? session) => StopWhere(running => session is not null && running.Session == session.InstanceId);

    private static void StopWhere(Func<(SandboxServer Server, Guid Session), bool> which)
    {
        lock (Servers)
        {
            foreach (var running in Servers.Where(which).ToList())
            {
                running.Server.Dispose();
                Servers.Remove(running);
            }
        }
    }
}
