namespace Intercom.PowerShell.Tests.Operations;

/// <summary>The requests of the cmdlets for Fin, and what they do with the responses.</summary>
public sealed class FinWireTests : WireCases
{
    [Theory]
    [InlineData(
        "Start-IntercomFinConversation e1 Hi u1 -UserName Z -UserEmail z@x.example -UserAttribute @{ plan = 'pro' } "
        + "-ConversationAttribute @{ team = 'a' } -Timestamp 2009-02-13T23:31:30.5Z -AttachmentUrl https://x.example/a.pdf -Attachment "
        + "$folder/log.txt -History @{ author = 'agent'; body = 'Yes'; timestamp = '2009-02-13T23:00:00Z' }",
        """POST /fin/start {"conversation_id":"e1","message":{"author":"user","body":"Hi","timestamp":"2009-02-13T23:31:30.500Z"}"""
        + ""","user":{"id":"u1","name":"Z","email":"z@x.example","attributes":{"plan":"pro"}},"conversation_metadata":{"attributes":"""
        + """{"team":"a"},"history":[{"author":"agent","body":"Yes","timestamp":"2009-02-13T23:00:00Z"}]},"attachments":"""
        + """[{"type":"url","url":"https://x.example/a.pdf"}"""
        + """,{"type":"file","name":"log.txt","content_type":"text/plain","data":"aGVsbG8="}]}""")]
    [InlineData("Send-IntercomFinReply e1 More u1 -Author agent -Timestamp 2009-02-13T23:31:30Z",
        """POST /fin/reply {"conversation_id":"e1","message":{"author":"agent","body":"More","timestamp":"2009-02-13T23:31:30.000Z"}"""
        + ""","user":{"id":"u1"}}""")]
    [InlineData("Send-IntercomFinRating e1 Good -Remark Quick",
        """POST /fin/csat {"conversation_id":"e1","rating":"good","remark":"Quick"}""")]
    public void The_request_is_what_the_api_describes(string command, params string[] requests) => Sends(command, requests);

    [Theory]
    [InlineData("Send-IntercomFinRating e1 perfect", "perfect")]
    [InlineData("$a = @{}; 1..11 | ForEach-Object { $a[\"k$_\"] = 1 }; Start-IntercomFinConversation e1 Hi u1 -UserAttribute $a",
        "11 attributes")]
    [InlineData("Start-IntercomFinConversation e1 Hi u1 -History (1..11 | ForEach-Object { @{ author = 'user'; body = 'x' } })",
        "11 messages")]
    [InlineData("Start-IntercomFinConversation e1 Hi u1 -History @{ body = 'x' }", "author")]
    [InlineData("Start-IntercomFinConversation e1 Hi u1 -History @{ author = 'user'; body = 'x'; time_stamp = '2026-05-01T09:00Z' }",
        "Did you mean 'timestamp'")]
    [InlineData("Start-IntercomFinConversation e1 Hi u1 -History @{ author = 'user'; body = 'x'; 7 = 'y' }", "'7' is not a key")]
    [InlineData("Send-IntercomFinReply e1 Hi u1 -AttachmentUrl (1..11 | ForEach-Object { \"https://x.example/$_.png\" })",
        "11 attachments")]
    public void Bad_input_is_refused_before_anything_is_sent(string command, string says) => Refuses(command, says);

    [Fact]
    public void Messages_to_Fin_of_one_conversation_go_one_after_the_other_each_with_a_time_of_its_own()
    {
        _shell.Do(
            "1..60 | ForEach-Object { [pscustomobject]@{ FinConversationId = 'e1'; Body = \"$_\"; UserId = 'u1' } } | "
            + "Send-IntercomFinReply");
        var messages = _server.Requests.Select(request => JsonNode.Parse(request.Body)!["message"]!).ToList();
        Assert.Equal(Enumerable.Range(1, 60).Select(number => number.ToString(CultureInfo.InvariantCulture)),
            messages.Select(message => message["body"]!.ToString()));
        var times = messages.Select(message => message["timestamp"]!.ToString()).ToList();
        Assert.Equal(60, times.Distinct().Count());
        Assert.Equal(times.Order(StringComparer.Ordinal), times);
        Assert.Equal(1, _server.MostUnderWay);
    }

    [Fact]
    public void What_was_said_before_to_Fin_without_a_time_was_said_in_its_order_and_before_the_message()
    {
        _shell.Do(
            "Start-IntercomFinConversation e1 Hi u1 -History @{ author = 'user'; body = 'a' }, @{ author = 'agent'; body = 'b' }, @{ "
            + "author = 'user'; body = 'c' }");
        var body = JsonNode.Parse(_server.Requests[0].Body)!;
        var times = body["conversation_metadata"]!["history"]!.AsArray().Append(body["message"])
            .Select(message => message!["timestamp"]!.ToString()).ToList();
        Assert.Equal(4, times.Distinct().Count());
        Assert.Equal(times.Order(StringComparer.Ordinal), times);
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("-Remark ''", 2)]
    [InlineData("-Remark Quick", 1)]
    public void A_rating_with_a_remark_which_locks_it_is_never_sent_twice(string remark, int calls)
    {
        _server.Answer = _ =>
            _server.Requests.Count > 1 ? (200, """{"conversation_id":"e1","rating":"good","status":"rated"}""") : (500, "");
        var outcome = _shell.Run($"Send-IntercomFinRating e1 good {remark}");
        Assert.Equal(calls, _server.Calls.Count);
        if (calls > 1) Assert.Single(outcome.Output);
        else Assert.Contains("Check whether the request", outcome.Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_sends_nothing()
    {
        _shell.Do("Start-IntercomFinConversation e1 Hi u1 -WhatIf; Send-IntercomFinRating e1 ok -WhatIf");
        Assert.Empty(_server.Requests);
    }
}
