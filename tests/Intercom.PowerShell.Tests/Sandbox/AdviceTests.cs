namespace Intercom.PowerShell.Tests.Sandbox;

/// <summary>Each error names the cause and a remedy that works: the tests follow it on the sandbox.</summary>
public sealed class AdviceTests : IDisposable
{
    private readonly Shell _shell = new();

    public AdviceTests() => _shell.Do("$null = Connect-Intercom -Sandbox");

    [Theory]
    [InlineData("New-IntercomContact gone@x.example -Name New")]
    [InlineData("New-IntercomContact gone@x.example -Name New -UpdateIfExists")]
    [InlineData("New-IntercomContact -ExternalId gone-1 -Name New -UpdateIfExists")]
    [InlineData("New-IntercomContact other@x.example | Set-IntercomContact -Email gone@x.example")]
    public void An_archived_contact_in_the_way_is_named_and_left_as_it_is(string command)
    {
        _shell.Do("$gone = New-IntercomContact gone@x.example -ExternalId gone-1 -Name Old; $gone | Disable-IntercomContact");
        var error = _shell.Run(command).Error;
        var id = _shell.Do("$gone.Id").Output[0].ToString();
        Assert.StartsWith("Intercom.conflict,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ResourceExists, error.CategoryInfo.Category);
        Assert.Contains($"Enable-IntercomContact {id}", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("-UpdateIfExists", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal("Old", _shell.Do("(Get-IntercomContact $gone.Id).Name").Output[0].ToString());

        // The advice, followed.
        Assert.Equal("New",
            _shell.Do("Enable-IntercomContact $gone.Id; (New-IntercomContact gone@x.example -Name New -UpdateIfExists).Name").Output[0]
            .ToString());
    }

    [Fact]
    public void A_change_that_meets_another_contact_is_not_told_of_a_parameter_that_it_does_not_have()
    {
        _shell.Do("$there = New-IntercomContact there@x.example; $other = New-IntercomContact other@x.example");
        var error = _shell.Run("$other | Set-IntercomContact -Email there@x.example").Error;
        Assert.Contains($"Get-IntercomContact {_shell.Do("$there.Id").Output[0]}", error.ErrorDetails.RecommendedAction,
            StringComparison.Ordinal);
        Assert.DoesNotContain("-UpdateIfExists", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2.14", "Intercom.not_found,", "If it was merged, use the id of the other contact.")]
    [InlineData("2.16", "Intercom.contact_merged,", "Get-IntercomContact $into")]
    [InlineData("Preview", "Intercom.contact_merged,", "Get-IntercomContact $into")]
    public void A_merged_contact_is_gone_under_its_own_id(string version, string code, string advice)
    {
        // The version goes with the requests of a connection over http.
        _shell.Do(
            $"$s = Start-IntercomSandbox; $null = Connect-Intercom -BaseUri $s.BaseUri -Token $s.SecureToken -ApiVersion {version}");
        _shell.Do(
            "$user = New-IntercomContact u@x.example; $lead = New-IntercomContact -Role lead -Email u@x.example; "
            + "$lead | Merge-IntercomContact -Into $user -Confirm:$false");
        var error = _shell.Run("Get-IntercomContact $lead.Id").Error;
        Assert.StartsWith(code, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        var into = _shell.Do("$user.Id").Output[0].ToString();
        Assert.Contains(advice.Replace("$into", into, StringComparison.Ordinal), error.ErrorDetails.RecommendedAction,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$v | Clear-IntercomConversationPart -Source -PassThru -Confirm:$false", "Source")]
    [InlineData("@($v.ConversationParts | Where-Object Body)[0] | Clear-IntercomConversationPart -PassThru -Confirm:$false",
        "ConversationParts")]
    public void A_second_redaction_leaves_it_redacted(string redact, string holder)
    {
        _shell.Do(
            "$m = New-IntercomContact u@x.example | New-IntercomConversation 'My card is 4111 1111 1111 1111'; $id = $m.ConversationId; "
            + "Send-IntercomReply 'Is it 4111 1111 1111 1111?' -ConversationId $id; $v = Get-IntercomConversation $id");
        for (var time = 0; time < 2; time++)
        {
            var redacted = _shell.Do($"@(({redact}).{holder} | Where-Object Redacted).Body").Output;
            Assert.DoesNotContain("4111", Assert.Single(redacted).ToString(), StringComparison.Ordinal);
        }
    }

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom; if ($s) { Stop-IntercomSandbox $s }");
        _shell.Dispose();
    }
}
