namespace Intercom.PowerShell.Tests.Operations;

/// <summary>The requests of the cmdlets for phone switches, and what they do with the responses.</summary>
public sealed class PhoneSwitchWireTests : WireCases
{
    [Theory]
    [InlineData("Send-IntercomPhoneSwitch '+353 87 123 4567' -CustomAttribute @{ plan = 'pro' }",
        """POST /phone_call_redirects {"phone":"+353 87 123 4567","custom_attributes":{"plan":"pro"}}""")]
    public void The_request_is_what_the_api_describes(string command, params string[] requests) => Sends(command, requests);

    [Theory]
    [InlineData("Send-IntercomPhoneSwitch 0871234567", "E.164")]
    public void Bad_input_is_refused_before_anything_is_sent(string command, string says) => Refuses(command, says);

    [Fact]
    public void WhatIf_sends_nothing()
    {
        _shell.Do("Send-IntercomPhoneSwitch +353871234567 -WhatIf");
        Assert.Empty(_server.Requests);
    }
}
