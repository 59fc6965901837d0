namespace Intercom.Sandbox.Tests;

/// <summary>What the documentation of SDKs and old guides send, and Intercom accepts although its description does not show it.</summary>
public sealed class AcceptedCallTests
{
    private readonly Workspace _workspace = new();

    [Theory]
    [InlineData("inapp", "inapp")]
    [InlineData("in_app", "inapp")]
    public async Task A_message_of_an_admin_in_the_app_has_two_names(string sent, string answered)
    {
        var contact = await _workspace.FirstContact();
        var message = await _workspace.Post(
            "/messages",
            $$"""
            {"message_type":"{{sent}}","body":"Hi","from":{"type":"admin","id":"5001"},
             "to":{"type":"user","id":"{{contact}}"} }
            """);
        Assert.Equal(200, message.Status);
        Assert.Equal(answered, message.Json!["message_type"]!.ToString());
    }

    [Theory]
    [InlineData("""{"type":"user","user_id":"accepted-1"}""")]
    [InlineData("""{"type":"user","email":"accepted-1@example.com"}""")]
    [InlineData("""[{"type":"user","user_id":"accepted-1"},{"type":"lead","id":"{lead}"}]""")]
    public async Task A_message_goes_to_people_by_any_of_their_ids(string to)
    {
        var (user, lead) = await People();
        var message = await _workspace.Post(
            "/messages",
            $$"""
            {"message_type":"inapp","body":"Hi","from":{"type":"admin","id":"5001"},
             "to": {{to.Replace("{lead}", lead, StringComparison.Ordinal)}} ,"create_conversation_without_contact_reply":true}
            """);
        Assert.Equal(200, message.Status);
        var conversation = await _workspace.Get($"/conversations/{message.Json!["conversation_id"]}");
        Assert.Equal(
            to[0] == '[' ? [user, lead] : [user],
            conversation.Json!["contacts"]!["contacts"]!.AsArray().Select(person => person!["id"]!.ToString()));
    }

    [Theory]
    [InlineData("/messages")]
    [InlineData("/conversations")]
    public async Task A_person_starts_a_conversation_by_both_addresses(string address)
    {
        var (user, lead) = await People();
        foreach (var (from, id) in new[] { ("\"user_id\":\"accepted-1\"", user), ($"\"id\":\"{lead}\"", lead) })
        {
            var message = await _workspace.Post(address, $$"""{"body":"Hello","from":{"type":"user",{{from}} } }""");
            Assert.Equal(200, message.Status);
            Assert.Equal("user_message", message.Json!["type"]!.ToString());
            var conversation = await _workspace.Get($"/conversations/{message.Json["conversation_id"]}");
            Assert.Equal(id, conversation.Json!["source"]!["author"]!["id"]!.ToString());
        }
    }

    [Theory]
    [InlineData("""{"message_type":"close","type":"admin","admin_id":"5001"}""", "state", "closed")]
    [InlineData("""{"message_type":"snoozed","admin_id":"5001","snoozed_until":4102444800}""", "state", "snoozed")]
    [InlineData("""{"message_type":"assignment","type":"admin","admin_id":"5001","assignee_id":"5002"}""", "admin_assignee_id", "5002")]
    public async Task A_state_is_also_changed_by_reply(string body, string field, string value)
    {
        var (user, _) = await People();
        var started = await _workspace.Post("/conversations", $$"""{"body":"Hello","from":{"type":"user","id":"{{user}}"} }""");
        var address = $"/conversations/{started.Json!["conversation_id"]}/reply";
        Assert.Equal(value, (await _workspace.Post(address, body)).Json![field]!.ToString());
        Assert.Equal("open", (await _workspace.Post(address, """{"message_type":"open","admin_id":"5001"}""")).Json!["state"]!.ToString());
    }

    [Theory]
    [InlineData("contacts")]
    [InlineData("conversations")]
    [InlineData("tickets")]
    public async Task A_search_for_every_id_finds_everything(string resource)
    {
        var items = resource == "contacts" ? "data" : resource;
        var all = await _workspace.Search(resource, """{"field":"created_at","operator":">","value":1}""", items);
        var found = await _workspace.Search(resource, """{"field":"id","operator":">","value":""}""", items);
        Assert.Equal(all.Count, found.Count);
        Assert.Equal(400, (await _workspace.Post($"/{resource}/search", """{"query":{"field":"id","operator":">","value":"7"}}""")).Status);
    }

    private async Task<(string User, string Lead)> People()
    {
        var user = await _workspace.Post("/contacts", """{"external_id":"accepted-1","email":"accepted-1@example.com"}""");
        var lead = await _workspace.Post("/contacts", """{"role":"lead","name":"Lead"}""");
        return (user.Json!["id"]!.ToString(), lead.Json!["id"]!.ToString());
    }
}
