namespace Intercom.PowerShell.Tests.Operations;

/// <summary>What the cmdlets that make, change and end conversations send, to the letter.</summary>
public sealed class ConversationsWireTests : IDisposable
{
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("intercom").FullName;

    public ConversationsWireTests()
    {
        _server.Connect(_shell);
        File.WriteAllText(Path.Combine(_folder, "log.txt"), "hello");
        File.WriteAllText(Path.Combine(_folder, "empty.txt"), "");
        for (var i = 0; i < 11; i++) File.WriteAllText(Path.Combine(_folder, $"page{i}.png"), "x");
    }

    [Theory]
    [InlineData("New-IntercomConversation 'Hello' -ContactId c1",
        """POST /conversations {"from":{"type":"contact","id":"c1"},"body":"Hello"}""")]
    [InlineData(
        "[Intercom.Contact]@{ Id = 'c1' } | New-IntercomConversation Hello -Subject S -AttachmentUrl https://x.example/a.png -CreatedAt "
        + "2009-02-13T23:31:30Z",
        """POST /conversations {"from":{"type":"contact","id":"c1"},"body":"Hello","subject":"S","attachment_urls":"""
        + """["https://x.example/a.png"],"created_at":1234567890}""")]
    [InlineData(
        "[pscustomobject]@{ Id = 'c1'; Body = 'One' }, [pscustomobject]@{ Id = 'c2'; Body = 'Two' } | New-IntercomConversation "
        + "-ThrottleLimit 1", """POST /conversations {"from":{"type":"contact","id":"c1"},"body":"One"}""",
        """POST /conversations {"from":{"type":"contact","id":"c2"},"body":"Two"}""")]
    [InlineData("Set-IntercomConversation 91 -Title T -Read $true -CustomAttribute @{ topic = 'x' } -CompanyId co1",
        """PUT /conversations/91 {"title":"T","read":true,"custom_attributes":{"topic":"x"},"company_id":"co1"}""")]
    [InlineData("Set-IntercomConversation 91 -CompanyId $null", """PUT /conversations/91 {"company_id":null}""")]
    [InlineData("[Intercom.Conversation]@{ Id = '91'; Title = 'Old' } | Set-IntercomConversation -Read $false -PlainText",
        """PUT /conversations/91?display_as=plaintext {"read":false}""")]
    [InlineData("Remove-IntercomConversation 91 -Confirm:$false", "DELETE /conversations/91")]
    [InlineData("Add-IntercomConversationContact c1 -ConversationId 91",
        """POST /conversations/91/customers {"admin_id":"1","customer":{"intercom_user_id":"c1"}}""")]
    [InlineData("[Intercom.Conversation]@{ Id = '91' } | Add-IntercomConversationContact -ExternalId u1 -AdminId 7",
        """POST /conversations/91/customers {"admin_id":"7","customer":{"user_id":"u1"}}""")]
    [InlineData("91 | Add-IntercomConversationContact -Email a@b.c",
        """POST /conversations/91/customers {"admin_id":"1","customer":{"email":"a@b.c"}}""")]
    [InlineData("91 | Remove-IntercomConversationContact ([Intercom.Contact]@{ Id = 'c1' })",
        """DELETE /conversations/91/customers/c1 {"admin_id":"1"}""")]
    [InlineData("Clear-IntercomConversationPart 7 -ConversationId 91 -Confirm:$false",
        """POST /conversations/redact {"type":"conversation_part","conversation_id":"91","conversation_part_id":"7"}""")]
    [InlineData("[Intercom.ConversationPart]@{ Id = '7'; ConversationId = '91' } | Clear-IntercomConversationPart -Confirm:$false",
        """POST /conversations/redact {"type":"conversation_part","conversation_id":"91","conversation_part_id":"7"}""")]
    [InlineData("Clear-IntercomConversationPart -Source -SourceId 5 -ConversationId 91 -Confirm:$false",
        """POST /conversations/redact {"type":"source","conversation_id":"91","source_id":"5"}""")]
    [InlineData(
        "[Intercom.Conversation]@{ Id = '91'; Source = [Intercom.ConversationSource]@{ Id = '5' } } | Clear-IntercomConversationPart "
        + "-Source -Confirm:$false", """POST /conversations/redact {"type":"source","conversation_id":"91","source_id":"5"}""")]
    [InlineData("Send-IntercomMessage Hi -ContactId c1 -Role lead",
        """POST /messages {"message_type":"in_app","from":{"type":"admin","id":1},"to":{"type":"lead","id":"c1"},"body":"Hi"}""")]
    [InlineData("[Intercom.Contact]@{ Id = 'c1'; Role = 'user' } | Send-IntercomMessage Hi -Subject S -AdminId 7 -OpenConversation",
        """POST /messages {"message_type":"email","template":"plain","subject":"S","from":{"type":"admin","id":7},"to":"""
        + """{"type":"user","id":"c1"},"body":"Hi","create_conversation_without_contact_reply":true}""")]
    [InlineData(
        "Send-IntercomMessage Hi -ContactId c1, c2 -Role user -Together -Subject S -Template personal -CreatedAt 2009-02-13T23:31:30Z",
        """POST /messages {"message_type":"email","template":"personal","subject":"S","created_at":1234567890,"from":"""
        + """{"type":"admin","id":1},"to":[{"type":"user","id":"c1"},{"type":"user","id":"c2"}],"body":"Hi"}""")]
    [InlineData("Send-IntercomMessage Hi -ContactId c1, c2 -Role user -ThrottleLimit 1",
        """POST /messages {"message_type":"in_app","from":{"type":"admin","id":1},"to":{"type":"user","id":"c1"},"body":"Hi"}""",
        """POST /messages {"message_type":"in_app","from":{"type":"admin","id":1},"to":{"type":"user","id":"c2"},"body":"Hi"}""")]
    [InlineData("Send-IntercomReply 'Ok?' -ConversationId 91 -ReplyOption @{ text = 'Yes'; uuid = '22222222-2222-2222-2222-222222222222' }",
        """POST /conversations/91/reply {"message_type":"quick_reply","type":"admin","admin_id":"1","body":"Ok?","reply_options":"""
        + """[{"text":"Yes","uuid":"22222222-2222-2222-2222-222222222222"}]}""")]
    [InlineData(
        "Send-IntercomReply Yes -ConversationId 91 -ContactId c1 -ReplyOption ([Intercom.QuickReplyOption]@{ Text = 'Yes'; Uuid = "
        + "'22222222-2222-2222-2222-222222222222' })",
        """POST /conversations/91/reply {"message_type":"comment","type":"user","intercom_user_id":"c1","body":"Yes","reply_options":"""
        + """[{"text":"Yes","uuid":"22222222-2222-2222-2222-222222222222"}]}""")]
    [InlineData("Send-IntercomReply See -ConversationId 91 -Attachment $folder/log.txt",
        """POST /conversations/91/reply {"message_type":"comment","type":"admin","admin_id":"1","body":"See","attachment_files":"""
        + """[{"name":"log.txt","content_type":"text/plain","data":"aGVsbG8="}]}""")]
    [InlineData("Get-Item $folder/log.txt | ForEach-Object { Add-IntercomNote See -ConversationId 91 -Attachment $_ }",
        """POST /conversations/91/reply {"message_type":"note","type":"admin","admin_id":"1","body":"See","attachment_files":"""
        + """[{"name":"log.txt","content_type":"text/plain","data":"aGVsbG8="}]}""")]
    public void The_request_is_what_the_api_describes(string command, params string[] requests)
    {
        var outcome = _shell.Run(
            $"$folder = '{_folder}'; "
            + $"{command.Replace("Get-Item $folder/log.txt", "[IO.FileInfo]\"$folder/log.txt\"", StringComparison.Ordinal)}");
        Assert.Empty(outcome.Errors);
        Assert.Equal(requests.Select(Received.Sorted), _server.Calls);
    }

    [Theory]
    [InlineData("New-IntercomConversation Hello -ContactId c1 -AttachmentUrl a.png", "not_a_web_address")]
    [InlineData("Send-IntercomReply x -ConversationId 91 -Attachment $folder/nosuch.txt", "file_not_found")]
    [InlineData("Send-IntercomReply x -ConversationId 91 -Attachment $folder/empty.txt", "empty_file")]
    [InlineData("Send-IntercomReply x -ConversationId 91 -Attachment $folder", "attached_directory")]
    [InlineData("Send-IntercomReply x -ConversationId 91 -Attachment $folder/page*.png", "too_many_attachments")]
    [InlineData("Send-IntercomReply x -ConversationId 91 -Attachment Variable:/HOME", "path_of_other_provider")]
    [InlineData("Send-IntercomReply x -ConversationId 91 -ReplyOption @{ text = 'Yes'; uuid = 'abc' }", "invalid_uuid")]
    [InlineData("Send-IntercomReply x -ConversationId 91 -ReplyOption @{ words = 'Yes' }", "not_a_quick_reply")]
    [InlineData("Send-IntercomReply x -ConversationId 91 -AttachmentUrl (1..11 | ForEach-Object { \"https://x.example/$_.png\" })",
        "ParameterArgumentValidationError")]
    [InlineData("Send-IntercomMessage Hi -ContactId c1 -Role admin", "not_one_of")]
    [InlineData("Send-IntercomMessage Hi -ContactId c1 -AdminId seven -Role user", "name_not_found")]
    [InlineData("Suspend-IntercomConversation 91 -Until 2001-01-01", "time_in_past")]
    [InlineData("[Intercom.ConversationPart]@{ Id = '7' } | Clear-IntercomConversationPart -Confirm:$false",
        "ParameterArgumentValidationErrorNullNotAllowed")]
    public void Bad_input_is_refused_before_anything_is_sent(string command, string code)
    {
        var error = _shell.Run($"$folder = '{_folder}'; {command}").Error;
        Assert.Equal(code, error.Code());
        Assert.Empty(_server.Calls);
    }

    [Fact]
    public void The_role_of_a_bare_id_is_looked_up()
    {
        _server.Answer = request =>
            request.Path == "/contacts/c1" ? (200, """{"type":"contact","id":"c1","role":"lead"}""")
            : (200, """{"type":"admin_message","id":"5"}""");
        Assert.Empty(_shell.Run("Send-IntercomMessage Hi -ContactId c1 -AdminId 1").Errors);
        Assert.Equal(["GET /contacts/c1",
            Received.Sorted(
            """POST /messages {"message_type":"in_app","from":{"type":"admin","id":1},"to":{"type":"lead","id":"c1"},"body":"Hi"}""")],
            _server.Calls);
    }

    [Fact]
    public void Words_as_quick_replies_get_ids_of_their_own()
    {
        _shell.Do("Send-IntercomReply 'Ok?' -ConversationId 91 -ReplyOption Yes, No");
        var options = JsonNode.Parse(_server.Requests[^1].Body)!["reply_options"]!.AsArray();
        Assert.Equal(["Yes", "No"], options.Select(option => option!["text"]!.ToString()));
        Assert.Equal(2, options.Select(option => Guid.Parse(option!["uuid"]!.ToString())).Distinct().Count());
    }

    [Fact]
    public void WhatIf_sends_nothing_and_high_impact_asks()
    {
        _shell.Do(
            "New-IntercomConversation x -ContactId c1 -WhatIf; Set-IntercomConversation 91 -Title x -WhatIf; Remove-IntercomConversation "
            + "91 -WhatIf; Clear-IntercomConversationPart -Source -ConversationId 91 -WhatIf; Send-IntercomMessage x -ContactId c1 "
            + "-WhatIf; Add-IntercomConversationContact c1 -ConversationId 91 -WhatIf");
        foreach (var command in new[] { "Remove-IntercomConversation 91", "Clear-IntercomConversationPart 7 -ConversationId 91" })
            Assert.NotEmpty(_shell.Run(command).Errors);
        Assert.Empty(_server.Requests);
    }

    public void Dispose()
    {
        _shell.Dispose();
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
