using Intercom.Sandbox;

namespace Intercom.PowerShell;

/// <summary>The steps of Start-IntercomSandbox.</summary>
internal static class SandboxStart
{
    /// <summary>Opens the file to which the sandbox writes each request.</summary>
    /// <exception cref="ArgumentException">The path is not one of a file, or the file cannot be written.</exception>
    public static SandboxRecording Recording(SessionState session, string path)
    {
        try
        {
            return new SandboxRecording(LiteralPath.Of(session, path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw CommandErrors.NoRecording(path, failure);
        }
    }

    /// <summary>Serves a workspace until the session ends.</summary>
    /// <exception cref="ArgumentException">The port is in use.</exception>
    public static IntercomSandbox Serve(StartIntercomSandboxCommand asked, SandboxRecording? recording)
    {
        var clock = new SandboxClock(TimeProvider.System);
        var options = new SandboxOptions
        {
            WorkspaceId = asked.WorkspaceId ?? SandboxAddress.WorkspaceOf($"http-{RunningSandboxes.NextNumber()}"),
            ApiVersion = Http.ApiVersions.Read(asked.ApiVersion), WorkspaceName = asked.WorkspaceName,
            Contacts = asked.Contacts, Conversations = asked.Conversations,
            MissingScopes = asked.MissingScope, MissingFeatures = asked.MissingFeature,
            Latency = TimeSpan.FromMilliseconds(asked.Latency), RateLimit = asked.RateLimit, FailureRate = asked.FailureRate,
            ResetRate = asked.ResetRate, SearchDelay = TimeSpan.FromMilliseconds(asked.SearchDelay), Time = clock, Recording = recording,
            AccessToken = asked.Token is null ? SandboxAddress.Token : TokenSource.Plain(asked.Token),
        };
        try
        {
            var server = SandboxServer.Start(new SandboxWorkspace(options), asked.Port);
            RunningSandboxes.Add(server, System.Management.Automation.Runspaces.Runspace.DefaultRunspace);
            return new IntercomSandbox(server, clock, options);
        }
        catch (System.Net.Sockets.SocketException failure)
        {
            throw CommandErrors.SandboxPort(asked.Port, failure.Message, failure);
        }
    }
}
