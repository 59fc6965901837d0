namespace Intercom.PowerShell.Tests.Operations;

/// <summary>JSON tells Plan from plan, and PowerShell's objects do not: neither may be dropped silently.</summary>
public sealed class NameCaseTests : IDisposable
{
    private const string Both = """{"Plan":"gold","plan":"free","list":[{"A":1,"a":2}],"psobject":3,"":4}""";

    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public NameCaseTests() => _server.Connect(_shell);

    [Theory]
    [InlineData("Invoke-IntercomRequest x PUT '{\"Plan\":1,\"plan\":2}'")]
    [InlineData("$h = [hashtable]::new([StringComparer]::Ordinal); $h.Plan = 1; $h.plan = 2; Invoke-IntercomRequest x PUT $h")]
    [InlineData(
        "$h = [System.Collections.Specialized.OrderedDictionary]::new([StringComparer]::Ordinal); $h['Plan'] = 1; $h['plan'] = 2; "
        + "Invoke-IntercomRequest x PUT $h")]
    [InlineData(
        "$h = [Collections.Generic.Dictionary[string, object]]::new(); $h.Add('Plan', 1); $h.Add('plan', 2); Invoke-IntercomRequest x "
        + "PUT $h")]
    [InlineData("Invoke-IntercomRequest x PUT ([System.Text.Json.Nodes.JsonNode]::Parse('{\"Plan\":1,\"plan\":2}'))")]
    public void A_body_keeps_both_names(string command)
    {
        Assert.Empty(_shell.Run(command).Errors);
        Assert.Equal([Received.Sorted("""PUT /x {"Plan":1,"plan":2}""")], _server.Calls);
    }

    [Theory]
    [InlineData("Set-IntercomContact c1 -CustomAttribute '{\"Plan\":1,\"plan\":2}'",
        """PUT /contacts/c1 {"custom_attributes":{"Plan":1,"plan":2}}""")]
    [InlineData("Set-IntercomContact c1 -AdditionalField '{\"Plan\":1,\"plan\":2}'", """PUT /contacts/c1 {"Plan":1,"plan":2}""")]
    [InlineData("$b = [Intercom.AttributeBag]::new(); $b.Add('Plan', 1); $b.Add('plan', 2); Set-IntercomContact c1 -CustomAttribute $b",
        """PUT /contacts/c1 {"custom_attributes":{"Plan":1,"plan":2}}""")]
    [InlineData("Set-IntercomContact c1 -Name A -AdditionalField @{ Name = 'B' }", """PUT /contacts/c1 {"name":"A","Name":"B"}""")]
    public void A_table_keeps_both_names(string command, string request)
    {
        Assert.Empty(_shell.Run(command).Errors);
        Assert.Equal([Received.Sorted(request)], _server.Calls);
    }

    [Fact]
    public void An_answer_with_both_names_is_a_dictionary_that_can_be_sent_back()
    {
        _server.Answer = _ => (200, Both);
        var outcome = _shell.Run(
            "$o = Invoke-IntercomRequest x; $o.Plan; $o['plan']; $o['list'][0]['A']; $o.list[0]['a']; $o['psobject']; $o['']; $null = "
            + "Invoke-IntercomRequest x PUT $o");
        Assert.Empty(outcome.Errors);
        Assert.Equal(["gold", "free", "1", "2", "3", "4"], outcome.Output.Select(item => item.ToString()));
        Assert.Equal("PUT /x " + Both, $"{_server.Requests[^1].Method} {_server.Requests[^1].Path} {_server.Requests[^1].Body}");
        Assert.Contains("'Plan', 'plan', 'psobject', ''", outcome.Warnings[0], StringComparison.Ordinal);
        // One warning for each command.
        Assert.Equal(2, outcome.Warnings.Count);
    }

    [Fact]
    public void Items_of_all_pages_keep_both_names()
    {
        _server.Answer = _ => (200, $$"""{"data":[{{Both}},{"id":"plain"}]}""");
        var outcome = _shell.Run("$o = Invoke-IntercomRequest x -Paginate; $o[0]['Plan'] + $o[0]['plan']; $o[1].id");
        Assert.Empty(outcome.Errors);
        Assert.Equal(["goldfree", "plain"], outcome.Output.Select(item => item.ToString()));
        Assert.Single(outcome.Warnings);
    }

    [Fact]
    public void A_model_keeps_both_names()
    {
        _server.Answer = _ =>
            (200, """{"type":"contact","id":"c1","name":"Zoe","Name":"Other","custom_attributes":{"Plan":"gold","plan":"free"}}""");
        var outcome = _shell.Run(
            "$c = Get-IntercomContact c1; $c.CustomAttributes.Plan; $c.CustomAttributes['plan']; $c.Name; $c.AdditionalFields['Name']");
        Assert.Empty(outcome.Errors);
        Assert.Equal(["gold", "free", "Zoe", "Other"], outcome.Output.Select(item => item.ToString()));
    }

    [Theory]
    [InlineData("$h = @{}; $h[1] = 'a'; $h['1'] = 'b'; Invoke-IntercomRequest x PUT $h", "duplicate_key")]
    [InlineData("$h = @{}; $h[1] = 'a'; $h['1'] = 'b'; Set-IntercomContact c1 -CustomAttribute $h", "duplicate_key")]
    [InlineData("Set-IntercomContact c1 -Name A -AdditionalField @{ name = 'B' }", "conflicting_field")]
    public void What_cannot_be_kept_is_refused(string command, string code)
    {
        Assert.Equal(code, _shell.Run(command).Error.Code());
        Assert.Empty(_server.Calls);
    }

    public void Dispose()
    {
        _shell.Dispose();
        _server.Dispose();
    }
}
