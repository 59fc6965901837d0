using System.Text.RegularExpressions;
using Intercom.Sandbox;

namespace Intercom.Reliability.Tests;

/// <summary>A sandbox on loopback, and what it counted: by number of the row that each request carries as <c>row-17-</c>.</summary>
internal sealed partial class Served : IDisposable
{
    private readonly SandboxServer _server;

    public Served(SandboxOptions options)
    {
        Workspace = new SandboxWorkspace(options);
        _server = SandboxServer.Start(Workspace);
    }

    public SandboxWorkspace Workspace { get; }

    public string Address => _server.BaseUri.ToString();

    /// <summary>The ids of some contacts.</summary>
    public async Task<string[]> ContactIdsAsync(int count)
    {
        var headers = new Dictionary<string, string> { ["Authorization"] = "Bearer t", ["Intercom-Version"] = "2.14" };
        while (true)
        {
            try
            {
                var answer = await Workspace.HandleAsync(new SandboxRequest("GET", "/contacts", "per_page=150", null, headers),
                    CancellationToken.None);
                if (answer.Status == 200)
                    return JsonNode.Parse(answer.Body)!["data"]!.AsArray().Select(contact => contact!["id"]!.ToString()).Take(count)
                    .ToArray();
            }
            catch (System.IO.IOException)
            {
                // A sandbox that breaks connections now and then does so here too.
            }
        }
    }

    /// <summary>How often each row was executed; rows that never were are not in it.</summary>
    public Dictionary<int, int> Executed() =>
        Workspace.Calls.Where(call => call.Executed && call.Method != "GET").Select(call => Row().Match(call.Path + call.Body))
        .Where(match => match.Success)
        .GroupBy(match => int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))
            .ToDictionary(group => group.Key, group => group.Count());

    [GeneratedRegex("row-([0-9]+)-")]
    private static partial Regex Row();

    public void Dispose() => _server.Dispose();
}
