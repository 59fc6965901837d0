namespace Intercom.PowerShell.Tests.Engine;

/// <summary>-AsTemplate: what is filled, what is read for it, and what is refused before a text is sent.</summary>
public sealed class TemplateTests : IDisposable
{
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public TemplateTests()
    {
        _server.Answer = Answer;
        _server.Connect(_shell);
    }

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        _server.Dispose();
    }

    private static (int Status, string Body) Answer(Received request) => request switch
    {
        { Method: "GET", Path: "/contacts/c1" } => (200, """
            {"type":"contact","id":"c1","role":"lead","name":"Ada <b> O'Brien","email":"ada@example.com","phone":null,
            "created_at":1700000000,"location":{"city":"Cork"},"custom_attributes":{"plan":"pro","seats":3,"renewal_at":1700000000}}
            """),
        { Method: "GET", Path: "/contacts/c2" } => (200, """{"type":"contact","id":"c2","name":null,"created_at":1700000000}"""),
        { Method: "GET", Path: "/conversations/5" } => (200, Conversation("5", "c1")),
        { Method: "GET", Path: "/conversations/6" } => (200, Conversation("6", "c2")),
        { Method: "GET", Path: "/conversations/7" } => (200, Conversation("7", "c1", "c2")),
        { Method: "GET", Path: "/tickets/8" } =>
            (200, """{"type":"ticket","id":"8","created_at":1,"contacts":{"type":"contact.list","contacts":[{"id":"c1"}]}}"""),
        _ => RecordingServer.Simple(request),
    };

    private static string Conversation(string id, params string[] contacts) => $$$"""
        {"type":"conversation","id":"{{{id}}}","created_at":1,"source":{"author":{"type":"user","id":"c1","name":"Ada Author"}},
        "contacts":{"type":"contact.list","contacts":[{{{string.Join(",", contacts.Select(one => $"{{\"id\":\"{one}\"}}"))}}}]}}
        """;

    private string[] Writes => [.. _server.Requests.Where(request => request.Method == "POST")
        .Select(request => (string?)JsonNode.Parse(request.Body)!["body"] ?? "")];

    private string[] Reads => [.. _server.Requests.Where(request => request.Method == "GET" && request.Path != "/me")
        .Select(request => request.Path)];

    [Theory]
    [InlineData("Hello {{first_name}}", "Hello Ada")]
    [InlineData("{{ user.name }}", "Ada &lt;b&gt; O&#39;Brien")]
    [InlineData("<p>{{LAST_NAME}}</p>", "<p>&lt;b&gt; O&#39;Brien</p>")]
    [InlineData("{{phone|fallback:\"<i>none</i>\"}}", "<i>none</i>")]
    [InlineData("{{ phone | fallback: 'no {phone}' }}", "no {phone}")]
    [InlineData("{{email | fallback:\"x\"}}", "ada@example.com")]
    [InlineData("{{phone|fallback:&quot;there&quot;}}", "there")]
    [InlineData("{{plan}} {{ custom_attributes.seats }} {{contact.renewal_at}}", "pro 3 2023-11-1*")]
    [InlineData("{{location.city}} {{signed_up_at|fallback:\"never\"}}", "Cork never")]
    [InlineData("no placeholder {here}", "no placeholder {here}")]
    public void A_text_is_filled_with_the_escaped_values_of_the_contact(string template, string filled)
    {
        _shell.Do("$null = Send-IntercomReply $args[0] -ConversationId 5 -AsTemplate", template);
        if (filled.EndsWith('*')) Assert.StartsWith(filled[..^1], Assert.Single(Writes), StringComparison.Ordinal);
        else Assert.Equal(filled, Assert.Single(Writes));
    }

    [Theory]
    [InlineData("Send-IntercomReply 'Hello {{first_name}}, hi' -ConversationId 5")]
    [InlineData("Send-IntercomReply 'Hello {{ plan | fallback:&quot;x&quot;}}' -TicketId 8")]
    [InlineData("Close-IntercomConversation 5 '{{x}} {{'")]
    [InlineData("Add-IntercomNote '{{x}}' -ContactId c1")]
    [InlineData("Send-IntercomMessage '{{x}}' -ContactId c1 -Role user")]
    [InlineData("Send-IntercomMessage 'x' -Subject '{{x}}' -ContactId c1 -Role user")]
    [InlineData("[pscustomobject]@{ ConversationId = 5; Body = '{{x}}' } | Send-IntercomReply")]
    public void Without_the_switch_a_placeholder_is_an_error_and_with_false_it_is_sent(string script)
    {
        var error = _shell.Run(script).Error;
        Assert.StartsWith("Intercom.unfilled_placeholder", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(Writes);
        _shell.Do($"$null = {script} -AsTemplate:$false");
        Assert.Single(Writes);
        Assert.Empty(Reads);
    }

    [Fact]
    public void Braces_that_are_not_placeholders_need_no_switch()
    {
        _shell.Do("$null = Send-IntercomReply '{x} {{ {{}} {{ a => b }}' -ConversationId 5");
        Assert.Equal("{x} {{ {{}} {{ a => b }}", Assert.Single(Writes));
    }

    [Theory]
    [InlineData("Send-IntercomReply 'Hi {{plan}}' -TicketId 8 -AsTemplate", "Hi pro")]
    [InlineData("Close-IntercomConversation 5 'Bye {{first_name}}' -AsTemplate", "Bye Ada")]
    [InlineData("Add-IntercomNote '{{plan}}' -ConversationId 5 -AsTemplate", "pro")]
    [InlineData("Add-IntercomNote '{{plan}}' -ContactId c1 -AsTemplate", "pro")]
    [InlineData("Add-IntercomNote '{{plan}}' -TicketId 8 -AsTemplate", "pro")]
    [InlineData("Send-IntercomMessage 'Hi {{first_name}}' -ContactId c1 -AsTemplate", "Hi Ada")]
    public void Every_text_to_a_contact_can_be_a_template(string script, string filled)
    {
        _shell.Do($"$null = {script}");
        Assert.Equal(filled, Assert.Single(Writes));
    }

    [Fact]
    public void The_subject_of_an_email_is_filled_without_escaping()
    {
        _shell.Do("$null = Send-IntercomMessage '{{last_name}}' -Subject 'For {{name}}' -ContactId c1 -AsTemplate");
        var message = JsonNode.Parse(_server.Requests.Last().Body)!;
        Assert.Equal("For Ada <b> O'Brien", (string?)message["subject"]);
        Assert.Equal("&lt;b&gt; O&#39;Brien", (string?)message["body"]);
        Assert.Equal("lead", (string?)message["to"]!["type"]);
    }

    [Fact]
    public void A_contact_is_read_once_and_not_at_all_when_the_piped_object_has_the_values()
    {
        _shell.Do("$null = 1..6 | ForEach-Object { '5' } | Send-IntercomReply '{{plan}}' -AsTemplate");
        Assert.Single(Reads, path => path == "/contacts/c1");
        _shell.Do("$talk = Get-IntercomConversation 5; $contact = Get-IntercomContact c1");
        _server.Forget();
        _shell.Do("""
            $null = $talk | Send-IntercomReply 'Hi {{first_name}}' -AsTemplate
            $null = $contact | Send-IntercomMessage 'Hi {{plan}} {{phone|fallback:"-"}}' -AsTemplate
            """);
        Assert.Empty(Reads);
        Assert.Equal(["Hi Ada", "Hi pro -"], Writes);
        _shell.Do("$null = $talk | Send-IntercomReply '{{email}}' -AsTemplate");
        Assert.Equal(["/contacts/c1"], Reads);
    }

    [Theory]
    [InlineData("{{phone}}", "missing_template_value", "'phone', which is empty for contact c1")]
    [InlineData("{{plan}} {{sects|fallback:\"x\"}}", "unknown_placeholder", "'sects' is not an attribute")]
    [InlineData("{{frist_name|fallback:\"x\"}}", "unknown_placeholder", "'first_name'")]
    [InlineData("{{company.name}}", "unknown_placeholder", "'company.name'")]
    [InlineData("Hi {{first_name", "invalid_placeholder", "'{{first_name'")]
    [InlineData("Hi {{first_name | default:\"x\"}}", "invalid_placeholder", "default")]
    [InlineData("Hi }} you", "invalid_placeholder", "'}} you'")]
    public void A_text_that_cannot_be_filled_is_an_error_before_it_is_sent(string template, string id, string says)
    {
        foreach (var input in new[] { "'5'", "Get-IntercomConversation 5" })
        {
            var outcome = _shell.Run($"{input} | Send-IntercomReply $args[0] -AsTemplate", template);
            Assert.StartsWith("Intercom." + id, outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains(says, outcome.Error.ToString(), StringComparison.Ordinal);
        }
        Assert.Empty(Writes);
    }

    [Fact]
    public void One_contact_without_a_value_does_not_keep_the_others_from_their_text()
    {
        var outcome = _shell.Run("'5', '6', '7' | Send-IntercomReply 'Hi {{first_name}}' -AsTemplate");
        Assert.Equal(["missing_template_value", "template_contacts"],
            outcome.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0][9..]));
        Assert.Equal(["Hi Ada"], Writes);
        var together = _shell.Run("Send-IntercomMessage '{{name}}' -ContactId c1, c2 -Together -AsTemplate");
        Assert.StartsWith("Intercom.template_and_together", together.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_that_cannot_list_attributes_warns_once_and_counts_them_as_missing()
    {
        _server.Answer = request => request.Path.StartsWith("/data_attributes", StringComparison.Ordinal)
            ? (403, """{"type":"error.list","errors":[{"code":"forbidden","message":"no"}]}""") : Answer(request);
        var outcome = _shell.Do("$null = '5', '5' | Send-IntercomReply '{{nosuch|fallback:\"x\"}}' -AsTemplate");
        Assert.Single(outcome.Warnings);
        Assert.Equal(["x", "x"], Writes);
    }

    [Fact]
    public void WhatIf_shows_the_finished_text_where_it_is_known_and_asks_nobody()
    {
        _shell.Do("$talk = Get-IntercomConversation 5; $contact = Get-IntercomContact c1");
        _server.Forget();
        _shell.TakeScreen();
        _shell.Do("""
            $talk | Send-IntercomReply 'Hi {{first_name}}, this text is a good deal longer than forty characters.' -AsTemplate -WhatIf
            '5' | Send-IntercomReply 'Hi {{first_name}}' -AsTemplate -WhatIf
            $contact | Send-IntercomMessage 'Hi {{plan}}' -Subject 'For {{first_name}}' -AsTemplate -WhatIf
            """);
        var said = _shell.TakeScreen();
        Assert.Contains("Reply \"Hi Ada, this text is a good deal longer than forty characters.\" to conversation 5", said,
            StringComparison.Ordinal);
        Assert.Contains("Reply \"Hi {{first_name}}\" to conversation 5", said, StringComparison.Ordinal);
        Assert.Contains("Send email message \"For Ada\", \"Hi pro\", to contact c1", said, StringComparison.Ordinal);
        Assert.Empty(_server.Requests);
    }
}
