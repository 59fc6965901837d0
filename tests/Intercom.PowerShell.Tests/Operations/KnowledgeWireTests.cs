namespace Intercom.PowerShell.Tests.Operations;

/// <summary>
/// What the cmdlets for snippets, audiences, redirects and tags on content send, to the letter and with the version that has them.
/// </summary>
public sealed class KnowledgeWireTests : IDisposable
{
    private const string Snippet = "[Intercom.ContentSnippet]@{ Id = '7'; Title = 'Hours' }";
    private const string Redirect = "[Intercom.HelpCenterRedirect]@{ Id = '26'; HelpCenterId = '3'; FromUrl = 'https://h.example/a' }";
    private readonly WireRun _run = new();

    [Theory]
    [InlineData("Get-IntercomContentSnippet", "GET /content_snippets")]
    [InlineData("Get-IntercomContentSnippet 7", "GET /content_snippets/7")]
    [InlineData("New-IntercomContentSnippet T -BodyMarkdown '# B' -Locale de -AudienceId 1, 2 -AiChatbotAvailability $true",
        """POST /content_snippets {"title":"T","body_markdown":"# B","locale":"de","audience_ids":[1,2],"ai_chatbot_availability":true}""")]
    [InlineData("New-IntercomContentSnippet T -JsonBlock @{ type = 'paragraph'; text = 'B' }, ([pscustomobject]@{ type = 'x' })",
        """POST /content_snippets {"title":"T","json_blocks":[{"type":"paragraph","text":"B"},{"type":"x"}]}""")]
    [InlineData(Snippet + " | Set-IntercomContentSnippet -AudienceId @() -AiCopilotAvailability $false",
        """PUT /content_snippets/7 {"audience_ids":[],"ai_copilot_availability":false}""")]
    [InlineData(Snippet + " | Remove-IntercomContentSnippet -Confirm:$false", "DELETE /content_snippets/7")]
    [InlineData("Get-IntercomAudience", "GET /audiences")]
    [InlineData("Get-IntercomAudience 5", "GET /audiences/5")]
    [InlineData("New-IntercomAudience VIP -Predicate @{ attribute = 'company.name'; type = 'string'; comparison = 'eq'; value = 'A' }",
        """POST /audiences {"name":"VIP","predicates":[{"attribute":"company.name","type":"string","comparison":"eq","value":"A"}]}""")]
    [InlineData("Set-IntercomAudience 5 -Name N -RolePredicate ([Intercom.AudiencePredicate]@{ Attribute = 'role'; Type = 'role'; "
        + "Comparison = 'eq'; Value = 'user' })",
        """PUT /audiences/5 {"name":"N","role_predicates":[{"attribute":"role","type":"role","comparison":"eq","value":"user"}]}""")]
    [InlineData("Remove-IntercomAudience 5 -Confirm:$false", "DELETE /audiences/5")]
    [InlineData("[Intercom.HelpCenter]@{ Id = '3' } | Get-IntercomHelpCenterRedirect", "GET /help_center/help_centers/3/redirects")]
    [InlineData("Get-IntercomHelpCenterRedirect 3 26", "GET /help_center/help_centers/3/redirects/26")]
    [InlineData(Redirect + " | Get-IntercomHelpCenterRedirect", "GET /help_center/help_centers/3/redirects/26")]
    [InlineData("[Intercom.Article]@{ Id = '9' } | New-IntercomHelpCenterRedirect https://h.example/a%20b -HelpCenterId 3 -Locale en",
        """POST /help_center/help_centers/3/redirects {"from_url":"https://h.example/a%20b","locale":"en","target_type":"article","""
        + """ "target_id":"9"}""")]
    [InlineData("[Intercom.Collection]@{ Id = '6'; HelpCenterId = '3' } | New-IntercomHelpCenterRedirect https://h.example/c -Locale en",
        """POST /help_center/help_centers/3/redirects {"from_url":"https://h.example/c","locale":"en","target_type":"collection","""
        + """ "target_id":"6"}""")]
    [InlineData(Redirect + " | Remove-IntercomHelpCenterRedirect -Confirm:$false", "DELETE /help_center/help_centers/3/redirects/26")]
    [InlineData("[Intercom.Article]@{ Id = '9' } | Add-IntercomTag vip", """POST /articles/9/tags {"id":"71"}""")]
    [InlineData("Add-IntercomTag vip -ArticleId 9 -AdminId grace@example.com", """POST /articles/9/tags {"id":"71","admin_id":"2"}""")]
    [InlineData("[Intercom.InternalArticle]@{ Id = '9' } | Add-IntercomTag vip", """POST /internal_articles/9/tags {"id":"71"}""")]
    [InlineData(Snippet + " | Add-IntercomTag vip -AdminId 2", """POST /content_snippets/7/tags {"id":"71","admin_id":"2"}""")]
    [InlineData("[Intercom.Article]@{ Id = '9' } | Remove-IntercomTag vip", "DELETE /articles/9/tags/71")]
    [InlineData("[Intercom.InternalArticle]@{ Id = '9' } | Remove-IntercomTag vip", "DELETE /internal_articles/9/tags/71")]
    [InlineData(Snippet + " | Remove-IntercomTag vip", "DELETE /content_snippets/7/tags/71")]
    public void The_request_is_what_the_api_describes(string command, string request) => _run.Sends("2.16", command, request);

