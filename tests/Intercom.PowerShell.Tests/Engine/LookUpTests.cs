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

    [Fact]
    public void What_is_changed_here_is_forgotten_at_once()
    {
        _shell.Do("Add-IntercomTag Old -ContactId c1");
        _tags = """{"type":"list","data":[{"type":"tag","id":"7","name":"Renamed"}]}""";
        _shell.Do("Invoke-IntercomRequest tags -Method POST -Body @{ id = '7'; name = 'Renamed' }");
        Assert.Equal("name_not_found", _shell.Run("Add-IntercomTag Old -ContactId c1").Error.Code());
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
