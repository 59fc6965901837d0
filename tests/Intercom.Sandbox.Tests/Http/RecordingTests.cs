using System.Text;

namespace Intercom.Sandbox.Tests;

/// <summary>The file of -RecordPath: what was sent and how it was answered, without the token.</summary>
public sealed class RecordingTests : IDisposable
{
    private const string Token = "a-token-of-some-length";
    private readonly string _folder = Directory.CreateTempSubdirectory("recording-").FullName;

    private string FilePath => Path.Combine(_folder, "calls.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Each_request_is_a_line_with_its_answer_and_without_the_token()
    {
        var basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(Token + ":"));
        var workspace = new SandboxWorkspace(new SandboxOptions { Recording = new SandboxRecording(FilePath) });
        await Send(workspace, "GET", "/me", "", null, "Bearer " + Token);
        await Send(workspace, "POST", "/tags", "access_token=" + Token, $$"""{"name":"Tag of {{Token}}"}""", basic);
        await Send(workspace, "POST", "/tags", "", "{nope", "Bearer " + Token);
        await Send(workspace, "GET", "/contacts/none", "", null, "Bearer " + Token);
        var text = await File.ReadAllTextAsync(FilePath, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(Token, text, StringComparison.Ordinal);
        Assert.DoesNotContain(basic, text, StringComparison.Ordinal);
        var lines = text.TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(
            ["GET /me 200", "POST /tags 200", "POST /tags 400", "GET /contacts/none 404"],
            lines.Select(line => $"{line["method"]} {line["path"]} {line["status"]}"));
        Assert.Equal("Bearer ***", lines[0]["headers"]!["Authorization"]!.ToString());
        Assert.Equal("Basic ***", lines[1]["headers"]!["Authorization"]!.ToString());
        Assert.Equal("Tag of ***", lines[1]["body"]!["name"]!.ToString());
        Assert.Equal("{nope", lines[2]["body"]!.ToString());
        Assert.Null(lines[0]["body"]);
    }

    [Fact]
    public async Task No_token_shows_wherever_it_was_sent()
    {
        var workspace = new SandboxWorkspace(new SandboxOptions { Recording = new SandboxRecording(FilePath) });
        var login = Convert.ToBase64String(Encoding.UTF8.GetBytes(Token + ":"));
        await Send(workspace, "GET", "/me", "", null, Token);
        await Send(workspace, "GET", "/me", "access_token=short", null, "bearer " + Token);
        await Send(workspace, "POST", "/tags", "", "{\"name\":\"\\u0061" + Token[1..] + "\"}", "Bearer " + Token);
        foreach (var header in new[] { "Cookie", "X-Token", "Proxy-Authorization", "X-Other" })
        {
            await workspace.HandleAsync(
                new SandboxRequest("GET", "/me", "", null, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
                {
                    ["Authorization"] = "Bearer " + Token, [header] = header == "X-Other" ? login : "another-secret",
                }),
                CancellationToken.None);
        }
        var text = await File.ReadAllTextAsync(FilePath, TestContext.Current.CancellationToken);
        Assert.Equal(7, text.Split('\n').Length - 1);
        foreach (var secret in new[] { Token, "short", "another-secret", login.TrimEnd('=') })
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{\"name\":\"\\ud800\"}")]
    [InlineData("{{deep}}")]
    public async Task A_body_that_JSON_cannot_hold_is_recorded_as_text(string body)
    {
        body = body.Replace(
            "{{deep}}", "{\"name\":\"Deep\",\"x\":" + new string('[', 60) + new string(']', 60) + "}", StringComparison.Ordinal);
        var workspace = new SandboxWorkspace(new SandboxOptions { Recording = new SandboxRecording(FilePath) });
        await Send(workspace, "POST", "/tags", "", body, "Bearer " + Token);
        var line = await File.ReadAllTextAsync(FilePath, TestContext.Current.CancellationToken);
        Assert.Equal(body, JsonNode.Parse(line)!["body"]!.ToString());
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_said_in_the_answer()
    {
        var workspace = new SandboxWorkspace(new SandboxOptions { Recording = new SandboxRecording(FilePath) });
        File.Delete(FilePath);
        Directory.CreateDirectory(FilePath);
        var answer = await Send(workspace, "GET", "/me", "", null, "Bearer " + Token);
        Assert.Equal(500, answer.Status);
        Assert.Contains("recording_failed", Encoding.UTF8.GetString(answer.Body), StringComparison.Ordinal);
        Assert.Single(workspace.Calls);
    }

    [Fact]
    public async Task Two_sandboxes_write_whole_lines_to_one_file()
    {
        var workspaces = Enumerable.Range(0, 2)
            .Select(_ => new SandboxWorkspace(new SandboxOptions { RateLimit = 0, Recording = new SandboxRecording(FilePath) })).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 400).Select(number => Task.Run(() =>
            Send(workspaces[number % 2], "GET", $"/tags/{number}", "", null, "Bearer " + Token))));
        var lines = await File.ReadAllLinesAsync(FilePath, TestContext.Current.CancellationToken);
        Assert.Equal(400, lines.Select(line => JsonNode.Parse(line)!["path"]!.ToString()).Distinct().Count());
    }

    [Fact]
    public async Task A_file_that_exists_is_continued_and_belongs_to_its_owner_only()
    {
        for (var run = 0; run < 2; run++)
        {
            await Send(
                new SandboxWorkspace(new SandboxOptions { Recording = new SandboxRecording(FilePath) }), "GET", "/me", "", null,
                "Bearer " + Token);
        }
        Assert.Equal(2, (await File.ReadAllLinesAsync(FilePath, TestContext.Current.CancellationToken)).Length);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_an_error_at_the_start() =>
        Assert.ThrowsAny<IOException>(() => new SandboxRecording(Path.Combine(_folder, "none", "calls.jsonl")));

    [Fact]
    public async Task A_broken_connection_is_recorded_with_the_status_0()
    {
        var workspace = new SandboxWorkspace(new SandboxOptions { ResetRate = 1, Recording = new SandboxRecording(FilePath) });
        await Assert.ThrowsAnyAsync<IOException>(() => Send(workspace, "GET", "/me", "", null, "Bearer " + Token));
        var line = await File.ReadAllTextAsync(FilePath, TestContext.Current.CancellationToken);
        Assert.Equal("0", JsonNode.Parse(line)!["status"]!.ToString());
    }

    private static Task<SandboxResponse> Send(
        SandboxWorkspace workspace, string method, string path, string query, string? body, string authorization) => workspace.HandleAsync(
        new SandboxRequest(method, path, query, body, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Authorization"] = authorization, ["Intercom-Version"] = "2.14",
        }),
        CancellationToken.None);
}