    [Theory]
    [InlineData("New-IntercomContentSnippet T", "snippet_without_text", "-BodyMarkdown")]
    [InlineData("New-IntercomContentSnippet T -BodyMarkdown B -JsonBlock @{ type = 'x' }", "two_snippet_texts", "Omit one")]
    [InlineData("Set-IntercomContentSnippet 7 -BodyMarkdown B -JsonBlock @{ type = 'x' }", "two_snippet_texts", "Omit one")]
    [InlineData("New-IntercomContentSnippet ('x' * 256) -BodyMarkdown B", "text_too_long", "255")]
    [InlineData("Set-IntercomContentSnippet 7 -Title ('x' * 256)", "text_too_long", "256")]
    [InlineData("New-IntercomContentSnippet T -JsonBlock words", "not_a_table", "'words'")]
    [InlineData("New-IntercomAudience A -Predicate 5", "not_a_table", "'5'")]
    [InlineData("New-IntercomHelpCenterRedirect /a -HelpCenterId 3 -ArticleId 9 -Locale en", "not_a_web_address", "https://")]
    [InlineData("New-IntercomHelpCenterRedirect https://h.example -HelpCenterId 3 -Locale en", "missing_selector", "-CollectionId")]
    [InlineData("New-IntercomHelpCenterRedirect https://h.example -HelpCenterId 3 -Locale en -ArticleId 9 -CollectionId 6",
        "two_selectors", "-ArticleId")]
    [InlineData("Remove-IntercomTag vip -ArticleId 9 -AdminId 2", "parameter_of_other", "-ConversationId")]
    public void Bad_input_is_refused_before_anything_is_sent(string command, string code, string says) =>
        _run.Refuses(command, code, says);

    [Theory]
    [InlineData(Snippet + " | Set-IntercomContentSnippet -Title New", "Update content snippet 7 (Hours): title \"New\"")]
    [InlineData("New-IntercomHelpCenterRedirect https://h.example/a -HelpCenterId 3 -ArticleId 9 -Locale en",
        "Redirect https://h.example/a to article 9 in help center 3")]
    [InlineData(Snippet + " | Add-IntercomTag vip", "Add tag vip to content snippet 7 (Hours)")]
    public void WhatIf_says_what_would_happen(string command, string text) => _run.Says(command, text);

    /// <summary>The lists of snippets and audiences have their page numbers beside the items.</summary>
    [Theory]
    [InlineData("Get-IntercomContentSnippet", "/content_snippets", "content_snippet")]
    [InlineData("Get-IntercomAudience", "/audiences", "audience")]
    public void A_list_with_its_page_numbers_at_the_root_is_read_to_its_end(string command, string path, string type)
    {
        _run.Server.Answer = request =>
        {
            var page = request.Path.EndsWith("page=2", StringComparison.Ordinal) ? 2 : 1;
            return (200, $$"""{"type":"list","data":[{"type":"{{type}}","id":"{{page}}"}],"total_count":2,"page":{{page}},"""
                + """ "per_page":1,"total_pages":2}""");
        };
        var outcome = _run.Run(command);
        Assert.Empty(outcome.Errors);
        Assert.Equal(["1", "2"], outcome.Values("Id"));
        Assert.Equal([$"GET {path}", $"GET {path}?page=2"], _run.Server.Calls);
    }

    public void Dispose() => _run.Dispose();
}
