namespace Intercom.PowerShell.Tests.Engine;

/// <summary>A row changes the object that it names: not one of another kind, and not one of two.</summary>
public sealed class TargetTests : IDisposable
{
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public TargetTests() => _server.Connect(_shell);

    public void Dispose()
    {
        _shell.Dispose();
        _server.Dispose();
    }

    [Theory]
    [InlineData("[pscustomobject]@{ ConversationId = '5'; TicketId = '9'; Body = 'hi' } | Send-IntercomReply")]
    [InlineData("[pscustomobject]@{ ContactId = 'ct1'; ConversationId = '5'; TagId = '71' } | Add-IntercomTag")]
    [InlineData("[pscustomobject]@{ ContactId = 'ct1'; ConversationId = '5'; TagId = '71' } | Remove-IntercomTag")]
    public void A_row_with_two_targets_is_an_error(string script) => Refused(script, "two_targets");

    [Fact]
    public void A_row_whose_ids_belong_together_is_taken()
    {
        Assert.Empty(_shell.Run("[pscustomobject]@{ ContactId = 'ct1'; CompanyId = 'co1' } | Add-IntercomContactCompany").Errors);
        Assert.Single(_server.Calls);
    }

    /// <summary>An object of the API states its kind.</summary>
    [Theory]
    [InlineData("""'{"type":"article","id":"9019"}' | ConvertFrom-Json | Remove-IntercomInternalArticle -Confirm:$false""")]
    [InlineData("""'{"type":"conversation","id":"12"}' | ConvertFrom-Json | Remove-IntercomTicket -Confirm:$false""")]
    [InlineData("""'{"type":"tag","id":"12","name":"VIP"}' | ConvertFrom-Json | Remove-IntercomContact -Confirm:$false""")]
    [InlineData("""'{"type":"user","id":"12"}' | ConvertFrom-Json | Remove-IntercomCompany -Confirm:$false""")]
    public void The_id_of_another_kind_is_not_used(string script)
    {
        Assert.NotEmpty(_shell.Run(Json + script).Errors);
        Assert.Empty(_server.Calls);
    }

    [Theory]
    [InlineData("""'{"type":"user","id":"12"}' | ConvertFrom-Json | Remove-IntercomContact -Confirm:$false""", "DELETE /contacts/12")]
    [InlineData("""'{"type":"ticket","id":"12"}' | ConvertFrom-Json | Remove-IntercomTicket -Confirm:$false""", "DELETE /tickets/12")]
    [InlineData("""'{"type":"company","id":"12","company_id":"own"}' | ConvertFrom-Json | Remove-IntercomCompany -Confirm:$false""",
        "DELETE /companies/12")]
    public void The_id_of_an_object_of_the_API_is_used(string script, string call)
    {
        Assert.Empty(_shell.Run(Json + script).Errors);
        Assert.StartsWith(call, Assert.Single(_server.Calls), StringComparison.Ordinal);
    }

    /// <summary>In the API, company_id is the id in your own system.</summary>
    [Fact]
    public void A_company_id_of_the_API_is_not_Intercoms_own()
    {
        Assert.NotEmpty(_shell.Run("[pscustomobject]@{ company_id = 'own1' } | Remove-IntercomCompany -Confirm:$false").Errors);
        Assert.NotEmpty(_shell.Run("[pscustomobject]@{ contact_id = 'c1'; company_id = 'own1' } | Add-IntercomContactCompany").Errors);
        Assert.Empty(_server.Calls);
    }

    [Fact]
    public void A_row_with_blank_cells_alone_is_named_as_such()
    {
        const string script = "[pscustomobject]@{ ContactId = 'c1'; Name = '' } | Set-IntercomContact";
        Refused(script, "nothing_to_change");
        Assert.Equal("nothing_to_change", _shell.Run(script).Error.Code());
    }

    [Theory]
    [InlineData("Invoke-IntercomRequest 'contacts/../tags/7' DELETE", "invalid_path")]
    [InlineData("Invoke-IntercomRequest 'contacts/%2e%2e/tags/7' DELETE", "invalid_path")]
    [InlineData("Invoke-IntercomRequest '//evil.example/x' DELETE", "invalid_path")]
    [InlineData("Invoke-IntercomRequest contacts -Query @{ ids = 'a', 'b' }", "not_a_query_value")]
    [InlineData("$nothing = $null; Invoke-IntercomRequest contacts -Query @{ a = 1; b = $nothing }", "not_a_query_value")]
    [InlineData("Connect-Intercom -Region EU -BaseUri https://x.example/", "region_with_base_uri")]
    [InlineData("Connect-Intercom -BaseUri 'https://x.example/?x=1'", "not_a_server")]
    [InlineData("Set-IntercomContact c1 -CustomAttribute @{ score = [double]::NaN }", "not_a_number")]
    public void What_cannot_be_sent_as_written_is_an_error(string script, string code) => Refused(script, code);

    [Fact]
    public void A_script_block_may_use_the_piped_text()
    {
        Assert.Empty(_shell.Run("'c1', 'c2' | Add-IntercomNote -ContactId { $_ } -Body hi").Errors);
        Assert.Equal(2, _server.Calls.Count(call => call.StartsWith("POST /contacts/c", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_skipped_contact_was_found()
    {
        _server.Answer = request => request.Path == "/contacts/search"
            ? (200, """{"type":"list","data":[{"type":"contact","id":"1"}],"total_count":1,"pages":{"type":"pages"}}""")
            : RecordingServer.Simple(request);
        Assert.Empty(_shell.Run("Get-IntercomContact -Email ' a@x.example ' -Skip 1").Errors);
        Assert.Contains("\"a@x.example\"", Assert.Single(_server.Calls), StringComparison.Ordinal);
    }

    private const string Json = """
        function ConvertFrom-Json { process { $object = [pscustomobject]@{}
            foreach ($pair in [regex]::Matches($_, '"(\w+)":"([^"]*)"')) {
                $object.PSObject.Properties.Add([psnoteproperty]::new($pair.Groups[1].Value, $pair.Groups[2].Value)) }
            $object } }

        """;

    private void Refused(string script, string code)
    {
        Assert.Equal("Intercom." + code, _shell.Run(script).Error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Empty(_server.Calls);
    }
}
