namespace Intercom.PowerShell.Tests.Operations;

/// <summary>What the cmdlets for the help center, for what Fin learns from and for news send, to the letter.</summary>
public sealed class ContentWireTests : IDisposable
{
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public ContentWireTests() => _server.Connect(_shell);

    [Theory]
    [InlineData("New-IntercomArticle T -Body B -Description D -State Published -AuthorId 7",
        """POST /articles {"title":"T","body":"B","description":"D","state":"published","author_id":7}""")]
    [InlineData("New-IntercomArticle T -TranslatedContent @{ fr = @{ title = 'F' } }",
        """POST /articles {"title":"T","author_id":1,"translated_content":{"type":"article_translated_content","fr":"""
        + """{"type":"article_content","title":"F"}}}""")]
    [InlineData("Set-IntercomArticle 5 -Title T -State draft -AuthorId 7",
        """PUT /articles/5 {"title":"T","state":"draft","author_id":7}""")]
    [InlineData("[Intercom.Article]@{ Id = '5'; Title = 'Old'; Body = 'Old' } | Set-IntercomArticle -State draft",
        """PUT /articles/5 {"state":"draft"}""")]
    [InlineData("Remove-IntercomArticle 5 -Confirm:$false", "DELETE /articles/5")]
    [InlineData("Search-IntercomArticle x -State draft -HelpCenterId 3", "GET /articles/search?phrase=x&state=draft&help_center_id=3")]
    [InlineData("Search-IntercomArticle x -Highlight", "GET /articles/search?phrase=x&highlight=true")]
    [InlineData("New-IntercomCollection C -Description D -HelpCenterId 3 -TranslatedContent @{ fr = @{ name = 'F' } }",
        """POST /help_center/collections {"name":"C","description":"D","help_center_id":3,"translated_content":"""
        + """{"type":"group_translated_content","fr":{"type":"group_content","name":"F"}}}""")]
    [InlineData("Set-IntercomCollection 5 -Name N -Parent $null", """PUT /help_center/collections/5 {"name":"N","parent_id":null}""")]
    [InlineData("Get-IntercomCollection 5", "GET /help_center/collections/5")]
    [InlineData("Get-IntercomCollection", "GET /help_center/collections")]
    [InlineData("Remove-IntercomCollection 5 -Confirm:$false", "DELETE /help_center/collections/5")]
    [InlineData("Get-IntercomHelpCenter", "GET /help_center/help_centers")]
    [InlineData("[Intercom.Collection]@{ Id = '5'; HelpCenterId = '3' } | Get-IntercomHelpCenter", "GET /help_center/help_centers/3")]
    [InlineData("New-IntercomInternalArticle T -Body B", """POST /internal_articles {"title":"T","body":"B","author_id":1,"owner_id":1}""")]
    [InlineData("New-IntercomInternalArticle T -AuthorId 7 -OwnerId 8",
        """POST /internal_articles {"title":"T","author_id":7,"owner_id":8}""")]
    [InlineData("Set-IntercomInternalArticle 5 -Title T -OwnerId 8", """PUT /internal_articles/5 {"title":"T","owner_id":8}""")]
    [InlineData("Get-IntercomInternalArticle", "GET /internal_articles")]
    [InlineData("Get-IntercomInternalArticle 5, 6 -ErrorAction Ignore | Out-Null", "GET /internal_articles/5", "GET /internal_articles/6")]
    [InlineData("Remove-IntercomInternalArticle 5 -Confirm:$false", "DELETE /internal_articles/5")]
    [InlineData("New-IntercomContentSource https://x.example -Status deactivated",
        """POST /ai/content_import_sources {"url":"https://x.example/","sync_behavior":"api","status":"deactivated"}""")]
    [InlineData("Set-IntercomContentSource 5 -Url https://y.example/a -SyncBehavior api",
        """PUT /ai/content_import_sources/5 {"url":"https://y.example/a","sync_behavior":"api"}""")]
    [InlineData("Get-IntercomContentSource", "GET /ai/content_import_sources")]
    [InlineData("Get-IntercomContentSource 5", "GET /ai/content_import_sources/5")]
    [InlineData("Remove-IntercomContentSource 5 -Confirm:$false", "DELETE /ai/content_import_sources/5")]
    [InlineData("New-IntercomExternalPage T -Html H -ExternalId e1 -ContentSourceId 44 -Url https://x.example/a -AiAgentAvailability "
        + "$true -AiCopilotAvailability $false",
        """POST /ai/external_pages {"title":"T","html":"H","locale":"en","source_id":44"""
        + ""","external_id":"e1","url":"https://x.example/a","ai_agent_availability":true,"ai_copilot_availability":false}""")]
    [InlineData("Get-IntercomExternalPage", "GET /ai/external_pages")]
    [InlineData("Get-IntercomExternalPage 5", "GET /ai/external_pages/5")]
    [InlineData("Remove-IntercomExternalPage 5 -Confirm:$false", "DELETE /ai/external_pages/5")]
    [InlineData(
        "New-IntercomNewsItem T -Body B -State live -DeliverSilently $true -Label New -Reaction ok -NewsfeedId 3 -PublishedAt "
        + "2009-02-13T23:31:30Z",
        """POST /news/news_items {"title":"T","body":"B","sender_id":1,"state":"live","deliver_silently":true,"labels":["New"]"""
        + ""","reactions":["ok"],"newsfeed_assignments":[{"newsfeed_id":3,"published_at":1234567890}]}""")]
    [InlineData("Set-IntercomNewsItem 5 -Title T -SenderId 7 -Reaction @()",
        """PUT /news/news_items/5 {"title":"T","sender_id":7,"reactions":[]}""")]
    [InlineData("Get-IntercomNewsItem", "GET /news/news_items")]
    [InlineData("Get-IntercomNewsItem 5", "GET /news/news_items/5")]
    [InlineData("[Intercom.Newsfeed]@{ Id = '3' } | Get-IntercomNewsItem", "GET /news/newsfeeds/3/items")]
    [InlineData("Remove-IntercomNewsItem 5 -Confirm:$false", "DELETE /news/news_items/5")]
    [InlineData("Get-IntercomNewsfeed", "GET /news/newsfeeds")]
    [InlineData("Get-IntercomNewsfeed 3", "GET /news/newsfeeds/3")]
    public void The_request_is_what_the_api_describes(string command, params string[] requests)
    {
        var outcome = _shell.Run(command.Replace(" | Out-Null", "", StringComparison.Ordinal));
        // Reads by id overlap.
        Assert.Equal(requests.Select(Received.Sorted).Order(), _server.Calls.Order());
        Assert.Empty(outcome.Errors);
    }

