namespace Intercom.Sandbox.Tests;

public class WorkspaceTests
{
    private readonly Workspace _workspace = new();

    [Fact]
    public async Task The_sample_workspace_is_large_enough_and_the_same_each_time()
    {
        var other = new Workspace();
        foreach (var (address, items, least) in new[] { ("/admins", "admins", 5), ("/teams", "teams", 2), ("/tags", "data", 12) })
        {
            var list = (await _workspace.Get(address)).Json!;
            Assert.True(list[items]!.AsArray().Count >= least, address);
            Assert.Equal(list.ToJsonString(), (await other.Get(address)).Json!.ToJsonString());
        }
        Assert.Equal(250, (await _workspace.Get("/contacts")).Json!["total_count"]!.GetValue<int>());
        Assert.Equal(120, (await _workspace.Get("/conversations")).Json!["total_count"]!.GetValue<int>());
        Assert.True((await _workspace.Get("/articles")).Json!["total_count"]!.GetValue<int>() >= 30);
        Assert.Equal(20, (await _workspace.Call("POST", "/companies/list")).Json!["total_count"]!.GetValue<int>());
        Assert.Equal((await _workspace.Get("/contacts")).Json!.ToJsonString(), (await other.Get("/contacts")).Json!.ToJsonString());
    }

    [Theory]
    [InlineData(null, 401, "unauthorized")]
    [InlineData("invalid", 401, "unauthorized")]
    [InlineData("revoked", 401, "token_revoked")]
    public async Task A_bad_token_is_refused_without_headers_of_the_budget(string? token, int status, string code)
    {
        var answer = await _workspace.Call("GET", "/me", token: token);
        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.False(answer.Headers.ContainsKey("X-RateLimit-Limit"));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("preview")]
    [InlineData("0.9")]
    [InlineData("3.0")]
    public async Task A_version_that_does_not_exist_is_refused(string version) =>
        Assert.Equal("intercom_version_invalid", (await _workspace.Call("GET", "/me", version: version)).Code);

    [Fact]
    public async Task An_unknown_route_answers_as_Rails_does()
    {
        var answer = await _workspace.Get("/nowhere");
        Assert.Equal(404, answer.Status);
        Assert.Equal("""{"status":"404","error":"Not Found"}""", answer.Json!.ToJsonString());
    }

    [Fact]
    public async Task The_budget_runs_over_ten_seconds_and_says_so()
    {
        var limited = new Workspace(time => new SandboxOptions { Time = time, RateLimit = 3 });
        for (var left = 2; left >= 0; left--)
        {
            var good = await limited.Get("/me");
            Assert.Equal(left.ToString(CultureInfo.InvariantCulture), good.Headers["X-RateLimit-Remaining"]);
            Assert.Equal((limited.Now / 10 + 1) * 10, long.Parse(good.Headers["X-RateLimit-Reset"], CultureInfo.InvariantCulture));
        }
        var refused = await limited.Get("/me");
        Assert.Equal((429, "Exceeded rate limit of 3 in 10_seconds"), (refused.Status, refused.Message));
        limited.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(200, (await limited.Get("/me")).Status);
    }

