using System.Net;

namespace Intercom.Http;

/// <summary>
/// The proxy that the environment names, with three differences: its address carries no user name and password (the transport quotes it
/// in its errors), this machine is reached directly (plain http would show the token to the proxy), and a login that was refused is not
/// repeated, since that locks accounts.
/// </summary>
/// <param name="named">The proxy as the environment names it.</param>
/// <param name="standard">The credentials for a proxy whose address contains none.</param>
internal sealed class EnvironmentProxy(IWebProxy named, ICredentials? standard) : IWebProxy, ICredentials
{
    /// <summary>How long a refused login is remembered.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);

    private static readonly string[] Variables = ["https_proxy", "http_proxy", "all_proxy"];

    private readonly SemaphoreSlim _first = new(1, 1);
    private volatile bool _letThrough;
    private volatile bool _refused;
    private DateTimeOffset _refusedAt;

    /// <summary>The proxy of the process. Null where the system settings apply, which contain no passwords.</summary>
    public static EnvironmentProxy? OfProcess()
    {
#if NET8_0_OR_GREATER
        var isNamed = Array.Exists(Variables, name => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)
            ?? Environment.GetEnvironmentVariable(name.ToUpperInvariant())));
        if (Transport.IsWindows && !isNamed) return null;
        return new EnvironmentProxy(System.Net.Http.HttpClient.DefaultProxy, Transport.DefaultProxyCredentials(Transport.IsWindows));
#else
        // .NET Framework uses the system settings and ignores environment variables.
        return null;
#endif
    }

    /// <inheritdoc/>
    public ICredentials? Credentials
    {
        get => this;
        set => throw new NotSupportedException();
    }

    /// <summary>True when the proxy's address contains a user name and password, or the user's own credentials are used.</summary>
    public bool HasLogin(Uri host) => GetProxy(host) is { } proxy && Login(proxy, "Basic") is not null;

    /// <inheritdoc/>
    public Uri? GetProxy(Uri destination) => IsBypassed(destination) || named.GetProxy(destination) is not { } proxy ? null : Bare(proxy);

    /// <inheritdoc/>
    public bool IsBypassed(Uri host) => host.IsLoopback || named.IsBypassed(host);

    /// <inheritdoc/>
    public NetworkCredential? GetCredential(Uri uri, string authType) => _refused ? null : Login(uri, authType);

    /// <summary>
    /// Lets one request go ahead until the proxy has let one through: many with a wrong password at once would lock the account.
    /// Dispose the turn when the request has ended. Null means that there is nothing to wait for.
    /// </summary>
    /// <exception cref="ProxyLoginException">The proxy refused the login less than a minute ago.</exception>
    public async Task<IDisposable?> WaitForTurnAsync(Uri host, TimeProvider time, CancellationToken cancellation)
    {
        if (_letThrough || !HasLogin(host)) return null;
        await _first.WaitAsync(cancellation).ConfigureAwait(false);
        if (_letThrough)
        {
            _first.Release();
            return null;
        }
        if (_refused && time.GetUtcNow() - _refusedAt is var since && since >= TimeSpan.Zero && since < Memory)
        {
            _first.Release();
            throw new ProxyLoginException();
        }
        _refused = false;
        return new Turn(_first);
    }

    /// <summary>Records that a request passed the proxy.</summary>
    public void LetThrough() => _letThrough = true;

    /// <summary>Notes that the proxy refused the login.</summary>
    public void Refuse(DateTimeOffset now)
    {
        (_refusedAt, _letThrough, _refused) = (now, false, true);
    }

    private NetworkCredential? Login(Uri proxy, string kind) => (named.Credentials ?? standard)?.GetCredential(proxy, kind);

    private static Uri Bare(Uri address) => address.UserInfo.Length == 0 ? address : new UriBuilder(address)
    {
        UserName = "", Password = "",
    }.Uri;

    private sealed class Turn(SemaphoreSlim first) : IDisposable
    {
        private SemaphoreSlim? _first = first;

        public void Dispose() => Interlocked.Exchange(ref _first, null)?.Release();
    }
}

/// <summary>The proxy refused the same login a moment ago, so it was not asked again.</summary>
internal sealed class ProxyLoginException() : Exception("The proxy refused this login less than a minute ago.");
