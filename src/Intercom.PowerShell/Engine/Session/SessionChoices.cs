using System.Management.Automation.Runspaces;

namespace Intercom.PowerShell;

/// <summary>The choice of a session (a runspace): a connection, or the reason why it has none.</summary>
/// <param name="Connection">The connection. Null without one.</param>
/// <param name="Why">Why the session has no connection.</param>
internal sealed record SessionChoice(IntercomConnection? Connection, string? Why = null);

/// <summary>
/// Which connection each session of the process has chosen. A session that has chosen nothing, such as one of ForEach-Object -Parallel,
/// follows the first session that uses the module: the prompt, or the script itself. No other session changes what is current for somebody
/// else.
/// </summary>
internal static class SessionChoices
{
    private sealed class Session(Runspace runspace)
    {
        private readonly WeakReference<Runspace> _runspace = new(runspace);

        public int Number { get; } = runspace.Id;

        public SessionChoice? Choice { get; set; }

        /// <summary>The connections that this session made, by their names.</summary>
        public Dictionary<string, IntercomConnection> Made { get; } = new(StringComparer.OrdinalIgnoreCase);

        public bool IsOpen => _runspace.TryGetTarget(out var runspace)
            && runspace.RunspaceStateInfo.State is not (RunspaceState.Closed or RunspaceState.Closing or RunspaceState.Broken);
    }

    private static readonly Dictionary<Guid, Session> Sessions = [];

    /// <summary>What the present session itself has chosen; null for nothing yet.</summary>
    public static SessionChoice? Own
    {
        get
        {
            lock (Sessions) return Mine()?.Choice;
        }
    }

    /// <summary>What holds for the present session: its own choice, else that of the first session.</summary>
    public static SessionChoice? InForce
    {
        get
        {
            lock (Sessions) return Mine()?.Choice ?? First()?.Choice;
        }
    }

    /// <summary>Chooses for the present session.</summary>
    public static void Choose(SessionChoice choice)
    {
        lock (Sessions)
        {
            if (Mine() is { } session) session.Choice = choice;
        }
    }

    /// <summary>
    /// Keeps a connection that the present session made under its name: another session may give the same name to another workspace at the
    /// same time.
    /// </summary>
    public static void Keep(IntercomConnection connection)
    {
        lock (Sessions)
        {
            if (Mine() is { } session) session.Made[connection.Name] = connection;
        }
    }

    /// <summary>Forgets a connection that the present session ends.</summary>
    public static void Forget(IntercomConnection connection)
    {
        lock (Sessions)
        {
            if (Mine()?.Made is { } made && made.TryGetValue(connection.Name, out var known)
                && ReferenceEquals(known, connection)) made.Remove(connection.Name);
        }
    }

    /// <summary>
    /// The connection of that name that the present session made, else that of the first session; null when neither made one.
    /// </summary>
    public static IntercomConnection? Find(string name)
    {
        lock (Sessions)
        {
            if (Mine()?.Made.TryGetValue(name, out var own) == true) return own;
            return First()?.Made.TryGetValue(name, out var first) == true ? first : null;
        }
    }

    /// <summary>The connections that the present session made, then those of the first session.</summary>
    public static IReadOnlyList<IntercomConnection> Made
    {
        get
        {
            lock (Sessions) return new[] { Mine(), First() }.SelectMany(session => session?.Made.Values.AsEnumerable() ?? []).ToList();
        }
    }

    /// <summary>Takes note of a session, so that the first one is known although it has chosen nothing.</summary>
    public static void Note()
    {
        lock (Sessions) _ = Mine();
    }

    private static Session? First() => Sessions.Values.Where(session => session.IsOpen).OrderBy(session => session.Number).FirstOrDefault();

    private static Session? Mine()
    {
        if (Runspace.DefaultRunspace is not { } runspace) return null;
        if (Sessions.TryGetValue(runspace.InstanceId, out var known)) return known;
        // Those of a pool come and go.
        foreach (var closed in Sessions.Where(pair => !pair.Value.IsOpen).Select(pair => pair.Key).ToList()) Sessions.Remove(closed);
        return Sessions[runspace.InstanceId] = new Session(runspace);
    }
}

/// <summary>
/// Leaves no connection current from the moment that a parameter of Connect-Intercom is bound: should the call fail, and be it by a wrong
/// parameter, what follows must not go to the workspace before.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ConnectingAttribute : System.Management.Automation.ArgumentTransformationAttribute
{
    public override object? Transform(System.Management.Automation.EngineIntrinsics engineIntrinsics, object? inputData)
    {
        IntercomConnections.BeginConnecting();
        return inputData;
    }
}
