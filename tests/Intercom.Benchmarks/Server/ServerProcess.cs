using System.Diagnostics;
using System.Net.Http;
using System.Text.Json;

namespace Intercom.Benchmarks.Server;

/// <summary>What the server counted since it was last set.</summary>
internal sealed record ServerCount(long Requests, long Items, int ContactBytes, int ConversationBytes);

/// <summary>The server in its own process, as the benchmark sees it.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http = new();

    public ServerProcess()
    {
        _process = OwnProcess.Start("serve");
        Address = new Uri(
            $"http://127.0.0.1:{_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server did not start.")}/");
    }

    public Uri Address { get; }

    /// <summary>Sets the latency in milliseconds and the number of items of a list, and begins to count anew.</summary>
    public void Set(int latency, int items) => Ask(string.Create(CultureInfo.InvariantCulture, $"__set?latency={latency}&items={items}"));

    public ServerCount Count() => Ask("__count");

    private ServerCount Ask(string path)
    {
        using var document = JsonDocument.Parse(_http.GetStringAsync(new Uri(Address, path)).GetAwaiter().GetResult());
        var root = document.RootElement;
        return new ServerCount(root.GetProperty("requests").GetInt64(), root.GetProperty("items").GetInt64(),
            root.GetProperty("contact_bytes").GetInt32(), root.GetProperty("conversation_bytes").GetInt32());
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(5_000)) _process.Kill();
        _process.Dispose();
        _http.Dispose();
    }
}
