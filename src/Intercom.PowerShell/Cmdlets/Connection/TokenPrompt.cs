using System.Management.Automation.Host;
using System.Runtime.InteropServices;
using System.Security;

namespace Intercom.PowerShell;

/// <summary>Asks for the access token where a person can type it.</summary>
internal sealed class TokenPrompt(PSHost host)
{
    /// <summary>Prompts for the token.</summary>
    /// <exception cref="NotConnectedException">Nobody can type, or nothing was typed.</exception>
    public string Ask()
    {
        var token = TokenSource.Plain(AskHost());
        if (token.Length == 0)
        {
            throw CommandErrors.NoTokenEntered();
        }
        return token;
    }

    private SecureString AskHost()
    {
        if (StopsAtPrompt) throw CannotPrompt();
        try
        {
            host.UI.Write("Intercom access token: ");
            return host.UI.ReadLineAsSecureString();
        }
        catch (Exception failure) when (failure is PSNotImplementedException or HostException or PSInvalidOperationException
            or NotSupportedException)
        {
            throw CannotPrompt();
        }
    }

    /// <summary>
    /// True where nobody can type, and the prompt of PowerShell's console host would stop the whole pipeline without an error. A scheduled
    /// script would then end with exit code 0. On Windows, the host reads from the console itself and reports a missing console.
    /// </summary>
    private bool StopsAtPrompt => host.Name == "ConsoleHost" && !RuntimeInformation.IsOSPlatform(OSPlatform.Windows)
        && Console.IsInputRedirected;

    private static NotConnectedException CannotPrompt()
    {
        var isEmpty = Environment.GetEnvironmentVariable(IntercomConnections.TokenVariable) is not null;
        return CommandErrors.CannotPrompt(IntercomConnections.TokenVariable, isEmpty);
    }
}
