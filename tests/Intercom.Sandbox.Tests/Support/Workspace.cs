using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Intercom.Sandbox.Tests;

/// <summary>A sandbox and the shortest way to call it.</summary>
internal sealed class Workspace
{
    public Workspace(Func<FakeTimeProvider, SandboxOptions>? options = null)
    {
        Sandbox = new SandboxWorkspace((options ?? (time => new SandboxOptions { Time = time }))(Time));
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 15, 12, 0, 0, TimeSpan.Zero));

    public SandboxWorkspace Sandbox { get; }

    public long Now => Time.GetUtcNow().ToUnixTimeSeconds();

    public async Task<Answer> Call(string method, string address, JsonNode? body = null, string? token = "any", string version = "2.14")
    {
        var mark = address.IndexOf('?', StringComparison.Ordinal);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Intercom-Version"] = version };
        if (token is not null) headers["Authorization"] = "Bearer " + token;
        var response = await Sandbox.HandleAsync(
            new SandboxRequest(
                method, mark < 0 ? address : address[..mark], mark < 0 ? "" : address[(mark + 1)..], body?.ToJsonString(), headers),
            CancellationToken.None);
        return new Answer(
            response.Status, response.Headers, response.Body.Length == 0 ? null : JsonNode.Parse(Encoding.UTF8.GetString(response.Body)));
    }

    public Task<Answer> Get(string address) => Call("GET", address);

    public Task<Answer> Post(string address, string json) => Call("POST", address, JsonNode.Parse(json));

    public async Task<string> FirstContact() => (await Get("/contacts?per_page=1")).Json!["data"]![0]!["id"]!.ToString();

    public async Task<List<JsonNode>> Search(string resource, string query, string items = "data", string? sort = null)
    {
        var found = new List<JsonNode>();
        string? cursor = null;
        do
        {
            var body = new JsonObject { ["query"] = JsonNode.Parse(query), ["pagination"] = new JsonObject { ["per_page"] = 50 } };
            if (cursor is not null) body["pagination"]!["starting_after"] = cursor;
            if (sort is not null) body["sort"] = JsonNode.Parse(sort);
            var page = await Call("POST", $"/{resource}/search", body);
            if (page.Status != 200) throw new InvalidOperationException($"{page.Status} {page.Json}");
            found.AddRange(page.Json![items]!.AsArray().Select(item => item!));
            cursor = page.Json["pages"]!["next"]?["starting_after"]?.ToString();
        }
        while (cursor is not null);
        return found;
    }
}

internal sealed record Answer(int Status, IReadOnlyDictionary<string, string> Headers, JsonNode? Json)
{
    public string? Code => Json?["errors"]?[0]?["code"]?.ToString();

    public string? Message => Json?["errors"]?[0]?["message"]?.ToString();
}
