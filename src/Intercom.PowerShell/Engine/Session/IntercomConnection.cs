using Intercom.Http;
using Intercom.PowerShell;

namespace Intercom;

/// <summary>A connection to one workspace. It belongs to the process, so it works in every runspace; its token is never shown.</summary>
public sealed class IntercomConnection : IDisposable
{
    private readonly SemaphoreSlim _asking = new(1, 1);
    private const int MostEventNames = 500;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, bool> _eventNames = new(StringComparer.Ordinal);
    private Admin? _me;

    internal IntercomConnection(string name, IntercomClient client, string? region, bool isSandbox, Admin? me = null)
    {
        Name = name;
        Client = client;
        Region = region;
        IsSandbox = isSandbox;
        _me = me;
        Directory = new WorkspaceDirectory(client);
        Directory.Remember(me);
        client.Finished = Directory.Ended;
    }

    /// <summary>The connection's name, for -Connection and Select-IntercomConnection.</summary>
    public string Name { get; }

    /// <summary>The workspace's name; null until the connection has been used.</summary>
    public string? Workspace => _me?.App?.Name;

    /// <summary>The workspace's id, as contacts carry it in WorkspaceId.</summary>
    public string? WorkspaceId => _me?.App?.IdCode;

    /// <summary>US, EU or AU; null for an address of your own.</summary>
    public string? Region { get; }

    /// <summary>The host that is called.</summary>
    public Uri BaseUri => Client.BaseUri;

    /// <summary>The version of the API.</summary>
    public string ApiVersion => Client.ApiVersion;

    /// <summary>The admin whose token it is; writes act in this admin's name unless -AdminId says otherwise.</summary>
    public Admin? Admin => _me;

    /// <summary>True when nothing leaves this machine.</summary>
    public bool IsSandbox { get; }

    /// <summary>True for the connection that cmdlets of the present session use without -Connection.</summary>
    public bool IsCurrent => ReferenceEquals(IntercomConnections.Selected, this);

    /// <summary>True after Disconnect-Intercom.</summary>
    internal bool IsEnded { get; private set; }

    internal IntercomClient Client { get; }

    internal WorkspaceDirectory Directory { get; }

    /// <summary>The names of the events that were sent or read, for completion: Intercom has no list of them.</summary>
    internal IReadOnlyList<string> EventNames => _eventNames.Keys.OrderBy(name => name, StringComparer.OrdinalIgnoreCase).ToList();

    /// <summary>Keeps the name of an event, of so many at most: a name made of data would be another each time.</summary>
    internal void KeepEventName(string? name)
    {
        if (!string.IsNullOrEmpty(name) && _eventNames.Count < MostEventNames) _eventNames.TryAdd(name!, true);
    }

    /// <summary>Asks once who the token belongs to.</summary>
    internal async Task<Admin> MeAsync(IDiagnosticSink? sink, CancellationToken cancellation)
    {
        if (_me is { } known) return known;
        await _asking.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            _me ??= await Client.SendAsync<Admin>(CommandPlan.RequestOf<GetAdminCommand>("Me"), sink, cancellation).ConfigureAwait(false)
                ?? throw new IntercomApiException("GET me answered nothing: the address is not Intercom's.") { Code = "unreadable_answer",
                    Method = "GET", Path = "me" };
            Directory.Remember(_me);
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

    /// <summary>The connection's name and workspace.</summary>
    public override string ToString() => Workspace is null ? Name : $"{Name} ({Workspace})";

    /// <summary>Ends the connection.</summary>
    public void Dispose()
    {
        IsEnded = true;
        Client.Dispose();
    }
}
