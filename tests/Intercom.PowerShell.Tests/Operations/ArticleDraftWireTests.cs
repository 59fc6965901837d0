namespace Intercom.PowerShell.Tests.Operations;

/// <summary>What the cmdlets for drafts and versions of articles send, to the letter and with the version that has them.</summary>
public sealed class ArticleDraftWireTests : IDisposable
{
    private const string Article = "[Intercom.Article]@{ Id = '9'; Title = 'Old'; Body = 'Old' }";
    private readonly WireRun _run = new();

    [Theory]
    [InlineData("Get-IntercomArticleDraft 9", "GET /articles/9/draft")]
    [InlineData(Article + " | Set-IntercomArticleDraft -Title T -BodyMarkdown '# B'",
        """PUT /articles/9/draft {"title":"T","body_markdown":"# B"}""")]
    [InlineData("Set-IntercomArticleDraft 9 -Body B -Description D -TranslatedContent @{ fr = @{ title = 'F' } }",
        """PUT /articles/9/draft {"body":"B","description":"D","translated_content":{"type":"article_translated_content","fr":"""
        + """{"type":"article_content","title":"F"}}}""")]
    [InlineData(Article + " | Publish-IntercomArticleDraft", "POST /articles/9/draft/publish")]
    [InlineData("Publish-IntercomArticleDraft 9 -Locale en, de", """POST /articles/9/draft/publish {"locales":["en","de"]}""")]
    [InlineData(Article + " | Get-IntercomArticleVersion -Locale fr", "GET /articles/9/versions?locale=fr")]
    [InlineData("Get-IntercomArticleVersion 9 301", "GET /articles/9/versions/301")]
    [InlineData("[Intercom.ArticleVersion]@{ Id = '301'; ArticleId = '9' } | Get-IntercomArticleVersion -Locale fr",
        "GET /articles/9/versions/301?locale=fr")]
    public void The_request_is_what_the_api_describes(string command, string request) => _run.Sends("2.16", command, request);

    [Theory]
    [InlineData("Set-IntercomArticleDraft 9 -Body B -BodyMarkdown B", "two_bodies", "-BodyMarkdown")]
    [InlineData("Set-IntercomArticleDraft 9", "nothing_to_change", "-Title")]
    [InlineData("Get-IntercomArticleVersion 9 -Locale ''", "Validation", "Locale")]
    public void Bad_input_is_refused_before_anything_is_sent(string command, string code, string says) =>
        _run.Refuses(command, code, says);

    [Theory]
    [InlineData(Article + " | Set-IntercomArticleDraft -Title T", "Update the draft of article 9 (Old): title \"T\"")]
    [InlineData("Publish-IntercomArticleDraft 9 -Locale en, de", "Publish the draft of article 9 in en, de")]
    public void WhatIf_names_the_draft(string command, string text) => _run.Says(command, text);

    /// <summary>The answer of the first try is lost, and Intercom refuses the second, because the draft is published.</summary>
    [Fact]
    public void A_draft_that_a_lost_try_published_is_published()
    {
        var tries = 0;
        _run.Server.Answer = request => request.Method == "GET" ? (200, """{"type":"article","id":"9","title":"Published"}""")
            : ++tries == 1 ? (503, "") : (422, Refusal);
        var outcome = _run.Run("Publish-IntercomArticleDraft 9 -PassThru; (Get-IntercomChange).Outcome");
        Assert.Empty(outcome.Errors);
        Assert.Equal(2, tries);
        Assert.Equal(["Published", "Applied"], outcome.Output.Select(output => $"{output}"));
    }

    [Fact]
    public void A_draft_that_does_not_exist_is_an_error()
    {
        _run.Server.Answer = _ => (422, Refusal);
        var error = Assert.Single(_run.Run("Publish-IntercomArticleDraft 9").Errors);
        Assert.StartsWith("Intercom.parameter_invalid", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_a_draft_is_not_undone_with_the_published_texts()
    {
        _run.Server.Answer = _ => (200, """{"type":"article","id":"9","title":"T"}""");
        var undo = _run.Run("[Intercom.Article]@{ Id = '9'; Title = 'Old'; UpdatedAt = '2026-01-01' } | Set-IntercomArticleDraft -Title T; "
            + "(Get-IntercomChange).CanUndo").Output;
        Assert.Equal("False", Assert.Single(undo).ToString());
    }

    private const string Refusal =
        """{"type":"error.list","errors":[{"code":"parameter_invalid","message":"Article has no draft to publish"}]}""";

    public void Dispose() => _run.Dispose();
}