    [Theory]
    [InlineData("Set-IntercomContentSource 5 -Status active", "/ai/content_import_sources/5",
        """{"id":5,"sync_behavior":"automatic","url":"https://x.example"}""",
        """PUT /ai/content_import_sources/5 {"status":"active","sync_behavior":"automated","url":"https://x.example"}""")]
    [InlineData("Set-IntercomExternalPage 5 -Title New", "/ai/external_pages/5",
        """{"id":"5","title":"Old","html":"H","url":null,"locale":"en","source_id":44,"external_id":"e1"}""",
        """PUT /ai/external_pages/5 {"title":"New","html":"H","url":null,"locale":"en","source_id":44}""")]
    [InlineData("Set-IntercomNewsItem 5 -State live", "/news/news_items/5", """{"id":"5","title":"T","sender_id":7,"state":"draft"}""",
        """PUT /news/news_items/5 {"state":"live","title":"T","sender_id":7}""")]
    public void The_fields_that_every_change_requires_are_read_first(string command, string path, string now, string change)
    {
        _server.Answer = _ => (200, now);
        Assert.Empty(_shell.Run(command).Errors);
        Assert.Equal(["GET " + path, Received.Sorted(change)], _server.Calls);
    }

    [Theory]
    [InlineData("<html>Sign in</html>")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{\"title\":\"a\",\"title\":\"b\"}")]
    public void What_cannot_be_read_first_is_an_error_and_nothing_is_changed(string now)
    {
        _server.Answer = _ => (200, now);
        Assert.StartsWith("Intercom.unreadable_answer,", _shell.Run("Set-IntercomNewsItem 5 -State live").Error.FullyQualifiedErrorId,
            StringComparison.Ordinal);
        Assert.Equal(["GET /news/news_items/5"], _server.Calls);
    }

    [Fact]
    public void A_missing_value_is_not_sent_as_empty_with_a_change()
    {
        _server.Answer = _ => (200, """{"id":"5","title":"T"}""");
        _shell.Do("Set-IntercomNewsItem 5 -State live");
        Assert.Equal(["GET /news/news_items/5", Received.Sorted("""PUT /news/news_items/5 {"state":"live","title":"T"}""")], _server.Calls);
    }

    [Theory]
    [InlineData("New-IntercomArticle T -State hidden", "not_one_of")]
    [InlineData("New-IntercomArticle T -AuthorId somebody", "name_not_found")]
    [InlineData("New-IntercomContentSource wiki", "not_a_web_address")]
    [InlineData("New-IntercomExternalPage T -Html H -ExternalId e1 -ContentSourceId mine", "not_a_numeric_id")]
    [InlineData("New-IntercomNewsItem T -PublishedAt 2009-02-13", "news_without_newsfeed")]
    [InlineData("New-IntercomNewsItem T -State published", "not_one_of")]
    public void Bad_input_is_refused_before_anything_is_sent(string command, string code)
    {
        Assert.Equal(code, _shell.Run(command).Error.Code());
        Assert.Empty(_server.Calls);
    }

    [Fact]
    public void WhatIf_sends_nothing_and_high_impact_asks()
    {
        string[] nouns = ["Article", "Collection", "InternalArticle", "ContentSource", "ExternalPage", "NewsItem"];
        foreach (var noun in nouns)
        {
            _shell.Do($"Remove-Intercom{noun} 5 -WhatIf; Set-Intercom{noun} 5 -AdditionalField @{{ x = 1 }} -WhatIf");
            Assert.NotEmpty(_shell.Run($"Remove-Intercom{noun} 5").Errors);
        }
        _shell.Do(
            "New-IntercomArticle x -WhatIf; New-IntercomCollection x -WhatIf; New-IntercomInternalArticle x -WhatIf; "
            + "New-IntercomContentSource https://x.example -WhatIf; New-IntercomNewsItem x -WhatIf");
        Assert.Empty(_server.Requests);
    }

    public void Dispose()
    {
        _shell.Dispose();
        _server.Dispose();
    }
}
