using System.Net;
using System.Net.Http;
using System.Runtime.InteropServices;
#if NET8_0_OR_GREATER
#else
using System.Net.Security;
#endif

namespace Intercom.Http;

/// <summary>The pooled handlers of the process.</summary>
internal static class Transport
{
#if !NET8_0_OR_GREATER
    private const int MostConnections = 64;

    /// <summary>
    /// A connection that was idle for longer may be closed by the server while a request goes out; there the time holds for all
    /// requests to the host.
    /// </summary>
    private static readonly TimeSpan MostIdle = TimeSpan.FromSeconds(4);
#endif

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private static readonly Lazy<EnvironmentProxy?> Proxy = new(EnvironmentProxy.OfProcess);
    private static readonly Lazy<HttpMessageHandler> Pooled = new(() => CreateHandler(Proxy.Value));

    /// <summary>For all that may be repeated.</summary>
    public static HttpMessageHandler Shared => Pooled.Value;

#if NET8_0_OR_GREATER
    /// <summary>
    /// Maximum idle time of a connection of <see cref="Fresh"/>. The server closes idle connections, and a request that is sent at that
    /// moment ends without a response. A run of requests never pauses so long, and a single request uses a new connection.
    /// </summary>
    private static readonly TimeSpan MostIdle = TimeSpan.FromSeconds(2);

    private static readonly Lazy<HttpMessageHandler> PooledFresh = new(() => CreateHandler(Proxy.Value, MostIdle));

    /// <summary>For requests that must not run twice: its connections are never idle for long.</summary>
    public static HttpMessageHandler Fresh => PooledFresh.Value;
#else
    /// <summary>For requests that must not run twice. .NET Framework keeps connections for each host, not for each handler.</summary>
    public static HttpMessageHandler Fresh => Shared;

    /// <summary>
    /// Sets what .NET Framework keeps for each host rather than for the handler, and forgets when the host is not called for a while.
    /// </summary>
    public static void Prepare(Uri host)
    {
        var point = ServicePointManager.FindServicePoint(host);
        point.UseNagleAlgorithm = false;
        // A connection that lives for ever would never notice that the host has moved.
        point.ConnectionLeaseTimeout = (int)Lifetime.TotalMilliseconds;
        point.MaxIdleTime = (int)MostIdle.TotalMilliseconds;
    }
#endif

    /// <summary>
    /// The credentials for a proxy whose address contains none: on Windows those of the user, as for NTLM and Kerberos.
    /// </summary>
    public static ICredentials? DefaultProxyCredentials(bool isWindows) => isWindows ? CredentialCache.DefaultCredentials : null;

    public static bool IsWindows => RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <summary>Creates a separate handler.</summary>
    /// <param name="proxy">The proxy. Null uses the system settings.</param>
    /// <param name="mostIdle">Maximum idle time of a connection. Null means one minute.</param>
    internal static HttpMessageHandler CreateHandler(EnvironmentProxy? proxy = null, TimeSpan? mostIdle = null)
    {
#if NET8_0_OR_GREATER
        var handler = new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            // A redirect would send the token to another host. The few that Intercom sends are followed explicitly, without it.
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
        // An old setting may stop at TLS 1.0. Zero leaves the choice to the system, which chooses better.
        if (ServicePointManager.SecurityProtocol != 0) ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
        var handler = new HttpClientHandler
        {
            MaxConnectionsPerServer = MostConnections,
            AllowAutoRedirect = false,
            UseCookies = false,
            // A script may have told the whole process to accept any certificate (ServicePointManager); the handler's own word goes
            // before that.
            ServerCertificateCustomValidationCallback = static (_, _, _, errors) => errors == SslPolicyErrors.None,
        };
        if (IsWindows) handler.DefaultProxyCredentials = DefaultProxyCredentials(IsWindows);
#endif
        SpokenProtocol.Keep(handler);
        return handler;
    }
}
