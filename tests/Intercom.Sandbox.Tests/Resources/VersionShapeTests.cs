using System.Text;

namespace Intercom.Sandbox.Tests;

/// <summary>An answer has the form of the version that the request names.</summary>
public sealed class VersionShapeTests
{
    private readonly Workspace _workspace = new();

    [Theory]
    [InlineData("2.14", "Number")]
    [InlineData("2.15", "Number")]
    [InlineData("2.16", "String")]
    [InlineData("2.9", "Number")]
    [InlineData("Preview", "String")]
    public async Task The_owner_of_a_contact(string version, string kind)
    {
        var contact = (await Send("GET", "/contacts?per_page=1")).Json!["data"]![0]!["id"]!;
        await Send("PUT", $"/contacts/{contact}", """{"owner_id":5001}""");
        Assert.Equal(kind, (await Get($"/contacts/{contact}", version))["owner_id"]!.GetValueKind().ToString());
    }

    [Theory]
    [InlineData("2.15", "not_priority", null)]
    [InlineData("2.16", "none", "0")]
    public async Task The_priority_and_the_assignee_of_a_conversation(string version, string priority, string? nobody)
    {
        var found = (await Send("POST", "/conversations/search", """
            {"query":{"operator":"AND","value":[{"field":"priority","operator":"=","value":"none"},
            {"field":"admin_assignee_id","operator":"=","value":0}]}}
            """, version: version)).Json!["conversations"]![0]!;
        Assert.Equal(priority, found["priority"]!.ToString());
        Assert.Equal(nobody, found["admin_assignee_id"]?.ToString());
    }

    [Theory]
    [InlineData("2.14", true, false)]
    [InlineData("2.16", false, true)]
    public async Task The_parent_of_an_article(string version, bool hasParent, bool hasMarkdown)
    {
        var article = (await Get("/articles?per_page=1", version))["data"]![0]!.AsObject();
        Assert.Equal(hasParent, article.ContainsKey("parent_id"));
        Assert.Equal(hasMarkdown, article.ContainsKey("body_markdown"));
        Assert.True(article.ContainsKey("parent_ids"));
    }

    [Theory]
    [InlineData("2.14", "String")]
    [InlineData("2.16", "Number")]
    public async Task The_assignee_of_a_ticket(string version, string kind)
    {
        var found = (await Send("POST", "/tickets/search",
            """{"query":{"field":"open","operator":"=","value":true}}""", version: version)).Json!["tickets"]![0]!;
        Assert.Equal(kind, found["admin_assignee_id"]!.GetValueKind().ToString());
        Assert.Equal(version == "2.16", found.AsObject().ContainsKey("previous_ticket_state_id"));
    }

    [Fact]
    public async Task The_attributes_of_conversations_are_apart_since_2_16()
    {
        Assert.Equal(200, (await Send("GET", "/data_attributes?model=conversation", version: "2.15")).Status);
        Assert.Equal("parameter_invalid", (await Send("GET", "/data_attributes?model=conversation", version: "2.16")).Code);
        Assert.DoesNotContain((await Get("/data_attributes", "2.16"))["data"]!.AsArray(),
            attribute => attribute!["model"]!.ToString() == "conversation");
    }

    [Fact]
    public async Task Tags_name_what_they_were_put_on_since_2_16()
    {
        const string body = """{"name":"Told","companies":[{"id":"nowhere"}]}""";
        Assert.Equal("company_not_found", (await Send("POST", "/tags", body, version: "2.15")).Code);
        Assert.Empty((await Send("POST", "/tags", body, version: "2.16")).Json!["companies"]!.AsArray());
        Assert.False((await Send("POST", "/tags", """{"name":"Told"}""", version: "2.15")).Json!.AsObject().ContainsKey("companies"));
    }

    [Fact]
    public async Task Custom_objects_are_listed_since_2_16()
    {
        Assert.Equal("parameter_not_found", (await Send("GET", "/custom_object_instances/Order", version: "2.15")).Code);
        Assert.NotEmpty((await Get("/custom_object_instances/Order", "2.16"))["data"]!.AsArray());
        Assert.Equal("A-1", (await Get("/custom_object_instances/Order?external_id=A-1", "2.16"))["external_id"]!.ToString());
    }

    [Fact]
    public async Task Unlike_contacts_are_merged_only_when_it_is_asked_for_since_2_16()
    {
        async Task<string> New(string body) => (await Send("POST", "/contacts", body)).Json!["id"]!.ToString();
        var (lead, user) = (await New("""{"role":"lead","email":"a@one.example"}"""), await New("""{"email":"b@one.example"}"""));
        var merge = $$"""{"from":"{{lead}}","into":"{{user}}"}""";
        Assert.Equal("invalid_merge", (await Send("POST", "/contacts/merge", merge, version: "2.16")).Code);
        Assert.Equal(200, (await Send("POST", "/contacts/merge",
            merge[..^1] + ""","skip_duplicate_validation":true}""", version: "2.16")).Status);
        var history = (await Get($"/contacts/{user}?include_merge_history=true", "2.16"))["merge_history"]!;
        Assert.Equal(lead, history[0]!["source_contact_id"]!.ToString());
        Assert.False((await Get($"/contacts/{user}", "2.16")).ContainsKey("merge_history"));
    }

    [Fact]
    public async Task Dates_of_contacts_are_compared_to_the_second_since_2_17()
    {
        const string midnight = """{"query":{"field":"created_at","operator":">=","value":1}}""";
        Assert.Equal("parameter_invalid", (await Send("POST", "/contacts/search", midnight, version: "2.16")).Code);
        Assert.Equal(200, (await Send("POST", "/contacts/search", midnight, version: "2.17")).Status);
        var contact = (await Get("/contacts?per_page=1", "2.17"))["data"]![0]!;
        var second = contact["created_at"]!.GetValue<long>() + 1;
        var later = $$"""{"query":{"field":"created_at","operator":"=","value":{{second}} } }""";
        async Task<int> Count(string version) =>
            (await Send("POST", "/contacts/search", later, version: version)).Json!["total_count"]!.GetValue<int>();
        Assert.Equal(0, await Count("2.17"));
        Assert.NotEqual(0, await Count("2.16"));
    }

    [Fact]
    public async Task A_request_without_a_version_has_that_of_the_workspace()
    {
        var sandbox = new SandboxWorkspace(new SandboxOptions { ApiVersion = "2.16" });
        var answer = await sandbox.HandleAsync(
            new SandboxRequest("GET", "/articles", "per_page=1", null, new Dictionary<string, string> { ["Authorization"] = "Bearer any" }),
            TestContext.Current.CancellationToken);
        Assert.Equal("2.16", answer.Headers["Intercom-Version"]);
        Assert.DoesNotContain("\"parent_id\"", Encoding.UTF8.GetString(answer.Body), StringComparison.Ordinal);
    }

    private Task<Answer> Send(string method, string address, string? json = null, string version = "2.14") =>
        _workspace.Call(method, address, json is null ? null : JsonNode.Parse(json), version: version);

    private async Task<JsonObject> Get(string address, string version) =>
        (await Send("GET", address, version: version)).Json!.AsObject();
}
