namespace Intercom.Sandbox.Tests;

/// <summary>The quirks of Intercom's own search.</summary>
public class SearchTests
{
    private readonly Workspace _workspace = new();

    private Task<Answer> Query(string resource, string query) => _workspace.Post($"/{resource}/search", $$"""{"query":{{query}}}""");

    [Fact]
    public async Task Contact_dates_are_matched_by_calendar_day_in_the_workspaces_time_zone()
    {
        var tokyo = new Workspace(time =>
            new SandboxOptions
            {
                Time = time, SampleData = false,
                TimeZone = TimeZoneInfo.CreateCustomTimeZone("plus9", TimeSpan.FromHours(9), "plus9", "plus9"),
            });
        // 2026-03-15 12:00 UTC is 21:00 there. Four hours later it is the next day.
        await tokyo.Post("/contacts", """{"email":"first@x.example"}""");
        tokyo.Time.Advance(TimeSpan.FromHours(4));
        await tokyo.Post("/contacts", """{"email":"second@x.example"}""");
        var noon = new DateTimeOffset(2026, 3, 15, 1, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        Assert.Equal(
            ["first@x.example"],
            (await tokyo.Search(
                    "contacts",
                    $$"""{"field":"created_at","operator":"=","value":{{noon}}}""")).Select(contact => contact["email"]!.ToString()));
        Assert.Equal(
            ["second@x.example"],
            (await tokyo.Search(
                    "contacts",
                    $$"""{"field":"created_at","operator":">","value":{{noon}}}""")).Select(contact => contact["email"]!.ToString()));
        Assert.Empty(await tokyo.Search("contacts", $$"""{"field":"created_at","operator":"<","value":{{noon}}}"""));
        Assert.Empty(await tokyo.Search("contacts", $$"""{"field":"created_at","operator":"=","value":{{noon * 1000}}}"""));
    }

    [Theory]
    [InlineData("contacts", """{"field":"created_at","operator":">=","value":1700000000}""", 400, "parameter_invalid")]
    [InlineData("contacts", """{"field":"created_at","operator":"IN","value":[1700000000]}""", 400, "parameter_invalid")]
    [InlineData("contacts", """{"field":"tag_id","operator":"IN","value":["1"]}""", 400, "parameter_invalid")]
    [InlineData("conversations", """{"field":"updated_at","operator":"<=","value":1700000000}""", 400, "parameter_invalid")]
    [InlineData("contacts", """{"field":"role","operator":"IN","value":"user"}""", 400, "parameter_invalid")]
    [InlineData("contacts", """{"field":"role","operator":"=","value":["user"]}""", 400, "parameter_invalid")]
    [InlineData("contacts", """{"field":"no_such","operator":"=","value":1}""", 400, "invalid_field")]
    [InlineData("contacts", """{"field":"custom_attributes.nope","operator":"=","value":1}""", 400, "invalid_field")]
    [InlineData("contacts", """{"field":"role","operator":"AND","value":"user"}""", 500, "server_error")]
    [InlineData("contacts", """{"field":"role","operator":"?","value":"user"}""", 400, "parameter_invalid")]
    [InlineData("contacts", """{"operator":"AND","value":[]}""", 400, "parameter_invalid")]
    [InlineData(
        "contacts",
        """
        {"operator":"AND","value":[{"operator":"OR","value":[{"operator":"AND","value":[{"field":"role","operator":"=",
         "value":"user"}]}]}]}
        """,
        400,
        "parameter_invalid")]
    public async Task What_Intercom_refuses_is_refused(string resource, string query, int status, string code)
    {
        var answer = await Query(resource, query);
        Assert.Equal(status, answer.Status);
        Assert.Equal(code, answer.Code);
    }

    [Fact]
    public async Task Sixteen_filters_in_a_group_are_refused_and_fifteen_are_not()
    {
        static string Group(int count) =>
            "{\"operator\":\"OR\",\"value\":["
                + string.Join(",", Enumerable.Range(0, count).Select(i => $$"""{"field":"name","operator":"~","value":"x{{i}}"}""")) + "]}";
        Assert.Equal(200, (await Query("contacts", Group(15))).Status);
        Assert.Equal(400, (await Query("contacts", Group(16))).Status);
    }

    [Fact]
    public async Task A_sort_must_be_repeated_on_every_page()
    {
        const string Sort = """{"field":"created_at","order":"ascending"}""";
        var sorted = await _workspace.Search("conversations", """{"field":"open","operator":"=","value":true}""", "conversations", Sort);
        Assert.Equal(sorted.Select(item => item["created_at"]!.GetValue<long>()).Order(), sorted.Select(item =>
            item["created_at"]!.GetValue<long>()));

        var first = await _workspace.Post(
            "/contacts/search",
            $$"""{"query":{"field":"role","operator":"=","value":"user"},"sort":{{Sort}} ,"pagination":{"per_page":5} }""");
        var cursor = first.Json!["pages"]!["next"]!["starting_after"]!.ToString();
        Assert.Equal(
            500,
            (await _workspace.Post(
                    "/contacts/search",
                    $$"""
                    {"query":{"field":"role","operator":"=","value":"user"},"pagination":{"per_page":5,
                    "starting_after":"{{cursor}}"} }
                    """)).Status);
        Assert.Equal(
            "invalid_sort_order",
            (await _workspace.Post(
                    "/contacts/search",
                    """{"query":{"field":"role","operator":"=","value":"user"},"sort":{"field":"name","order":"up"} }""")).Code);
    }

    [Theory]
    [InlineData("""{"field":"source.body","operator":"~","value":"invoice"}""", true)]
    [InlineData("""{"field":"source.body","operator":"~","value":"invoi"}""", false)]
    [InlineData("""{"field":"title","operator":"~","value":"x"}""", null)]
    [InlineData("""{"field":"priority","operator":"=","value":"priority"}""", true)]
    [InlineData("""{"field":"admin_assignee_id","operator":"=","value":null}""", true)]
    [InlineData("""{"field":"conversation_rating.score","operator":">","value":3}""", true)]
    [InlineData("""{"field":"state","operator":"NIN","value":["open","closed","snoozed"]}""", false)]
    public async Task Conversations_are_matched_as_Intercom_matches_them(string query, bool? some)
    {
        var answer = await Query("conversations", query);
        if (some is null) Assert.Equal("invalid_field", answer.Code);
        else Assert.Equal(some, answer.Json!["total_count"]!.GetValue<int>() > 0);
    }

    [Fact]
    public async Task Opposites_divide_the_whole()
    {
        var all = (
            await _workspace.Search(
                "contacts",
                """
                {"operator":"OR","value":[{"field":"role","operator":"=","value":"user"},{"field":"role",
                 "operator":"!=","value":"user"}]}
                """)).Count;
        Assert.Equal(250, all);
        foreach (var (yes, no, value) in new[]
        {
            ("=", "!=", "\"Ada Holm\""), ("~", "!~", "\"a\""), ("IN", "NIN", """["Ada Holm","Ivo Park"]""")
        })
        {
            var with = await _workspace.Search("contacts", $$"""{"field":"name","operator":"{{yes}}","value":{{value}}}""");
            var without = await _workspace.Search("contacts", $$"""{"field":"name","operator":"{{no}}","value":{{value}}}""");
            Assert.Equal(all, with.Count + without.Count);
            Assert.Empty(with.Select(item => item["id"]!.ToString()).Intersect(without.Select(item => item["id"]!.ToString())));
        }
    }

    [Fact]
    public async Task A_new_contact_is_found_only_after_the_delay()
    {
        var slow = new Workspace(time => new SandboxOptions { Time = time, SearchDelay = TimeSpan.FromSeconds(30) });
        var created = await slow.Post("/contacts", """{"email":"fresh@x.example"}""");
        const string Query = """{"field":"email","operator":"=","value":"fresh@x.example"}""";
        Assert.Equal(200, (await slow.Get($"/contacts/{created.Json!["id"]}")).Status);
        Assert.Empty(await slow.Search("contacts", Query));
        slow.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Single(await slow.Search("contacts", Query));
    }
}
