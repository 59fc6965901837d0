namespace Intercom.PowerShell.Tests.Operations;

/// <summary>The requests of the cmdlets for the IP allowlist, and what they do with the responses.</summary>
public sealed class AllowlistWireTests : WireCases
{
    [Theory]
    [InlineData("Get-IntercomIPAllowlist", "GET /ip_allowlist")]
    [InlineData("Set-IntercomIPAllowlist -Enabled $true -Address 203.0.113.0/24, 2001:db8::1 -CallerAddress 203.0.113.9 -Confirm:$false",
        """PUT /ip_allowlist {"enabled":true,"ip_allowlist":["203.0.113.0/24","2001:db8::1"]}""")]
    [InlineData("Set-IntercomIPAllowlist -Enabled $true -Address @() -Force -Confirm:$false",
        """PUT /ip_allowlist {"enabled":true,"ip_allowlist":[]}""")]
    [InlineData("Set-IntercomIPAllowlist -Enabled $false -Address 10.0.0.1 -Confirm:$false",
        """PUT /ip_allowlist {"enabled":false,"ip_allowlist":["10.0.0.1"]}""")]
    public void The_request_is_what_the_api_describes(string command, params string[] requests) => Sends(command, requests);

    [Theory]
    [InlineData("Set-IntercomIPAllowlist -Confirm:$false", "-Enabled")]
    [InlineData("Set-IntercomIPAllowlist -Address 1.2.3 -Confirm:$false", "1.2.3")]
    [InlineData("Set-IntercomIPAllowlist -Address 1.2.3.4/33 -Confirm:$false", "1.2.3.4/33")]
    [InlineData("Set-IntercomIPAllowlist -Enabled $true -Address @() -Confirm:$false", "empty")]
    [InlineData("Set-IntercomIPAllowlist -Enabled $true -Address 10.0.0.0/8, ::1 -Confirm:$false", "No public address")]
    [InlineData("Set-IntercomIPAllowlist -Enabled $true -Address 203.0.113.0/24 -CallerAddress 198.51.100.1 -Confirm:$false",
        "198.51.100.1")]
    public void Bad_input_is_refused_before_anything_is_sent(string command, string says) => Refuses(command, says);

    [Fact]
    public void The_present_list_is_looked_at_before_a_part_of_it_is_changed()
    {
        _server.Answer = request => (200, """{"type":"ip_allowlist","enabled":true,"ip_allowlist":["203.0.113.0/24"]}""");
        Assert.Contains("No public address", _shell.Run("Set-IntercomIPAllowlist -Address 192.168.1.1 -Confirm:$false").Error.ToString(),
            StringComparison.Ordinal);
        Assert.Equal(["GET /ip_allowlist"], _server.Calls);
    }

    [Theory]
    [InlineData("Set-IntercomIPAllowlist -Enabled $false -Confirm:$false",
        """PUT /ip_allowlist {"enabled":false,"ip_allowlist":["203.0.113.0/24"]}""")]
    [InlineData("Set-IntercomIPAllowlist -Address 198.51.100.7 -Confirm:$false",
        """PUT /ip_allowlist {"enabled":true,"ip_allowlist":["198.51.100.7"]}""")]
    [InlineData("Set-IntercomIPAllowlist -Address @() -Force -Confirm:$false", """PUT /ip_allowlist {"enabled":true,"ip_allowlist":[]}""")]
    public void The_half_of_the_allowlist_that_is_not_given_is_sent_as_it_is(string command, string request)
    {
        _server.Answer = _ => (200, """{"type":"ip_allowlist","enabled":true,"ip_allowlist":["203.0.113.0/24"]}""");
        _shell.Do(command);
        Assert.Equal(["GET /ip_allowlist", request], _server.Calls);
    }

    [Fact]
    public void WhatIf_sends_nothing_and_high_impact_asks()
    {
        _shell.Do("Set-IntercomIPAllowlist -Enabled $false -WhatIf");
        Assert.NotEmpty(_shell.Run("Set-IntercomIPAllowlist -Enabled $false").Errors);
        Assert.Empty(_server.Requests);
    }
}
