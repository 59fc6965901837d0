using Intercom.Benchmarks.Server;
using Intercom.Benchmarks.Subjects;

namespace Intercom.Benchmarks;

/// <summary>What the rows work with; each subject is set up when it is first wanted.</summary>
internal sealed class Bench(Options options) : IDisposable
{
    private readonly Lazy<ServerProcess> _server = new(() => new ServerProcess());
    private Lazy<FloorClient>? _floor;
    private Lazy<Engine>? _engine;
    private Lazy<(CurlLoop? Loop, string? Reason)>? _curl;
    private Lazy<(NodeSdk? Sdk, string? Reason)>? _node;

    public Options Options { get; } = options;

    public ServerProcess Server => _server.Value;

    public FloorClient Floor => (_floor ??= new(() => new FloorClient(Server.Address))).Value;

    public Engine Engine => (_engine ??= new(Connected)).Value;

    public (CurlLoop? Loop, string? Reason) Curl => (_curl ??= new(() => CurlLoop.Find(Server.Address))).Value;

    public (NodeSdk? Sdk, string? Reason) Node => (_node ??= new(() => NodeSdk.Install(Server.Address, Ids(2_000)))).Value;

    /// <summary>The ids of contacts that the server knows.</summary>
    public static string[] Ids(int count) => Enumerable.Range(0, count).Select(index => ItemText.ContactId(index * 7)).ToArray();

    private Engine Connected()
    {
        var engine = new Engine();
        engine.Connect(Server.Address);
        return engine;
    }

    public void Dispose()
    {
        if (_node is { IsValueCreated: true }) _node.Value.Sdk?.Dispose();
        if (_curl is { IsValueCreated: true }) _curl.Value.Loop?.Dispose();
        if (_engine is { IsValueCreated: true }) _engine.Value.Dispose();
        if (_floor is { IsValueCreated: true }) _floor.Value.Dispose();
        if (_server.IsValueCreated) _server.Value.Dispose();
    }
}
