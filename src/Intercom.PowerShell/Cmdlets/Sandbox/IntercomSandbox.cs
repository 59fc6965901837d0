using System.Security;
using Intercom.PowerShell;
using Intercom.Sandbox;

namespace Intercom;

/// <summary>A sandbox that answers over HTTP on this computer.</summary>
public sealed class IntercomSandbox : IHasSecret
{
    private readonly SandboxClock _clock;

    private readonly SandboxOptions _options;

    private readonly SecureString _secret = new();

    internal IntercomSandbox(SandboxServer server, SandboxClock clock, SandboxOptions options)
    {
        Server = server;
        _clock = clock;
        _options = options;
        foreach (var letter in options.AccessToken!) _secret.AppendChar(letter);
        _secret.MakeReadOnly();
    }

    /// <summary>The address to call, such as http://127.0.0.1:51234/.</summary>
    public Uri BaseUri => Server.BaseUri;

    /// <summary>The token that the sandbox accepts. Null when -Token specified another one, which is not shown.</summary>
    public string? Token => _options.AccessToken == SandboxAddress.Token ? SandboxAddress.Token : null;

    /// <summary>The id of the workspace.</summary>
    public string WorkspaceId => _options.WorkspaceId;

    /// <summary>The name of the workspace.</summary>
    public string WorkspaceName => _options.WorkspaceName;

    /// <summary>The file to which the sandbox writes each request; null when it records none.</summary>
    public string? RecordPath => _options.Recording?.Path;

    /// <summary>The token that the sandbox accepts. Scripts read it as SecureToken.</summary>
    SecureString IHasSecret.Secret => _secret;

    internal SandboxServer Server { get; }

    /// <summary>Returns the time of the sandbox, in local time.</summary>
    public DateTime GetClock() => _clock.GetUtcNow().LocalDateTime;

    /// <summary>
    /// Moves the clock of the sandbox to a later time, from which it goes on: snoozes end, and exports expire. It cannot go back.
    /// </summary>
    /// <param name="time">The time. A time without a zone is local.</param>
    /// <exception cref="ArgumentException">The time is in the past of the sandbox, or after the year 2200.</exception>
    public void MoveClock(DateTime time)
    {
        try
        {
            _clock.MoveTo(new DateTimeOffset(time));
        }
        catch (ArgumentOutOfRangeException)
        {
            throw CommandErrors.SandboxClock(time, GetClock());
        }
    }

    /// <summary>Returns the address.</summary>
    public override string ToString() => BaseUri.ToString();
}
