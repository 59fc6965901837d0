namespace Intercom.PowerShell.Tests.Engine;

/// <summary>A name that is missed is looked up once more, and a renamed one stops matching.</summary>
public sealed class LookUpTests : IDisposable
{
    private readonly Shell _shell = new();
    private readonly RecordingServer _server = new();
    private volatile string _tags = """{"type":"list","data":[{"type":"tag","id":"7","name":"Old"}]}""";

    public LookUpTests()
    {
        _server.Answer = request => request.Path == "/tags" && request.Method == "GET" ? (200, _tags) : RecordingServer.Simple(request);
        _server.Connect(_shell);
    }

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        _server.Dispose();
    }

    private int Lists => _server.Requests.Count(request => request is { Method: "GET", Path: "/tags" });

    [Fact]
    public void A_tag_made_elsewhere_a_moment_ago_is_found()
    {
        _shell.Do("Add-IntercomTag Old -ContactId c1");
        _tags = """{"type":"list","data":[{"type":"tag","id":"7","name":"Old"},{"type":"tag","id":"8","name":"New"}]}""";
        _shell.Do("Add-IntercomTag New -ContactId c1");
        Assert.Equal("""POST /contacts/c1/tags {"id":"8"}""", _server.Calls[^1]);
        Assert.Equal(2, Lists);
    }

    [Fact]
    public void A_thousand_rows_with_a_name_that_does_not_exist_cost_one_more_look()
    {
        _shell.Do("Add-IntercomTag Old -ContactId c1");
        var outcome = _shell.Run("1..1000 | ForEach-Object { \"c$_\" } | Add-IntercomTag Missing");
        Assert.Equal(1000, outcome.Errors.Count);
        Assert.InRange(Lists, 2, 4);
    }

    /// <summary>A request that somebody wrote does not say what it changes.</summary>
    [Theory]
    [InlineData("Invoke-IntercomRequest tags -Method POST -Body @{ id = '7'; name = 'Renamed' }")]
    [InlineData("Set-IntercomTag 7 -Name Renamed")]
    [InlineData("Remove-IntercomTag 7 -FromWorkspace -Confirm:$false")]
    public void What_is_changed_here_is_forgotten_at_once(string change)
    {
        _shell.Do("Add-IntercomTag Old -ContactId c1");
        _tags = """{"type":"list","data":[{"type":"tag","id":"7","name":"Renamed"}]}""";
        _shell.Do(change);
        Assert.Equal("name_not_found", _shell.Run("Add-IntercomTag Old -ContactId c1").Error.Code());
    }

    [Fact]
    public void A_tagged_company_changes_no_list_of_tags()
    {
        _shell.Do("Add-IntercomTag Old -ContactId c1; 'k1', 'k2' | ForEach-Object { Add-IntercomTag Old -CompanyId $_ }");
        Assert.Equal(1, Lists);
    }

    /// <summary>The attributes of ticket types are parts of the list of ticket types.</summary>
    [Fact]
    public void A_changed_attribute_of_a_ticket_type_is_forgotten_with_the_list_of_types()
    {
        _server.Answer = request => request.Path == "/ticket_types"
            ? (200, """{"type":"list","data":[{"type":"ticket_type","id":"5","name":"Bug"}]}""") : RecordingServer.Simple(request);
        var edit = "Set-IntercomTicketTypeAttribute -TicketType Bug -TicketTypeAttributeId 9 -Name A";
        _shell.Do($"{edit}; {edit}");
        Assert.Equal(2, _server.Requests.Count(request => request is { Method: "GET", Path: "/ticket_types" }));
    }

    [Fact]
    public void An_id_that_is_refused_is_looked_up_anew()
    {
        _shell.Do("Add-IntercomTag Old -ContactId c1");
        _server.Answer = request => request.Path == "/tags" && request.Method == "GET" ? (200, _tags)
            : request.Body.Contains("\"7\"", StringComparison.Ordinal)
                ? (404, """{"type":"error.list","errors":[{"code":"tag_not_found","message":"Tag not found"}]}""")
                : RecordingServer.Simple(request);
        _tags = """{"type":"list","data":[{"type":"tag","id":"9","name":"Old"}]}""";
        Assert.Single(_shell.Run("Add-IntercomTag Old -ContactId c1").Errors);
        _shell.Do("Add-IntercomTag Old -ContactId c1");
        Assert.Equal("""POST /contacts/c1/tags {"id":"9"}""", _server.Calls[^1]);
    }

    [Fact]
    public void A_search_looks_once_more_for_a_name_and_for_an_attribute()
    {
        _server.Answer = request => request.Path switch
        {
            "/tags" => (200, _tags),
            "/contacts/search" => (200, """{"type":"list","data":[],"total_count":0}"""),
            _ => RecordingServer.Simple(request),
        };
        Assert.Equal("name_not_found", _shell.Run("Search-IntercomContact { $_.TagIds -eq 'New' }").Error.Code());
        _tags = """{"type":"list","data":[{"type":"tag","id":"8","name":"New"}]}""";
        _shell.Do("Search-IntercomContact { $_.TagIds -eq 'New' }");
        Assert.Contains("\"8\"", _server.Requests.Last(request => request.Path == "/contacts/search").Body, StringComparison.Ordinal);
    }
}
