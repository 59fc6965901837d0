namespace Intercom.PowerShell.Tests.Operations;

/// <summary>What the cmdlets for data connectors send, and that the values of headers appear nowhere else.</summary>
public sealed class DataConnectorWireTests : IDisposable
{
    private const string Connector = "[Intercom.DataConnector]@{ Id = '7'; Name = 'Orders' }";
    private readonly WireRun _run = new();

    [Theory]
    [InlineData("Get-IntercomDataConnector", "GET /data_connectors?per_page=50")]
    [InlineData("Get-IntercomDataConnector 7 -StateVersion draft", "GET /data_connectors/7?state_version=draft")]
    [InlineData("New-IntercomDataConnector Orders -HttpMethod GET -Url 'https://a.example/{{id}}' -Audience users -DirectFinUsage $true "
        + "-Header @{ Authorization = 'Bearer x' } -DataInput @{ name = 'id'; type = 'string'; description = 'The id' } -TokenId 5",
        """POST /data_connectors {"name":"Orders","http_method":"get","url":"https://a.example/{{id}}","audiences":["users"],"""
        + """ "direct_fin_usage":true,"headers":[{"name":"Authorization","value":"Bearer x"}],"data_inputs":"""
        + """[{"name":"id","type":"string","description":"The id"}],"token_ids":["5"]}""")]
    [InlineData(Connector + " | Set-IntercomDataConnector -State Live", """PATCH /data_connectors/7 {"state":"live"}""")]
    [InlineData("Set-IntercomDataConnector 7 -Header @{ name = 'A'; value = 'b' } -MockResponse @{ id = 1 }",
        """PATCH /data_connectors/7 {"headers":[{"name":"A","value":"b"}],"mock_response":{"id":1}}""")]
    [InlineData(Connector + " | Remove-IntercomDataConnector -Confirm:$false", "DELETE /data_connectors/7")]
    [InlineData(Connector + " | Get-IntercomDataConnectorExecution -Success $false -IncludeBody -After 2009-02-13T23:31:30Z",
        "GET /data_connectors/7/execution_results?start_ts=1234567890&success=false&include_bodies=true&per_page=30")]
    [InlineData("Get-IntercomDataConnectorExecution 7 99", "GET /data_connectors/7/execution_results/99")]
    [InlineData("[Intercom.DataConnectorExecution]@{ Id = '99'; DataConnectorId = '7' } | Get-IntercomDataConnectorExecution",
        "GET /data_connectors/7/execution_results/99")]
    public void The_request_is_what_the_api_describes(string command, string request) => _run.Sends("2.16", command, request);

    [Theory]
    [InlineData("Set-IntercomDataConnector 7 -Header @{ Authorization = '****' }", "masked_header", "Authorization")]
    [InlineData("New-IntercomDataConnector O -DataInput @{ name = 'id'; type = 'string' }", "incomplete_input", "'id'")]
    [InlineData("Set-IntercomDataConnector 7", "nothing_to_change", "-Description")]
    [InlineData("Set-IntercomDataConnector 7 -State off", "not_one_of", "live")]
    public void Bad_input_is_refused_before_anything_is_sent(string command, string code, string says) =>
        _run.Refuses(command, code, says);

    [Fact]
    public void The_values_of_headers_appear_in_no_text_and_no_log()
    {
        _run.Says("Set-IntercomDataConnector 7 -Header @{ 'X-Key' = 'hush-hush' }", "Update data connector 7: headers …");
        _run.Server.Answer = _ => (200, """{"type":"data_connector","id":"7","headers":[{"name":"X-Key","value":"****"}]}""");
        var log = Path.GetTempFileName();
        try
        {
            var outcome = _run.Run($"$null = Connect-Intercom -Sandbox -Name logged -LogPath '{log}'; "
                + "$all = Set-IntercomDataConnector 7702 -Header @{ 'X-Key' = 'hush-hush]' } -Connection logged -Debug -Verbose -PassThru "
                + "5>&1 4>&1; $all | ForEach-Object { \"$_\" }; (Get-IntercomChange -Connection logged).PSObject.Properties | "
                + "ForEach-Object { \"$($_.Name)=$($_.Value)\" }; "
                + "Disconnect-Intercom logged");
            Assert.Empty(outcome.Errors);
            Assert.Contains("X-Key", outcome.Everything, StringComparison.Ordinal);
            Assert.DoesNotContain("hush", outcome.Everything, StringComparison.Ordinal);
            Assert.Contains("X-Key", File.ReadAllText(log), StringComparison.Ordinal);
            Assert.DoesNotContain("hush", File.ReadAllText(log), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(log);
        }
    }

    public void Dispose() => _run.Dispose();
}
