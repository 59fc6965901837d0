using System.Net.Http;
using System.Text;

namespace Intercom.Sandbox.Tests;

/// <summary>
/// The calls that people know from guides to Intercom's API, as curl sends them over HTTP: each receives a sensible response.
/// </summary>
public sealed class GuideCallTests : IDisposable
{
    private readonly SandboxServer _server = SandboxServer.Start(new SandboxWorkspace());
    private readonly HttpClient _curl = new();

    public void Dispose()
    {
        _curl.Dispose();
        _server.Dispose();
    }

    private async Task<(int Status, JsonNode? Json)> Curl(string method, string address, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(_server.BaseUri, address));
        request.Headers.Add("Authorization", "Bearer guide");
        request.Headers.Add("Intercom-Version", "2.14");
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _curl.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    private async Task<JsonNode> Ok(string method, string address, string? body = null)
    {
        var (status, json) = await Curl(method, address, body);
        Assert.True(status is 200, $"{method} {address} answered {status} {json}");
        return json!;
    }

    [Fact]
    public async Task Admins_contacts_and_companies()
    {
        Assert.All((await Ok("GET", "admins"))["admins"]!.AsArray(), admin => Assert.NotNull(admin!["email"]));
        var contact = await Ok("POST", "contacts", """{"email":"user@example.com","name":"John Doe","phone":"+1234567890"}""");
        var id = contact["id"]!.ToString();
        Assert.Equal("user", contact["role"]!.ToString());
        Assert.NotNull(contact["workspace_id"]);
        Assert.Equal(
            "premium",
            (await Ok(
                    "POST",
                    "contacts",
                    """
                    {"email":"user2@example.com","custom_attributes":{"plan":"premium","signup_date":"2024-01-15"}}
                    """))["custom_attributes"]!["plan"]!.ToString());
        Assert.Equal("John Doe", (await Ok("GET", $"contacts/{id}"))["name"]!.ToString());
        Assert.Equal(
            "Jane Doe",
            (await Ok("PATCH", $"contacts/{id}", """{"name":"Jane Doe","custom_attributes":{"plan":"enterprise"}}"""))["name"]!.ToString());
        Assert.Equal("enterprise", (await Ok("PUT", $"contacts/{id}", "{}"))["custom_attributes"]!["plan"]!.ToString());
        Assert.Equal(
            id,
            (await Ok(
                    "POST",
                    "contacts/search",
                    """{"query":{"field":"email","operator":"=","value":"user@example.com"}}"""))["data"]![0]!["id"]!.ToString());
        Assert.NotEmpty(
            (await Ok(
                    "POST",
                    "contacts/search",
                    """
                    {"query":{"operator":"AND","value":[{"field":"role","operator":"=","value":"user"},
                     {"field":"custom_attributes.plan","operator":"=","value":"premium"}]}}
                    """))["data"]!.AsArray());
        Assert.NotEmpty(
            (await Ok(
                    "POST",
                    "contacts/search",
                    """
                    {"query":{"operator":"AND","value":[{"field":"role","operator":"=","value":"user"},
                     {"field":"created_at","operator":">","value":1609459200},{"field":"custom_attributes.plan",
                     "operator":"IN","value":["premium","enterprise"]}]},"pagination":{"per_page":50}}
                    """))["data"]!.AsArray());

        var company = await Ok(
            "POST",
            "companies",
            """{"company_id":"acme-corp-123","name":"Acme Corporation","plan":"enterprise","size":500,"website":"https://acme.com"}""");
        Assert.Equal("enterprise", company["plan"]!["name"]!.ToString());
        Assert.Equal(
            "Acme Corporation", (await Ok("POST", $"contacts/{id}/companies", $$"""{"id":"{{company["id"]}}"}"""))["name"]!.ToString());
        Assert.Contains(
            "Customer is interested",
            (await Ok("POST", $"contacts/{id}/notes", """{"body":"Customer is interested in enterprise plan."}"""))["body"]!.ToString(),
            StringComparison.Ordinal);

        var tag = await Ok("POST", "tags", """{"name":"VIP Customer"}""");
        Assert.Contains((await Ok("GET", "tags"))["data"]!.AsArray(), entry => entry!["name"]!.ToString() == "VIP Customer");
        await Ok("POST", $"contacts/{id}/tags", $$"""{"id":"{{tag["id"]}}"}""");
        Assert.Equal(1, (await Ok("GET", $"contacts/{id}"))["tags"]!["total_count"]!.GetValue<int>());
        await Ok("DELETE", $"contacts/{id}/tags/{tag["id"]}");
        Assert.Empty((await Ok("GET", $"contacts/{id}/tags"))["data"]!.AsArray());

        await Ok("PUT", $"contacts/{id}", """{"external_id":"user-123x"}""");
        Assert.Equal(
            (202, null),
            await Curl(
                "POST",
                "events",
                """
                {"event_name":"purchased-plan","created_at":1770000000,"user_id":"user-123x",
                 "metadata":{"plan":"premium","price":99}}
                """));
        Assert.True((await Ok("DELETE", $"contacts/{id}"))["deleted"]!.GetValue<bool>());
        Assert.Equal(404, (await Curl("GET", $"contacts/{id}")).Status);
    }

    [Fact]
    public async Task Conversations_and_articles()
    {
        Assert.NotEmpty((await Ok("GET", "conversations?order=desc&sort=updated_at"))["conversations"]!.AsArray());
        var open = (
            await Ok(
                "POST",
                "conversations/search",
                """{"query":{"operator":"AND","value":[{"field":"state","operator":"=","value":"open"}]}}"""))["conversations"]!.AsArray();
        Assert.All(open, conversation => Assert.Equal("open", conversation!["state"]!.ToString()));
        Assert.All(open, conversation => Assert.Null(conversation!["conversation_parts"]));
        var id = open[0]!["id"]!.ToString();
        Assert.NotEmpty(
            (await Ok(
                    "POST",
                    "conversations/search",
                    """{"query":{"field":"admin_assignee_id","operator":"=","value":"5001"}}"""))["conversations"]!.AsArray());
        Assert.NotNull((await Ok("GET", $"conversations/{id}"))["conversation_parts"]);

        // The guides post comments to /parts, but the description uses /reply. Both are accepted.
        var replied = await Ok(
            "POST",
            $"conversations/{id}/parts",
            """{"message_type":"comment","type":"admin","admin_id":"5002","body":"We're looking into this for you."}""");
        Assert.Equal("comment", replied["conversation_parts"]!["conversation_parts"]!.AsArray()[^1]!["part_type"]!.ToString());
        await Ok(
            "POST",
            $"conversations/{id}/reply",
            """{"message_type":"comment","type":"admin","admin_id":"5002","body":"Thank you for your message."}""");
        Assert.Equal(
            5003,
            (await Ok(
                    "POST",
                    $"conversations/{id}/parts",
                    """
                    {"message_type":"assignment","type":"admin","admin_id":"5001","assignee_id":"5003"}
                    """))["admin_assignee_id"]!.GetValue<int>());
        Assert.Equal(
            "closed",
            (await Ok(
                    "POST",
                    $"conversations/{id}/parts",
                    """{"message_type":"close","type":"admin","admin_id":"5001"}"""))["state"]!.ToString());

        var articles = await Ok("GET", "articles");
        Assert.Equal(25, articles["data"]!.AsArray().Count);
        Assert.True(articles["total_count"]!.GetValue<int>() >= 30);
        Assert.NotNull((await Ok("GET", $"articles/{articles["data"]![0]!["id"]}"))["body"]);
    }
}
