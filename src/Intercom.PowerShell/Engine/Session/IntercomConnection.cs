using Intercom.Http;
using Intercom.PowerShell;

namespace Intercom;

/// <summary>
/// A connection to one workspace. It belongs to the process, so it can be used in every runspace. Its token is never displayed.
/// </summary>
public sealed class IntercomConnection : IDisposable
{
    private readonly SemaphoreSlim _asking = new(1, 1);
    private const int MostEventNames = 500;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, bool> _eventNames = new(StringComparer.Ordinal);
    private readonly System.Collections.Concurrent.ConcurrentDictionary<Type, IDisposable> _kept = new();
    private Admin? _me;

    internal IntercomConnection(
        string name, IntercomClient client, string? region, bool isSandbox, Admin? me = null, bool showNames = true)
    {
        Name = name;
        Client = client;
        Region = region;
        IsSandbox = isSandbox;
        _me = me;
        Directory = new WorkspaceDirectory(client, showNames);
        Directory.Names.Remember(me);
        client.Finished = Directory.Ended;
    }

    /// <summary>The connection's name, for -Connection and Select-IntercomConnection.</summary>
    public string Name { get; }

    /// <summary>The workspace's name; null until the connection is used.</summary>
    public string? Workspace => _me?.App?.Name;

    /// <summary>The workspace's id, which contacts contain as WorkspaceId.</summary>
    public string? WorkspaceId => _me?.App?.IdCode;

    /// <summary>US, EU or AU; null for a custom address.</summary>
    public string? Region { get; }

    /// <summary>The base address of the API.</summary>
    public Uri BaseUri => Client.BaseUri;

    /// <summary>The version of the API.</summary>
    public string ApiVersion => Client.ApiVersion;

    /// <summary>The admin who owns the token. Writes act as this admin unless -AdminId is specified.</summary>
    public Admin? Admin => _me;

    /// <summary>True for a sandbox, whose requests do not leave this computer.</summary>
    public bool IsSandbox { get; }

    /// <summary>True for the connection that cmdlets in this session use without -Connection.</summary>
    public bool IsCurrent => ReferenceEquals(IntercomConnections.Selected, this);

    /// <summary>True after Disconnect-Intercom.</summary>
    internal bool IsEnded { get; private set; }

    internal IntercomClient Client { get; }

    internal WorkspaceDirectory Directory { get; }

    /// <summary>
    /// An object that another room keeps for as long as the connection, such as the list of its changes. It is created on first use.
    /// </summary>
    internal T Kept<T>() where T : class, IDisposable, new() => (T)_kept.GetOrAdd(typeof(T), static _ => new T());

    /// <summary>The names of events that were sent or read, for completion, because Intercom does not list them.</summary>
    internal IReadOnlyList<string> EventNames => _eventNames.Keys.OrderBy(name => name, StringComparer.OrdinalIgnoreCase).ToList();

    /// <summary>Remembers the name of an event. The number is limited, because generated names may differ each time.</summary>
    internal void KeepEventName(string? name)
    {
        if (!string.IsNullOrEmpty(name) && _eventNames.Count < MostEventNames) _eventNames.TryAdd(name!, true);
    }

    /// <summary>Gets the admin who owns the token, and caches it.</summary>
    internal async Task<Admin> MeAsync(IDiagnosticSink? sink, CancellationToken cancellation)
    {
        if (_me is { } known) return known;
        await _asking.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            _me ??= await Client.SendAsync<Admin>(ModelRequests.Get<Admin>("Me"), sink, cancellation).ConfigureAwait(false)
                ?? throw new IntercomApiException("GET me returned an empty response, so the address is not an Intercom server.")
                {
                    Code = RequestCodes.UnreadableAnswer, Method = "GET", Path = "me",
                };
            Directory.Names.Remember(_me);
            return _me;
        }
        finally
        {
            _asking.Release();
        }
    }

    internal async Task<string> ActingAdminIdAsync(IDiagnosticSink? sink, CancellationToken cancellation) =>
        (await MeAsync(sink, cancellation).ConfigureAwait(false)).Id
        ?? throw CommandErrors.TokenWithoutAdmin();

    internal async Task<string> WorkspaceIdAsync(IDiagnosticSink? sink, CancellationToken cancellation) =>
        (await MeAsync(sink, cancellation).ConfigureAwait(false)).App?.IdCode
        ?? throw CommandErrors.UnknownWorkspace();

    /// <summary>Returns the connection's name and workspace.</summary>
    public override string ToString() => Workspace is null ? Name : $"{Name} ({Workspace})";

    /// <summary>Closes the connection.</summary>
    public void Dispose()
    {
        IsEnded = true;
        Client.Dispose();
        foreach (var kept in _kept.Values) kept.Dispose();
    }
}
