namespace Intercom.Sandbox.Tests;

/// <summary>Changes of contacts that the workspace must refuse, and lists that must stay whole.</summary>
public sealed class ContactChangeTests
{
    private readonly Workspace _workspace = new();

    [Fact]
    public async Task A_lead_becomes_a_user_only_when_no_user_has_its_address()
    {
        await _workspace.Post("/contacts", """{"email":"twice@example.com","external_id":"twice"}""");
        var lead = await _workspace.Post("/contacts", """{"role":"lead","email":"twice@example.com"}""");
        Assert.Equal(409, (await Put(lead, """{"role":"user"}""")).Status);
        Assert.Equal(200, (await Put(lead, """{"role":"user","email":"once@example.com"}""")).Status);
    }

    [Theory]
    [InlineData("""{"role":"bogus"}""")]
    [InlineData("""{"role":null}""")]
    [InlineData("""{"email":{"a":1}}""")]
    [InlineData("""{"phone":["1"]}""")]
    public async Task A_field_of_the_wrong_kind_is_refused(string body)
    {
        var lead = await _workspace.Post("/contacts", """{"role":"lead","email":"kind@example.com"}""");
        Assert.Equal(400, (await Put(lead, body)).Status);
    }

    [Fact]
    public async Task A_merge_in_a_circle_ends_in_an_answer()
    {
        var user = await _workspace.Post("/contacts", """{"email":"circle@example.com"}""");
        var id = user.Json!["id"]!.ToString();
        var lead = await _workspace.Call("POST", "/contacts", new JsonObject { ["role"] = "lead", ["external_id"] = id });
        await _workspace.Call("POST", "/contacts/merge", new JsonObject { ["from"] = lead.Json!["id"]!.ToString(), ["into"] = id });
        await _workspace.Call("DELETE", "/contacts/" + id);
        Assert.Equal(404, (await _workspace.Call("GET", "/contacts/" + id, version: "2.16")).Status);
    }

    [Fact]
    public async Task A_search_sorted_by_text_returns_each_contact_once()
    {
        foreach (var name in new[] { "a", "B", "c", "Ä", "ä", "Z", "z", "-1" })
        {
            await _workspace.Call("POST", "/contacts", new JsonObject { ["role"] = "lead", ["name"] = name });
        }
        foreach (var order in new[] { "ascending", "descending" })
        {
            var found = await _workspace.Search(
                "contacts", """{"field":"created_at","operator":">","value":1}""", sort: $$"""{"field":"name","order":"{{order}}"}""");
            Assert.Equal(258, found.Select(contact => contact["id"]!.ToString()).Distinct().Count());
            Assert.Equal(258, found.Count);
        }
    }

    private Task<Answer> Put(Answer contact, string body) =>
        _workspace.Call("PUT", $"/contacts/{contact.Json!["id"]}", JsonNode.Parse(body));
}
