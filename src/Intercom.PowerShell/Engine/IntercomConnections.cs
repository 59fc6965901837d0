using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>The connections of the process, and which of them is current.</summary>
internal static class IntercomConnections
{
    public const string TokenVariable = "INTERCOM_TOKEN";
    public const string RegionVariable = "INTERCOM_REGION";

    private static readonly object Lock = new();
    private static readonly Dictionary<string, IntercomConnection> Named = new(StringComparer.OrdinalIgnoreCase);
    private static IntercomConnection? _selected;
    private static (string Token, string? Region, IntercomConnection Connection)? _fromEnvironment;

    public static IntercomConnection? Selected
    {
        get
        {
            lock (Lock) return _selected;
        }
    }

    /// <summary>The connection that <see cref="Current"/> gives, if there is one already.</summary>
    public static IntercomConnection? InUse
    {
        get
        {
            lock (Lock) return _selected ?? _fromEnvironment?.Connection;
        }
    }

    public static IReadOnlyList<IntercomConnection> All
    {
        get
        {
            lock (Lock) return Named.Values.OrderBy(connection => connection.Name, StringComparer.OrdinalIgnoreCase).ToList();
        }
    }

    /// <summary>The selected connection, else one from the environment's token.</summary>
    /// <exception cref="NotConnectedException">There is neither.</exception>
    public static IntercomConnection Current()
    {
        lock (Lock)
        {
            if (_selected is not null) return _selected;
            var token = Environment.GetEnvironmentVariable(TokenVariable)?.Trim();
            if (token is "")
            {
                throw new NotConnectedException($"Not connected to Intercom: the environment variable {TokenVariable} is set, but empty. What starts this script did not find the token: look at where it takes it from. "
                    + "By hand: Connect-Intercom asks for it.");
            }
            if (token is null)
            {
                throw new NotConnectedException($"Not connected to Intercom. Run Connect-Intercom (it asks for the access token), or set the environment variable {TokenVariable}. "
                    + "A token is made in Intercom's Developer Hub under Configure > Authentication. To try things without one: Connect-Intercom -Sandbox.");
            }
            var region = Environment.GetEnvironmentVariable(RegionVariable)?.Trim();
            if (_fromEnvironment is { } known && known.Token == token && known.Region == region) return known.Connection;
            var client = new IntercomClient(new IntercomClientOptions { BaseUri = Regions.Address(region), Token = token });
            var connection = new IntercomConnection(TokenVariable, client, Regions.Name(region), isSandbox: false);
            _fromEnvironment = (token, region, connection);
            return connection;
        }
    }

    public static void Add(IntercomConnection connection)
    {
        lock (Lock)
        {
            if (Named.TryGetValue(connection.Name, out var old)) old.Dispose();
            Named[connection.Name] = connection;
            _selected = connection;
        }
    }

    public static void Remove(IntercomConnection connection)
    {
        lock (Lock)
        {
            Named.Remove(connection.Name);
            if (ReferenceEquals(_selected, connection)) _selected = Named.Values.LastOrDefault();
            connection.Dispose();
        }
    }

    public static void Select(IntercomConnection connection)
    {
        lock (Lock) _selected = connection;
    }

    public static IntercomConnection Find(string name)
    {
        lock (Lock)
        {
            if (Named.TryGetValue(name, out var connection)) return connection;
            var known = Named.Count == 0 ? "There is none yet: run Connect-Intercom." : $"Known: {string.Join(", ", Named.Keys)}.";
            throw new ItemNotFoundException($"There is no connection named '{name}'. {known}");
        }
    }
}

/// <summary>Takes a connection by its name.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ConnectionTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
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
            ?? throw new ArgumentException($"'{region}' is no region of Intercom's. Give one of {string.Join(", ", Names)}.");
    }
}
