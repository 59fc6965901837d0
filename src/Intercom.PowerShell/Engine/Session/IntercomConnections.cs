using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>The connections of the process. The current connection belongs to the session (<see cref="SessionChoices"/>).</summary>
internal static class IntercomConnections
{
    public const string TokenVariable = "INTERCOM_TOKEN";
    public const string RegionVariable = "INTERCOM_REGION";

    private static readonly object Lock = new();
    private static readonly Dictionary<string, IntercomConnection> Named = new(StringComparer.OrdinalIgnoreCase);
    private static (string Token, string? Region, IntercomConnection Connection)? _fromEnvironment;

    /// <summary>The current connection of this session; null if none exists.</summary>
    public static IntercomConnection? Selected => SessionChoices.Effective?.Connection;

    /// <summary>The connection that <see cref="Current"/> would return; null when it would have to create one.</summary>
    public static IntercomConnection? InUse
    {
        get
        {
            var choice = SessionChoices.Effective;
            lock (Lock) return choice is null ? _fromEnvironment?.Connection : choice.Connection;
        }
    }

    public static IReadOnlyList<IntercomConnection> All
    {
        get
        {
            List<IntercomConnection> named;
            lock (Lock) named = Named.Values.ToList();
            // One connection per name, like Find.
            return SessionChoices.Made.Concat(named).GroupBy(connection => connection.Name, StringComparer.OrdinalIgnoreCase)
                .Select(same => same.First()).Where(connection => !connection.IsEnded)
                .OrderBy(connection => connection.Name, StringComparer.OrdinalIgnoreCase).ToList();
        }
    }

    /// <summary>Gets the current connection, or creates one with the token from the environment.</summary>
    /// <exception cref="NotConnectedException">There is neither a connection nor a token.</exception>
    public static IntercomConnection Current()
    {
        if (SessionChoices.Effective is { } choice)
        {
            if (choice.Connection is { IsEnded: false } chosen) return chosen;
            var why = choice.Connection is { } ended ? $"the connection '{ended.Name}' was closed" : choice.Why;
            throw CommandErrors.NotConnected(why!, Remedy);
        }
        lock (Lock)
        {
            var token = Environment.GetEnvironmentVariable(TokenVariable)?.Trim();
            if (token is "")
            {
                throw CommandErrors.EmptyTokenVariable(TokenVariable);
            }
            if (token is null)
            {
                throw CommandErrors.NeverConnected(TokenVariable);
            }
            var region = Environment.GetEnvironmentVariable(RegionVariable)?.Trim();
            if (_fromEnvironment is { } known && known.Token == token && known.Region == region) return known.Connection;
            var client = new IntercomClient(new IntercomClientOptions { BaseUri = Regions.Address(region), Token = token });
            var connection = new IntercomConnection(TokenVariable, client, Regions.Name(region), isSandbox: false);
            _fromEnvironment = (token, region, connection);
            return connection;
        }
    }

    /// <summary>
    /// Adds a connection under its name and makes it current. An existing connection of that name stays open for the code that uses it.
    /// </summary>
    public static IntercomConnection Add(IntercomConnection connection)
    {
        lock (Lock) Named[connection.Name] = connection;
        SessionChoices.Keep(connection);
        Select(connection);
        return connection;
    }

    /// <summary>Closes a connection. No other one becomes current, because the next request would go to an unintended workspace.</summary>
    public static void Remove(IntercomConnection connection)
    {
        lock (Lock)
        {
            // The name may belong to a newer connection.
            if (Named.TryGetValue(connection.Name, out var named) && ReferenceEquals(named, connection)) Named.Remove(connection.Name);
        }
        SessionChoices.Forget(connection);
        if (ReferenceEquals(SessionChoices.Own?.Connection, connection))
        {
            SessionChoices.Choose(new SessionChoice(null, $"the connection '{connection.Name}' was closed"));
        }
        connection.Dispose();
    }

    public static void Select(IntercomConnection connection) => SessionChoices.Choose(new SessionChoice(connection));

    /// <summary>Clears the current connection until <see cref="Add"/>, so that a failure does not leave the previous one current.</summary>
    public static void BeginConnecting() =>
        SessionChoices.Choose(new SessionChoice(null, "Connect-Intercom failed, so there is no current connection"));

    private static string Remedy
    {
        get
        {
            var names = string.Join(", ", All.Select(connection => connection.Name));
            return (names.Length == 0 ? "Run" : $"Choose one with Select-IntercomConnection ({names}), or run")
                + " Connect-Intercom, which reads the token from INTERCOM_TOKEN or prompts for it. To work without a token, "
                    + "use Connect-Intercom -Sandbox.";
        }
    }

    /// <summary>
    /// Finds a connection by name: the one that this session created, or else that of the first session, or else the latest one of any
    /// session. A connection that was closed elsewhere is also returned, so that its next request fails instead of going to another
    /// workspace of the same name.
    /// </summary>
    /// <exception cref="NameNotFoundException">No connection has this name.</exception>
    public static IntercomConnection Find(string name)
    {
        if (SessionChoices.Find(name) is { } own) return own;
        lock (Lock)
        {
            if (Named.TryGetValue(name, out var connection)) return connection;
            throw CommandErrors.ConnectionNotFound(name, [.. Named.Keys]);
        }
    }
}

/// <summary>
/// Accepts a connection by its name. $null is rejected, because an unset variable must not stand for the current connection.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ConnectionTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is null) throw CommandErrors.NullConnection();
        if (value is not string name) return value;
        try
        {
            return IntercomConnections.Find(name);
        }
        catch (NameNotFoundException failure)
        {
            throw CommandErrors.Unresolved(failure);
        }
    }
}

/// <summary>Intercom's regions.</summary>
internal static class Regions
{
    public static readonly string[] Names = ["US", "EU", "AU"];

    /// <summary>The host of a region. The default is US.</summary>
    /// <exception cref="ArgumentException">The region does not exist.</exception>
    public static Uri Address(string? region) => Name(region) switch
    {
        "EU" => new Uri("https://api.eu.intercom.io/"),
        "AU" => new Uri("https://api.au.intercom.io/"),
        _ => new Uri("https://api.intercom.io/"),
    };

    public static string Name(string? region)
    {
        if (string.IsNullOrWhiteSpace(region)) return "US";
        return Array.Find(Names, name => name.Equals(region!.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw CommandErrors.UnknownRegion(region!, Names);
    }
}
