namespace Intercom.PowerShell.Tests.Operations;

/// <summary>The requests of the cmdlets for jobs, and what they do with the responses.</summary>
public sealed class JobsWireTests : WireCases
{
    [Theory]
    [InlineData("Get-IntercomJob 20", "GET /jobs/status/20")]
    public void The_request_is_what_the_api_describes(string command, params string[] requests) => Sends(command, requests);

    [Theory]
    [InlineData("Wait-IntercomJob 20", """{"type":"job","id":"20","status":"failed"}""", "failed")]
    public void A_job_that_did_not_do_its_work_is_an_error(string command, string answer, string says)
    {
        _server.Answer = request => request.Path == "/me" ? (200, """{"type":"admin","id":"1","app":{"id_code":"w1"}}""") : (200, answer);
        var error = _shell.Run(command).Error;
        Assert.StartsWith("Intercom.job_failed", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(says, error.ToString(), StringComparison.Ordinal);
    }
}
