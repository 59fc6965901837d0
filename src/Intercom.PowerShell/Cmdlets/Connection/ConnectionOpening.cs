using Intercom.Http;
using Intercom.Sandbox;

namespace Intercom.PowerShell;

/// <summary>Opens a connection for Connect-Intercom: creates a client, and reads whose token it has.</summary>
/// <param name="name">The connection's name, or null for the default.</param>
/// <param name="showNames">Whether tables read the names that they show.</param>
/// <param name="readMe">Reads the admin whose token a client has, with the request for it.</param>
internal sealed class ConnectionOpening(string? name, bool showNames, Func<IntercomClient, ApiRequest, Admin?> readMe)
{
    /// <summary>Opens a connection to a workspace in memory.</summary>
    /// <param name="showPersonalData">Whether -Debug shows email addresses and telephone numbers.</param>
    /// <param name="version">The version of the API.</param>
    /// <param name="isStrict">Whether newer operations are refused.</param>
    /// <param name="workspace">The workspace to create.</param>
    public IntercomConnection Sandbox(bool showPersonalData, string version, bool isStrict, SandboxOptions workspace)
    {
        var (client, me) = Open(new()
        {
            BaseUri = SandboxAddress.InMemory, Token = SandboxAddress.Token,
            Handler = new SandboxHandler(new SandboxWorkspace(workspace)),
            ShowPersonalData = showPersonalData, ApiVersion = version, StrictVersion = isStrict,
            Budget = new CallBudget(TimeProvider.System),
        });
        return new(name ?? SandboxAddress.DefaultName, client, me?.App?.Region, isSandbox: true, me, showNames);
    }

    /// <summary>Opens a connection to a server, and warns when another region hosts the workspace.</summary>
    /// <param name="region">The region that is called, or null for an address of your own.</param>
    /// <param name="warn">Writes a warning.</param>
    /// <param name="options">The address, the token and how to call.</param>
    public IntercomConnection Server(string? region, Action<string> warn, IntercomClientOptions options)
    {
        var (client, me) = Open(options);
        var actual = me?.App?.Region;
        if (region is not null && actual is { Length: > 0 } && !string.Equals(actual, region, StringComparison.OrdinalIgnoreCase))
        {
            warn($"The workspace is hosted in {actual}, but this connection calls {region}, which forwards each call. "
                + $"Connect with -Region {actual.ToUpper(CultureInfo.InvariantCulture)}.");
        }
        return new(name ?? me?.App?.IdCode ?? "default", client, region ?? actual, options.BaseUri.IsLoopback, me, showNames);
    }

    /// <summary>The address to call, with the slash at its end that relative paths need.</summary>
    /// <param name="given">The value of -BaseUri.</param>
    /// <param name="region">The region to call without -BaseUri.</param>
    /// <param name="bound">The parameters of Connect-Intercom, also those without a value.</param>
    /// <exception cref="ArgumentException">The address or the region cannot be called.</exception>
    public static Uri Address(Uri? given, string? region, IDictionary<string, object> bound)
    {
        // Without this error, the token would be sent to Intercom's own address.
        if (given is null && bound.ContainsKey(nameof(ConnectIntercomCommand.BaseUri))) throw CommandErrors.NoBaseUri();
        if (given is not null && region is not null) throw CommandErrors.RegionWithBaseUri(region);
        var address = given ?? Regions.Address(region);
        if (!address.IsAbsoluteUri || address.IsFile || address.Query.Length > 0)
        {
            throw CommandErrors.NotAServer(Redaction.Addresses(address.OriginalString));
        }
        return address.AbsoluteUri.EndsWith("/", StringComparison.Ordinal) ? address : new Uri(address.AbsoluteUri + "/");
    }

    /// <summary>The address as the target of an error, without a password.</summary>
    public static object? Shown(Uri? address) =>
        address is { IsAbsoluteUri: true, UserInfo.Length: > 0 } ? address.Host : address;

    private (IntercomClient Client, Admin? Me) Open(IntercomClientOptions options)
    {
        var client = new IntercomClient(options);
        try
        {
            return (client, readMe(client, CommandPlan.RequestOf<GetAdminCommand>("Me")));
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }
}
