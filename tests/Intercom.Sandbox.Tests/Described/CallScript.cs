using System.Text;
using Intercom.Http;
using System.Text.RegularExpressions;

namespace Intercom.Sandbox.Tests.Described;

/// <summary>A call of a file and its answer.</summary>
/// <param name="Line">The line of the file.</param>
/// <param name="Expected">The refusal that the line asks for: status, code and message. Null for a call that must succeed.</param>
/// <param name="Method">The method.</param>
/// <param name="Address">The path and the query.</param>
/// <param name="Response">The answer.</param>
internal sealed record Called(string Line, string? Expected, string Method, string Address, SandboxResponse Response)
{
    public string Path => Address.Split('?')[0];

    public JsonNode? Json =>
        Response.Headers["Content-Type"].StartsWith("application/json", StringComparison.Ordinal) && Response.Body.Length > 0
            ? JsonNode.Parse(Encoding.UTF8.GetString(Response.Body))
            : null;
}

/// <summary>Runs the calls of a file one after the other on one workspace.</summary>
internal static partial class CallScript
{
    public static async Task<IReadOnlyList<Called>> RunAsync(Workspace workspace, string file = "calls.txt", string version = "2.14")
    {
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        var calls = new List<Called>();
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Described", file)))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var match = Line().Match(line);
            if (match.Groups["since"].Success && ApiVersions.Compare(version, match.Groups["since"].Value) < 0) continue;
            if (!match.Success) throw new InvalidOperationException($"{file}: {line}");
            string Filled(string text) => Placeholder().Replace(text, place => kept[place.Groups[1].Value]);
            var address = Filled(match.Groups["address"].Value);
            var body = match.Groups["body"].Success ? Filled(match.Groups["body"].Value) : null;
            var method = match.Groups["method"].Value;
            var parts = address.Split('?', 2);
            var response = await workspace.Sandbox.HandleAsync(
                new SandboxRequest(
                    method, parts[0], parts.Length > 1 ? parts[1] : "", body,
                    new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
                    {
                        ["Authorization"] = "Bearer any", ["Intercom-Version"] = version, ["Host"] = "127.0.0.1:1", ["X-Scheme"] = "http",
                    }),
                CancellationToken.None);
            var expected = match.Groups["refusal"].Success ? Filled(match.Groups["refusal"].Value) : null;
            var called = new Called(line, expected, method, address, response);
            if (expected is null && response.Status >= 400)
            {
                throw new InvalidOperationException(
                    $"{line} (as {address} {body}) answered {response.Status}: {Encoding.UTF8.GetString(response.Body)}");
            }
            calls.Add(called);
            foreach (var keep in match.Groups["keep"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var (name, path) = (keep.Split('=')[0], keep.Split('=')[1]);
                var value = called.Json;
                foreach (var step in path.Split('.'))
                {
                    value = value is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)] : value?[step];
                }
                kept[name] = value?.ToString() ?? throw new InvalidOperationException($"{line}: no {path} in {called.Json}");
            }
        }
        return calls;
    }

    [GeneratedRegex(
        @"^((?<since>2\.\d+): )?((?<refusal>\d{3} .+?) \| )?(?<method>[A-Z]+) (?<address>\S+)( (?<body>\{.*\}))?( -> (?<keep>.*))?\s*$")]
    private static partial Regex Line();

    [GeneratedRegex(@"\{([a-z]+)(:number)?\}")]
    private static partial Regex Placeholder();
}
