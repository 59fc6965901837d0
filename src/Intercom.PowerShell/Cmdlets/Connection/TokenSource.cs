using System.Management.Automation.Host;
using System.Net;
using System.Security;

namespace Intercom.PowerShell;

/// <summary>Where Connect-Intercom gets the access token from when it does not come from a vault.</summary>
internal static class TokenSource
{
    /// <summary>Returns the token of -Token, of the environment variable, or of the person at the prompt.</summary>
    /// <param name="given">The value of -Token.</param>
    /// <param name="bound">The parameters of Connect-Intercom, also those without a value.</param>
    /// <param name="host">The host that prompts.</param>
    /// <exception cref="NotConnectedException">No token was found.</exception>
    public static string Read(SecureString? given, IDictionary<string, object> bound, PSHost host)
    {
        if (given is { Length: > 0 }) return Plain(given);
        // A fallback to INTERCOM_TOKEN could connect to another workspace.
        if (bound.ContainsKey(nameof(ConnectIntercomCommand.Token))) throw CommandErrors.EmptyToken();
        var variable = Environment.GetEnvironmentVariable(IntercomConnections.TokenVariable)?.Trim();
        return variable is { Length: > 0 } ? variable : new TokenPrompt(host).Ask();
    }

    /// <summary>Returns the text of a token, without white space around it.</summary>
    public static string Plain(SecureString secret) => new NetworkCredential("", secret).Password.Trim();
}
