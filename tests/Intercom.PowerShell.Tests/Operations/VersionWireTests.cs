namespace Intercom.PowerShell.Tests.Operations;

/// <summary>The version that a request is sent with: the connection's, or the one that its operation or a parameter needs.</summary>
public sealed class VersionWireTests : IDisposable
{
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public VersionWireTests() => _server.Connect(_shell);

    [Theory]
    [InlineData("Remove-IntercomConversation 5 -Confirm:$false", "2.14", "DELETE /conversations/5")]
    [InlineData("Remove-IntercomConversation 5 -RetainMetrics $false -Confirm:$false", "2.16",
        "DELETE /conversations/5?retain_metrics=false")]
    [InlineData("Merge-IntercomContact c1 c2 -SkipDuplicateValidation -Confirm:$false", "2.16",
        """POST /contacts/merge {"from":"c1","into":"c2","skip_duplicate_validation":true}""")]
    [InlineData("New-IntercomConversation Hi -ContactId c1 -BrandId b1", "2.16",
        """POST /conversations {"body":"Hi","brand_id":"b1","from":{"id":"c1","type":"contact"}}""")]
    [InlineData("New-IntercomCompany acme -UpdateLastRequestAt", "2.16",
        """POST /companies {"company_id":"acme","update_last_request_at":true}""")]
    [InlineData("New-IntercomContentSource https://a.example -AudienceId 7, 8", "2.15",
        """POST /ai/content_import_sources {"audience_ids":[7,8],"sync_behavior":"api","url":"https://a.example/"}""")]
    [InlineData("Set-IntercomContact c1 -Owner grace@example.com -IncludeMergeHistory", "2.16",
        """PUT /contacts/c1?include_merge_history=true {"owner_id":"2"}""")]
    [InlineData("Set-IntercomContact c1 -Email a@b.c -EmailVerified $true", "2.16",
        """PUT /contacts/c1 {"email":"a@b.c","email_verified":true}""")]
    [InlineData("Get-IntercomCustomObject Order -ContactId c1", "2.16",
        "GET /custom_object_instances/Order?references_contact_id=c1&per_page=150")]
    [InlineData("Get-IntercomCustomObject Order -First 2", "2.16", "GET /custom_object_instances/Order?per_page=2")]
    [InlineData("Get-IntercomCustomObject Order -ExternalId A-1", "2.14", "GET /custom_object_instances/Order?external_id=A-1")]
    [InlineData("Search-IntercomContact @{ formatted_phone = '+1 555' } -First 1", "2.16",
        """POST /contacts/search {"pagination":{"per_page":1},"query":{"field":"formatted_phone","operator":"=","value":"+1 555"}}""")]
    [InlineData("Set-IntercomArticle 9 -BodyMarkdown '# A' -AudienceId @() -ScheduledPublishAt 2099-01-02T03:04:05Z", "2.16",
        """PUT /articles/9 {"audience_ids":[],"body_markdown":"# A","scheduled_publish_at":"2099-01-02T03:04:05Z"}""")]
    [InlineData("Set-IntercomArticle 9 -BodyMarkdown a -AdditionalField @{ scheduled_publish_at = 1799999999 }", "2.16",
        """PUT /articles/9 {"body_markdown":"a","scheduled_publish_at":"2027-01-15T07:59:59Z"}""")]
    [InlineData("Set-IntercomArticle 9 -BodyMarkdown a -AdditionalField @{ scheduled_publish_at = 1799999999L }", "2.16",
        """PUT /articles/9 {"body_markdown":"a","scheduled_publish_at":"2027-01-15T07:59:59Z"}""")]
    public void A_newer_parameter_sends_the_version_that_knows_it(string command, string version, string request)
    {
        Assert.Empty(_shell.Run(command).Errors);
        var sent = _server.Requests.Last();
        Assert.Equal(version, sent.Headers["Intercom-Version"]);
        Assert.Equal(request, $"{sent}".Trim());
    }

    [Theory]
    [InlineData("2.16", "2.16")]
    [InlineData("2.17", "2.17")]
    [InlineData("preview", "Preview")]
    [InlineData("2.9", "2.15")]
    public void A_connection_of_a_higher_version_sends_its_own(string connection, string version)
    {
        Connect($"-ApiVersion {connection}");
        _shell.Do("New-IntercomContentSource https://a.example -AudienceId 7");
        Assert.Equal(version, _server.Requests.Last().Headers["Intercom-Version"]);
    }

    [Fact]
    public void A_strict_connection_refuses_what_its_version_does_not_have()
    {
        Connect("-StrictVersion");
        _server.Forget();
        var error = Assert.Single(_shell.Run("Remove-IntercomConversation 5 -RetainMetrics $false -Confirm:$false").Errors);
        Assert.StartsWith("Intercom.newer_operation", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("2.16", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(_server.Requests);
        _shell.Do("Remove-IntercomConversation 5 -Confirm:$false");
        Assert.Equal("2.14", Assert.Single(_server.Requests).Headers["Intercom-Version"]);
    }

    [Theory]
    [InlineData("Connect-Intercom -Sandbox -ApiVersion latest")]
    [InlineData("Get-IntercomOperation -ApiVersion latest")]
    public void A_text_that_is_not_a_version_is_refused_by_name(string command)
    {
        var error = Assert.Single(_shell.Run(command).Errors);
        Assert.StartsWith("Intercom.invalid_version", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    private void Connect(string parameters)
    {
        using var token = new System.Security.SecureString();
        foreach (var letter in Shell.Token) token.AppendChar(letter);
        _shell.Do($"$null = Connect-Intercom -BaseUri $args[0] -Token $args[1] -Name test {parameters}", _server.BaseUri, token);
    }

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        _server.Dispose();
    }
}
