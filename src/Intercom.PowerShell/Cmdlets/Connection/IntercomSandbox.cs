using Intercom.Sandbox;

namespace Intercom;

/// <summary>A sandbox that answers over HTTP on this computer.</summary>
public sealed class IntercomSandbox
{
    internal IntercomSandbox(SandboxServer server) => Server = server;

    /// <summary>The address to call, such as http://127.0.0.1:51234/.</summary>
    public Uri BaseUri => Server.BaseUri;

    /// <summary>A token that the sandbox accepts. It accepts any other text as well.</summary>
    public string Token => SandboxAddress.Token;

    internal SandboxServer Server { get; }

    /// <summary>Returns the address.</summary>
    public override string ToString() => BaseUri.ToString();
}