    [Fact]
    public async Task A_list_by_cursor_returns_each_item_once_whatever_is_added_and_removed_meanwhile()
    {
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = (
                await _workspace.Get(
                    $"/contacts?per_page=40{(cursor is null ? "" : "&starting_after=" + Uri.EscapeDataString(cursor))}")).Json!;
            var ids = page["data"]!.AsArray().Select(item => item!["id"]!.ToString()).ToList();
            seen.AddRange(ids);
            cursor = page["pages"]!["next"]?["starting_after"]?.ToString();
            await _workspace.Post("/contacts", $$"""{"email":"late{{seen.Count}}@x.example"}""");
            await _workspace.Call("DELETE", $"/contacts/{ids[^1]}");
        }
        while (cursor is not null);
        Assert.Equal(250, seen.Count);
        Assert.Equal(250, seen.Distinct().Count());
    }

    [Fact]
    public async Task A_cursor_of_another_list_is_refused() =>
        Assert.Equal("client_error", (await _workspace.Get("/contacts?starting_after=rubbish")).Code);

    [Fact]
    public async Task Two_users_never_share_an_address_but_leads_do()
    {
        var first = await _workspace.Post("/contacts", """{"email":"same@x.example"}""");
        var second = await _workspace.Post("/contacts", """{"email":"Same@x.example"}""");
        Assert.Equal((409, "conflict"), (second.Status, second.Code));
        Assert.Contains("id=" + first.Json!["id"], second.Message, StringComparison.Ordinal);
        Assert.Equal(200, (await _workspace.Post("/contacts", """{"email":"same@x.example","role":"lead"}""")).Status);
    }

    [Theory]
    [InlineData("""{"email":"no-at"}""", "parameter_invalid")]
    [InlineData("""{"email":"a@x.example","signed_up_at":"2024-01-15"}""", "parameter_invalid")]
    [InlineData("""{"email":"a@x.example","signed_up_at":1705276800000}""", "parameter_invalid")]
    [InlineData("""{"email":"a@x.example","custom_attributes":{"nope":1}}""", "parameter_invalid")]
    [InlineData("""{"name":"nobody"}""", "parameter_not_found")]
    public async Task What_is_refused_leaves_nothing_behind(string body, string code)
    {
        var answer = await _workspace.Post("/contacts", body);
        Assert.Equal((400, code), (answer.Status, answer.Code));
        Assert.Equal(250, (await _workspace.Get("/contacts")).Json!["total_count"]!.GetValue<int>());
    }

    [Fact]
    public async Task Null_clears_a_field_and_what_is_absent_stays()
    {
        var id = await _workspace.FirstContact();
        await _workspace.Call("PUT", $"/contacts/{id}", JsonNode.Parse("""{"phone":"+1 555 0100","name":"Ann"}"""));
        var changed = (await _workspace.Call("PUT", $"/contacts/{id}", JsonNode.Parse("""{"phone":null}"""))).Json!;
        Assert.Null(changed["phone"]);
        Assert.Equal("Ann", changed["name"]!.ToString());
    }

    [Fact]
    public async Task Nested_lists_show_ten_and_say_that_there_are_more()
    {
        var full = (await _workspace.Search("contacts", """{"field":"external_id","operator":"=","value":"user-1"}"""))[0];
        Assert.Equal(10, full["tags"]!["data"]!.AsArray().Count);
        Assert.Equal(12, full["tags"]!["total_count"]!.GetValue<int>());
        Assert.True(full["tags"]!["has_more"]!.GetValue<bool>());
        Assert.Equal(12, (await _workspace.Get($"/contacts/{full["id"]}/tags")).Json!["data"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_same_event_is_kept_once_and_the_list_follows_links()
    {
        var contact = (await _workspace.Post("/contacts", """{"external_id":"ev-1"}""")).Json!;
        for (var i = 0; i < 5; i++)
        {
            await _workspace.Post("/events", $$"""{"event_name":"bought","created_at":{{_workspace.Now - i}},"user_id":"ev-1"}""");
            await _workspace.Post("/events", $$"""{"event_name":"bought","created_at":{{_workspace.Now - i}},"user_id":"ev-1"}""");
        }
        var page = (await _workspace.Get($"/events?type=user&user_id=ev-1&per_page=3")).Json!;
        Assert.Equal(3, page["events"]!.AsArray().Count);
        var next = new Uri(page["pages"]!["next"]!.ToString());
        var rest = (await _workspace.Get(next.PathAndQuery)).Json!;
        Assert.Equal(2, rest["events"]!.AsArray().Count);
        Assert.Null(rest["pages"]!["next"]);
        Assert.Equal(
            5,
            (await _workspace.Get(
                    $"/events?type=user&intercom_user_id={contact["id"]}&summary=true")).Json!["events"]![0]!["count"]!.GetValue<int>());
        Assert.Equal("not_found", (await _workspace.Post("/events", """{"event_name":"x","created_at":1,"user_id":"nobody"}""")).Code);
    }

    [Fact]
    public async Task Plain_text_has_no_tags()
    {
        var id = (await _workspace.Get("/conversations?per_page=1")).Json!["conversations"]![0]!["id"]!.ToString();
        await _workspace.Post(
            $"/conversations/{id}/reply",
            """{"message_type":"comment","type":"admin","admin_id":"5001","body":"<p>a &amp; <b>b</b></p>"}""");
        var plain = (await _workspace.Get($"/conversations/{id}?display_as=plaintext")).Json!;
        Assert.Equal("a & b", plain["conversation_parts"]!["conversation_parts"]!.AsArray()[^1]!["body"]!.ToString());
    }

    [Theory]
    [InlineData("""{"message_type":"close","type":"admin"}""", "parameter_not_found")]
    [InlineData("""{"message_type":"close","type":"admin","admin_id":"1"}""", "admin_not_found")]
    [InlineData("""{"message_type":"assignment","type":"admin","admin_id":"5001","assignee_id":"99"}""", "assignee_not_found")]
    [InlineData("""{"message_type":"snoozed","admin_id":"5001","snoozed_until":1}""", "parameter_invalid")]
    [InlineData("""{"message_type":"dance","admin_id":"5001"}""", "parameter_invalid")]
    public async Task Managing_a_conversation_requires_what_the_description_requires(string body, string code)
    {
        var id = (await _workspace.Get("/conversations?per_page=1")).Json!["conversations"]![0]!["id"]!.ToString();
        Assert.Equal(code, (await _workspace.Post($"/conversations/{id}/parts", body)).Code);
    }

    [Fact]
    public async Task Injected_faults_happen_before_and_after_the_effect_and_the_journal_tells()
    {
        var shaky = new Workspace(time => new SandboxOptions { Time = time, FailureRate = 0.2, ResetRate = 0.2, RateLimit = 0 });
        var outcomes = new List<int>();
        for (var i = 0; i < 300; i++)
        {
            try
            {
                outcomes.Add((await shaky.Post("/contacts", $$"""{"email":"f{{i}}@x.example"}""")).Status);
            }
            catch (System.IO.IOException)
            {
                outcomes.Add(0);
            }
        }
        var calls = shaky.Sandbox.Calls;
        Assert.Equal(outcomes, calls.Select(call => call.Status));
        foreach (var status in new[] { 0, 503 })
        {
            Assert.Contains(calls, call => call.Status == status && call.Executed);
            Assert.Contains(calls, call => call.Status == status && !call.Executed);
        }
        var made = calls.Count(call => call.Executed);
        Assert.InRange(calls.Count(call => call.Status == 200), 140, 220);
        Assert.True(made > calls.Count(call => call.Status == 200));
    }

    [Fact]
    public async Task Many_writers_at_once_lose_nothing()
    {
        var open = new Workspace(time => new SandboxOptions { Time = time, RateLimit = 0 });
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                Assert.Equal(200, (await open.Post("/contacts", $$"""{"email":"w{{writer}}-{{i}}@x.example"}""")).Status);
            }
        }, TestContext.Current.CancellationToken)));
        Assert.Equal(650, (await open.Get("/contacts")).Json!["total_count"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("{broken")]
    [InlineData("""{"query":{"field":{"a":1},"operator":[],"value":{}}}""")]
    [InlineData("""{"query":{"field":"role","operator":"=","value":{}}}""")]
    [InlineData("""{"query":"role"}""")]
    public async Task A_body_of_the_wrong_shape_is_refused_and_harms_nothing(string body)
    {
        var headers = new Dictionary<string, string> { ["Authorization"] = "Bearer x" };
        var answer = await _workspace.Sandbox.HandleAsync(
            new SandboxRequest("POST", "/contacts/search", "", body, headers), CancellationToken.None);
        Assert.Equal(400, answer.Status);
        Assert.Equal(200, (await _workspace.Get("/me")).Status);
    }
}
