namespace Intercom.PowerShell.Tests.Operations;

/// <summary>The search of all content and the actions for many items: what they send, combine and refuse.</summary>
public sealed class ContentActionWireTests : IDisposable
{
    private const string Found = "[Intercom.ContentItem]@{ Type = 'article'; Id = '9'; Title = 'Import'; Contents = "
        + "[Intercom.ItemList[Intercom.ContentItem]]::new([Intercom.ContentItem[]]@("
        + "[Intercom.ContentItem]@{ Type = 'article_content'; Id = '91'; Title = 'Import'; Locale = 'en' }, "
        + "[Intercom.ContentItem]@{ Type = 'article_content'; Id = '92'; Title = 'Importer'; Locale = 'fr' })) }";
    private const string Snippet = "[Intercom.ContentSnippet]@{ Id = '7'; Title = 'Hours' }";
    private const string Queued = """{"type":"content_bulk_action","status":"queued"}""";
    private readonly WireRun _run = new();

    [Theory]
    [InlineData("Search-IntercomContent refund", "GET /content/search?query=refund&per_page=50")]
    [InlineData("Search-IntercomContent -ContentType Content_Snippet, article -State draft, published -Locale en, fr -FolderId 3",
        "GET /content/search?states=draft%2Cpublished&locales=en%2Cfr&folder_ids=3&content_types=snippet%2Carticle"
        + "&folder_entity_type=folder&per_page=50")]
    [InlineData("Search-IntercomContent -Tag vip, 72 -WithoutTag vip -CreatedBy grace@example.com -UpdatedBy 1 -First 3",
        "GET /content/search?any_tag_ids=71%2C72&tag_ids=71&tag_operator=NIN&created_by_ids=2&last_updated_by_ids=1&per_page=3")]
    [InlineData("Search-IntercomContent -AiAgent $true -Copilot $false -SalesAgent $true -CreatedAfter 2009-02-13T23:31:30Z",
        "GET /content/search?created_at_after=1234567890&fin_service_state=on&copilot_state=off&fin_sales_state=on&per_page=50")]
    [InlineData(Found + " | Publish-IntercomContent", """POST /content/bulk_actions {"action":"publish","content_ids":"""
        + """[{"type":"article_content","id":"91"},{"type":"article_content","id":"92"}]}""")]
    [InlineData("Unpublish-IntercomContent 91 -Type article_content",
        """POST /content/bulk_actions {"action":"unpublish","content_ids":[{"type":"article_content","id":"91"}]}""")]
    [InlineData(Snippet + ", " + Snippet + " | Remove-IntercomContent -Confirm:$false",
        """POST /content/bulk_actions {"action":"delete","content_ids":[{"type":"content_snippet","id":"7"}]}""")]
    [InlineData(Snippet + " | Set-IntercomContent -AiAgent $true -Copilot $false", """POST /content/bulk_actions {"action":"""
        + """ "set_availability","content_ids":[{"type":"content_snippet","id":"7"}],"availability":{"ai_agent":true,"copilot":false}}""")]
    [InlineData(Snippet + " | Set-IntercomContent -AddSegment 100 -RemoveAllSegments", """POST /content/bulk_actions {"action":"""
        + """ "set_audience","content_ids":[{"type":"content_snippet","id":"7"}],"audience":"""
        + """{"add_segment_ids":[100],"remove_all":true}}""")]
    [InlineData(Found + " | Set-IntercomContent -AddTag vip -RemoveTag 'churn risk'", """POST /content/bulk_actions {"action":"""
        + """ "update_tags","content_ids":[{"type":"article","id":"9"}],"tags":{"add_tag_ids":[71],"remove_tag_ids":[72]}}""")]
    public void The_request_is_what_the_api_describes(string command, string request)
    {
        var simple = _run.Server.Answer;
        _run.Server.Answer = sent => sent.Method == "POST" ? (202, Queued) : simple(sent);
        _run.Sends("2.16", command, request);
    }

    [Theory]
    [InlineData("Publish-IntercomContent", "missing_content", "Search-IntercomContent")]
    [InlineData("Publish-IntercomContent 5", "missing_content", "-Type")]
    [InlineData(Snippet + " | Publish-IntercomContent", "type_of_other_action", "article_content")]
    [InlineData("Remove-IntercomContent 5 -Type external_content -Confirm:$false", "type_of_other_action", "external content 5")]
    [InlineData("Set-IntercomContent 91 -Type article_content -AddTag vip", "type_of_other_action", "update_tags")]
    [InlineData("[Intercom.Article]@{ Id = '9' } | Set-IntercomContent -AiAgent $true", "article_without_contents", "Contents")]
    [InlineData("[Intercom.Tag]@{ Id = '9' } | Set-IntercomContent -AiAgent $true", "not_content", "Tag")]
    [InlineData(Snippet + " | Set-IntercomContent", "nothing_to_change", "-AiAgent")]
    [InlineData(Snippet + " | Set-IntercomContent -AddTag (1..101)", "too_many_tags", "101")]
    [InlineData("Search-IntercomContent ('x' * 501)", "text_too_long", "500")]
    public void Bad_input_is_refused_before_anything_is_sent(string command, string code, string says) =>
        _run.Refuses(command, code, says);

    [Theory]
    [InlineData(Found + " | Publish-IntercomContent",
        "Publish content: article content 91 (Import, en), article content 92 (Importer, fr)")]
    [InlineData("Remove-IntercomContent (1..5) -Type content_snippet",
        "Delete content: content snippet 1, content snippet 2, content snippet 3 and 2 more")]
    [InlineData(Snippet + " | Set-IntercomContent -AddTag vip", "Update content: content snippet 7 (Hours), add tags vip")]
    public void WhatIf_names_the_items(string command, string text) => _run.Says(command, text);

    [Fact]
    public void A_request_has_a_thousand_items_and_each_kind_of_change_is_one()
    {
        _run.Server.Answer = _ => (202, Queued);
        var outcome = _run.Run("1..1001 | ForEach-Object { [Intercom.ContentSnippet]@{ Id = \"$_\" } } | "
            + "Set-IntercomContent -AiAgent $true -RemoveAllSegments -PassThru");
        Assert.Empty(outcome.Errors);
        Assert.Equal(["1000", "1000", "1", "1"], outcome.Values("Count"));
        Assert.Equal(4, _run.Server.Requests.Count);
    }

    [Fact]
    public void An_item_that_is_refused_leaves_the_others()
    {
        _run.Server.Answer = _ => (202, Queued);
        var outcome = _run.Run($"{Found}, {Snippet} | Publish-IntercomContent");
        Assert.StartsWith("Intercom.type_of_other_action", Assert.Single(outcome.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(_run.Server.Requests);
    }

    [Fact]
    public void The_target_of_a_failed_request_is_all_of_its_inputs()
    {
        _run.Server.Answer = _ => (422, """{"type":"error.list","errors":[{"code":"parameter_invalid","message":"No"}]}""");
        var outcome = _run.Run("1..3 | ForEach-Object { [Intercom.ContentSnippet]@{ Id = \"$_\" } } | Set-IntercomContent -AiAgent $true");
        Assert.Equal(3, Assert.IsType<object[]>(Assert.Single(outcome.Errors).TargetObject).Length);
    }

    public void Dispose() => _run.Dispose();
}
