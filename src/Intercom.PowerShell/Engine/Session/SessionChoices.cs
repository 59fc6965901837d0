using System.Management.Automation.Runspaces;

namespace Intercom.PowerShell;

/// <summary>The choice of a session (a runspace): a connection, or the reason why it has none.</summary>
/// <param name="Connection">The connection; null if none exists.</param>
/// <param name="Why">Why the session has no connection.</param>
internal sealed record SessionChoice(IntercomConnection? Connection, string? Why = null);

/// <summary>
/// The current connection of each session in the process. A session without a choice of its own, such as a runspace of ForEach-Object
/// -Parallel, uses that of the first session. The first session is the prompt or the script. Sessions do not change the choices of others.
/// </summary>
internal static class SessionChoices
{
    private sealed class Session(Runspace runspace)
    {
        private readonly WeakReference<Runspace> _runspace = new(runspace);

        public int Number { get; } = runspace.Id;

        public SessionChoice? Choice { get; set; }

        /// <summary>The connections that this session created, by name.</summary>
        public Dictionary<string, IntercomConnection> Made { get; } = new(StringComparer.OrdinalIgnoreCase);

        public bool IsOpen => _runspace.TryGetTarget(out var runspace)
            && runspace.RunspaceStateInfo.State is not (RunspaceState.Closed or RunspaceState.Closing or RunspaceState.Broken);
    }

    private static readonly Dictionary<Guid, Session> Sessions = [];

    /// <summary>The choice of this session; null when it has none.</summary>
    public static SessionChoice? Own
    {
        get
        {
            lock (Sessions) return CurrentSession()?.Choice;
        }
    }

    /// <summary>The choice that applies to this session: its own, or else that of the first session.</summary>
    public static SessionChoice? Effective
    {
        get
        {
            lock (Sessions) return CurrentSession()?.Choice ?? FirstSession()?.Choice;
        }
    }

    /// <summary>Sets the choice of this session.</summary>
    public static void Choose(SessionChoice choice)
    {
        lock (Sessions)
        {
            if (CurrentSession() is { } session) session.Choice = choice;
        }
    }

    /// <summary>
    /// Remembers a connection that this session created, because another session may use the same name for another workspace.
    /// </summary>
    public static void Keep(IntercomConnection connection)
    {
        lock (Sessions)
        {
            if (CurrentSession() is { } session) session.Made[connection.Name] = connection;
        }
    }

    /// <summary>Removes a connection that this session closes.</summary>
    public static void Forget(IntercomConnection connection)
    {
        lock (Sessions)
        {
            if (CurrentSession()?.Made is { } made && made.TryGetValue(connection.Name, out var known)
                && ReferenceEquals(known, connection)) made.Remove(connection.Name);
        }
    }

    /// <summary>
    /// The connection of this name that this session created, or else that of the first session; null when neither created one.
    /// </summary>
    public static IntercomConnection? Find(string name)
    {
        lock (Sessions)
        {
            if (CurrentSession()?.Made.TryGetValue(name, out var own) == true) return own;
            return FirstSession()?.Made.TryGetValue(name, out var first) == true ? first : null;
        }
    }

    /// <summary>The connections that this session created, followed by those of the first session.</summary>
    public static IReadOnlyList<IntercomConnection> Made
    {
        get
        {
            lock (Sessions)
            {
                return new[] { CurrentSession(), FirstSession() }.SelectMany(session => session?.Made.Values.AsEnumerable() ?? []).ToList();
            }
        }
    }

    /// <summary>Registers this session, so that the first session is known even when it has no choice.</summary>
    public static void Register()
    {
        lock (Sessions) _ = CurrentSession();
    }

    private static Session? FirstSession() =>
        Sessions.Values.Where(session => session.IsOpen).OrderBy(session => session.Number).FirstOrDefault();

    private static Session? CurrentSession()
    {
        if (Runspace.DefaultRunspace is not { } runspace) return null;
        if (Sessions.TryGetValue(runspace.InstanceId, out var known)) return known;
        // Runspaces of a pool are short-lived, so closed ones are removed.
        foreach (var closed in Sessions.Where(pair => !pair.Value.IsOpen).Select(pair => pair.Key).ToList()) Sessions.Remove(closed);
        return Sessions[runspace.InstanceId] = new Session(runspace);
    }
}

/// <summary>
/// Clears the current connection as soon as a parameter of Connect-Intercom is bound. If the call fails, even because of an invalid
/// parameter, later commands must not use the previous workspace.
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
