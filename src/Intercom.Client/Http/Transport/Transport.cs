using System;
using System.Net;
using System.Net.Http;
using System.Runtime.InteropServices;
#if NET8_0_OR_GREATER
using System.Threading.Tasks;
#else
using System.Net.Security;
#endif

namespace Intercom.Http;

/// <summary>The pooled handlers of the process.</summary>
internal static class Transport
{
#if !NET8_0_OR_GREATER
    private const int MostConnections = 64;

    /// <summary>A connection that was idle for longer may be closed by the server while a request goes out; there the time holds for all requests to the host.</summary>
    private static readonly TimeSpan MostIdle = TimeSpan.FromSeconds(4);
#endif

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private static readonly Lazy<EnvironmentProxy?> Proxy = new(EnvironmentProxy.OfProcess);
    private static readonly Lazy<HttpMessageHandler> Pooled = new(() => CreateHandler(Proxy.Value));

    /// <summary>For all that may be repeated.</summary>
    public static HttpMessageHandler Shared => Pooled.Value;

#if NET8_0_OR_GREATER
    /// <summary>
    /// How long a connection of <see cref="Fresh"/> may be idle. The server closes idle connections, and a request that goes out meanwhile ends without an
    /// answer. A run of requests never waits so long; for a single one a new connection is made.
    /// </summary>
    private static readonly TimeSpan MostIdle = TimeSpan.FromSeconds(2);

    private static readonly Lazy<HttpMessageHandler> PooledFresh = new(() => CreateHandler(Proxy.Value, MostIdle));

    /// <summary>For what must not happen twice: its connections have not been idle for long.</summary>
    public static HttpMessageHandler Fresh => PooledFresh.Value;
#else
    /// <summary>For what must not happen twice; .NET Framework keeps connections for each host, not for each handler.</summary>
    public static HttpMessageHandler Fresh => Shared;

    /// <summary>Sets what .NET Framework keeps for each host rather than for the handler, and forgets when the host is not called for a while.</summary>
    public static void Prepare(Uri host)
    {
        var point = ServicePointManager.FindServicePoint(host);
        point.UseNagleAlgorithm = false;
        // A connection that lives for ever would never notice that the host has moved.
        point.ConnectionLeaseTimeout = (int)Lifetime.TotalMilliseconds;
        point.MaxIdleTime = (int)MostIdle.TotalMilliseconds;
    }
#endif

    /// <summary>The credentials for a proxy whose address holds none: on Windows those of the user, as NTLM and Kerberos use them.</summary>
    public static ICredentials? DefaultProxyCredentials(bool isWindows) => isWindows ? CredentialCache.DefaultCredentials : null;

    public static bool IsWindows => RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <summary>A handler of its own.</summary>
    /// <param name="proxy">The proxy; null for the system's.</param>
    /// <param name="mostIdle">How long a connection may be idle; null for a minute.</param>
    internal static HttpMessageHandler CreateHandler(EnvironmentProxy? proxy = null, TimeSpan? mostIdle = null)
    {
#if NET8_0_OR_GREATER
        var handler = new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            // A redirect would carry the token elsewhere; the few that Intercom sends are followed by hand, without it.
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            PooledConnectionLifetime = Lifetime,
            PooledConnectionIdleTimeout = mostIdle ?? TimeSpan.FromMinutes(1),
            EnableMultipleHttp2Connections = true,
            Proxy = proxy,
            DefaultProxyCredentials = DefaultProxyCredentials(IsWindows),
        };
        handler.PlaintextStreamFilter = (connection, _) =>
        {
            SpokenProtocol.Of(handler, connection.InitialRequestMessage.RequestUri!).Note(connection.NegotiatedHttpVersion);
            return new ValueTask<System.IO.Stream>(connection.PlaintextStream);
        };
#else
        // An old setting may stop at TLS 1.0; zero leaves it to the system, which chooses better.
        if (ServicePointManager.SecurityProtocol != 0) ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
        var handler = new HttpClientHandler
        {
            MaxConnectionsPerServer = MostConnections,
            AllowAutoRedirect = false,
            UseCookies = false,
            // A script may have told the whole process to accept any certificate (ServicePointManager); the handler's own word goes before that.
            ServerCertificateCustomValidationCallback = static (_, _, _, errors) => errors == SslPolicyErrors.None,
        };
        if (IsWindows) handler.DefaultProxyCredentials = DefaultProxyCredentials(IsWindows);
#endif
        SpokenProtocol.Keep(handler);
        return handler;
    }
}
