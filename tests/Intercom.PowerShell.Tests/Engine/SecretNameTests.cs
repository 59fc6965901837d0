using System.Security;

namespace Intercom.PowerShell.Tests.Engine;

/// <summary>Connect-Intercom -SecretName, with a stand-in of that name for the module SecretManagement.</summary>
public sealed class SecretNameTests : IDisposable
{
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        _server.Dispose();
    }

    /// <summary>A vault that holds what the test says under the name <c>intercom</c>.</summary>
    private void Vault(object? secret) => _shell.Do("""
        $global:held = $args[0]
        New-Module -Name Microsoft.PowerShell.SecretManagement {
            function Get-Secret {
                [CmdletBinding()] param([string] $Name, [string] $Vault)
                if ($Name -ne 'intercom' -or $Vault -notin '', 'team') { throw "The secret $Name was not found." }
                $global:held
            }
        } | Import-Module -Global -Force
        """, secret);

    private static SecureString Secure(string text)
    {
        var secure = new SecureString();
        foreach (var letter in text) secure.AppendChar(letter);
        return secure;
    }

    [Theory]
    [InlineData("secure")]
    [InlineData("text")]
    [InlineData("credential")]
    public void The_token_comes_from_the_vault_in_whatever_form_it_lies_there(string form)
    {
        Vault(form switch { "secure" => Secure(Shell.Token), "text" => Shell.Token, _ =>
            new PSCredential("intercom", Secure(Shell.Token)) });
        _shell.Do(
            "$null = Connect-Intercom -SecretName intercom -Vault team -BaseUri $args[0]; Connect-Intercom -SecretName intercom -BaseUri "
            + "$args[0] -Name shop", _server.BaseUri);
        Assert.Equal(["Bearer " + Shell.Token], _server.Requests.Select(request => request.Headers["Authorization"]).Distinct());
        Assert.Equal(2, _server.Requests.Count);
        Assert.Equal("shop", _shell.Do("(Get-IntercomConnection | Where-Object IsCurrent).Name").Output.Single().ToString());
    }

    [Fact]
    public void Without_the_module_the_error_says_how_to_get_it()
    {
        var error = _shell.Run("Connect-Intercom -SecretName intercom").Error;
        Assert.StartsWith("Intercom.no_secret_management,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("no_secret_management", error.Code());
    }

    [Theory]
    [InlineData("nosuch", null, "'nosuch' cannot be read: The secret nosuch was not found.")]
    [InlineData("intercom", "other", "'intercom' cannot be read from the vault 'other'")]
    [InlineData("intercom", null, "'intercom' is a Hashtable, not a token")]
    public void A_secret_without_a_value_is_reported_and_nothing_is_sent(string name, string? vault, string words)
    {
        Vault(new System.Collections.Hashtable { ["a"] = 1 });
        var before = _shell.Do("Get-IntercomConnection").Output.Count;
        var error = _shell.Run($"Connect-Intercom -SecretName {name}{(vault is null ? "" : " -Vault " + vault)} -BaseUri $args[0]",
            _server.BaseUri).Error;
        Assert.Contains(words, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_server.Requests);
        Assert.Equal(before, _shell.Do("Get-IntercomConnection").Output.Count);
    }
}
