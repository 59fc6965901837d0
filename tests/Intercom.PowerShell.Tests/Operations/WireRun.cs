namespace Intercom.PowerShell.Tests.Operations;

/// <summary>Commands on a server that records: what they send, refuse and say.</summary>
internal sealed class WireRun : IDisposable
{
    private readonly Shell _shell = new();

    public WireRun() => Server.Connect(_shell);

    public RecordingServer Server { get; } = new();

    /// <summary>The command sends these requests, each with this version, and writes no error.</summary>
    public void Sends(string version, string command, params string[] requests)
    {
        Assert.Empty(_shell.Run(command).Errors);
        Assert.Equal(requests.Select(Received.Sorted), Server.Calls);
        Assert.All(Server.Requests.Where(request => Server.Calls.Contains(request.ToString())), request =>
            Assert.Equal(version, request.Headers["Intercom-Version"]));
    }

    /// <summary>The command is refused with this code, the text names what matters, and nothing is sent.</summary>
    public void Refuses(string command, string code, string says)
    {
        var error = _shell.Run(command).Error;
        Assert.Contains(code, $"{error.FullyQualifiedErrorId} {CodeOf(error.Exception)} {CodeOf(error.Exception.InnerException)}",
            StringComparison.Ordinal);
        Assert.Contains(says, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Server.Requests);
    }

    /// <summary>With -WhatIf, the command says this and sends nothing.</summary>
    public void Says(string command, params string[] texts)
    {
        _shell.TakeScreen();
        Assert.Empty(_shell.Run(command + " -WhatIf").Errors);
        Assert.Equal(string.Join("\n", texts.Select(text => "What if: " + text)),
            string.Join("\n", _shell.TakeScreen().Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)));
        Assert.Empty(Server.Requests);
    }

    /// <summary>Runs a command.</summary>
    public Outcome Run(string command) => _shell.Run(command);

    private static object? CodeOf(Exception? failure) => failure?.GetType().GetProperty("Code")?.GetValue(failure);

    public void Dispose()
    {
        _shell.Dispose();
        Server.Dispose();
    }
}
