using System.Security;

namespace Intercom.PowerShell;

/// <summary>Reads the access token from a vault of the module Microsoft.PowerShell.SecretManagement.</summary>
internal static class TokenVault
{
    private const string GetSecret = "Microsoft.PowerShell.SecretManagement\\Get-Secret";

    /// <summary>Reads a secret with Get-Secret. It can be a SecureString, a credential or text.</summary>
    /// <param name="session">The commands of the session.</param>
    /// <param name="name">The name of the secret.</param>
    /// <param name="vault">The vault to search; null for all registered vaults.</param>
    /// <exception cref="NotConnectedException">The module is not installed, or the secret cannot be read or is not a token.</exception>
    public static string Read(CommandInvocationIntrinsics session, string name, string? vault)
    {
        if (session.GetCommand(GetSecret, CommandTypes.Cmdlet | CommandTypes.Function) is not { } command)
        {
            throw CommandErrors.NoSecretManagement();
        }
        object? secret;
        try
        {
            var from = vault is null ? "" : " -Vault $args[2]";
            var read = session.InvokeScript($"& $args[0] -Name $args[1]{from} -ErrorAction Stop", command, name, vault);
            secret = read.FirstOrDefault()?.BaseObject;
        }
        catch (RuntimeException failure) when (failure is not PipelineStoppedException)
        {
            throw CommandErrors.UnreadableSecret(name, vault, (failure.ErrorRecord?.Exception ?? failure).Message);
        }
        var token = secret switch
        {
            SecureString secure => TokenSource.Plain(secure),
            PSCredential credential => TokenSource.Plain(credential.Password),
            string text => text.Trim(),
            _ => "",
        };
        if (token.Length > 0) return token;
        var found = secret is null or SecureString or PSCredential or string ? "empty" : $"a {secret.GetType().Name}, not a token";
        throw CommandErrors.NotATokenSecret(name, found);
    }
}
