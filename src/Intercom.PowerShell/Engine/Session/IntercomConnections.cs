using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>The connections of the process. Which of them is current belongs to the session (<see cref="SessionChoices"/>).</summary>
internal static class IntercomConnections
{
    public const string TokenVariable = "INTERCOM_TOKEN";
    public const string RegionVariable = "INTERCOM_REGION";

    private static readonly object Lock = new();
    private static readonly Dictionary<string, IntercomConnection> Named = new(StringComparer.OrdinalIgnoreCase);
    private static (string Token, string? Region, IntercomConnection Connection)? _fromEnvironment;

    /// <summary>The connection that was made current for the present session. Null without a current connection.</summary>
    public static IntercomConnection? Selected => SessionChoices.InForce?.Connection;

    /// <summary>The connection that <see cref="Current"/> returns, if there is one already.</summary>
    public static IntercomConnection? InUse
    {
        get
        {
            var choice = SessionChoices.InForce;
            lock (Lock) return choice is null ? _fromEnvironment?.Connection : choice.Connection;
        }
    }

    public static IReadOnlyList<IntercomConnection> All
    {
        get
        {
            List<IntercomConnection> named;
            lock (Lock) named = Named.Values.ToList();
            // Each name once, as Find takes it.
            return SessionChoices.Made.Concat(named).GroupBy(connection => connection.Name, StringComparer.OrdinalIgnoreCase)
                .Select(same => same.First()).Where(connection => !connection.IsEnded)
                .OrderBy(connection => connection.Name, StringComparer.OrdinalIgnoreCase).ToList();
        }
    }

    /// <summary>The selected connection, else one from the environment's token.</summary>
    /// <exception cref="NotConnectedException">There is neither.</exception>
    public static IntercomConnection Current()
    {
        if (SessionChoices.InForce is { } choice)
        {
            if (choice.Connection is { IsEnded: false } chosen) return chosen;
            var why = choice.Connection is { } ended ? $"the connection '{ended.Name}' was ended" : choice.Why;
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
    /// Keeps a connection under its name and makes it current. One of that name that is there already lives on for those who hold it: it
    /// may be in the middle of their work.
    /// </summary>
    public static IntercomConnection Add(IntercomConnection connection)
    {
        lock (Lock) Named[connection.Name] = connection;
        SessionChoices.Keep(connection);
        Select(connection);
        return connection;
    }

    /// <summary>Ends a connection. No other one takes its place: the next call would go to a workspace that nobody named.</summary>
    public static void Remove(IntercomConnection connection)
    {
        lock (Lock)
        {
            // The name may belong to another one by now.
            if (Named.TryGetValue(connection.Name, out var named) && ReferenceEquals(named, connection)) Named.Remove(connection.Name);
        }
        SessionChoices.Forget(connection);
        if (ReferenceEquals(SessionChoices.Own?.Connection, connection))
        {
            SessionChoices.Choose(new SessionChoice(null, $"the connection '{connection.Name}' was ended"));
        }
        connection.Dispose();
    }

    public static void Select(IntercomConnection connection) => SessionChoices.Choose(new SessionChoice(connection));

    /// <summary>Leaves no connection current until <see cref="Add"/>: a failure must not leave the old one behind.</summary>
    public static void BeginConnecting() =>
        SessionChoices.Choose(new SessionChoice(null, "Connect-Intercom failed, so no connection is current"));

    private static string Remedy
    {
        get
        {
            var names = string.Join(", ", All.Select(connection => connection.Name));
            return (names.Length == 0 ? "Run" : $"Choose one with Select-IntercomConnection ({names}), or run")
                + " Connect-Intercom, which takes the token from INTERCOM_TOKEN or prompts for it. To try things without one: "
                    + "Connect-Intercom -Sandbox.";
        }
    }

    /// <summary>
    /// The connection of a name: the one that the present session made, else that of the first session, else the last one that any session
    /// made. One that was ended elsewhere is returned as well, so that its next call fails instead of going to another workspace of the
    /// same name.
    /// </summary>
    /// <exception cref="ItemNotFoundException">No connection has this name.</exception>
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
/// Takes a connection by its name. $null is an error: a variable that was never set must not mean the current connection.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ConnectionTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is null)
        {
            throw new ArgumentTransformationMetadataException(
                "-Connection was given $null. Pass a connection or its name, or leave -Connection out to use the current one.");
        }
        if (value is not string name) return value;
        try
        {
            return IntercomConnections.Find(name);
        }
        catch (ItemNotFoundException failure)
        {
            throw new ArgumentTransformationMetadataException(failure.Message, failure);
        }
    }
}

/// <summary>Intercom's three houses.</summary>
internal static class Regions
{
    public static readonly string[] Names = ["US", "EU", "AU"];

    /// <summary>The host of a region; none means US.</summary>
    /// <exception cref="ArgumentException">There is no such region.</exception>
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
