namespace Intercom.PowerShell;

/// <summary>Opens the checkpoint of a run.</summary>
internal static class CheckpointOpening
{
    /// <summary>Opens it; null where none is given, and for a trial of a run that was never begun.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="given">Its -Checkpoint.</param>
    /// <param name="retryUnknown">Its -RetryUnknown.</param>
    /// <param name="session">The connection; for true, one that knows its workspace.</param>
    /// <exception cref="CheckpointException">The file is in use, damaged, no checkpoint, or that of another run.</exception>
    public static Checkpoint? Open(PSCmdlet command, string? given, bool retryUnknown, Func<bool, IntercomConnection> session)
    {
        if (given is null)
        {
            if (!retryUnknown) return null;
            throw CommandErrors.RetryWithoutCheckpoint();
        }
        var path = FilePath(command, given);
        // A trial sends and notes nothing: without a journal there is nothing to skip either.
        if (IsTrial(command) && (session(false).WorkspaceId is null || !File.Exists(path))) return null;
        var connection = session(true);
        var named = command.MyInvocation.BoundParameters.Where(pair => CommandInput.IsPartOfInput(pair.Key)).ToArray();
        return Checkpoint.Open(path, new CheckpointRun(
            command.MyInvocation.MyCommand.Name, WorkspaceName(connection), connection.Client.KeyFor, key => RequestHash.Of(key, [],
                named!)));
    }

    private static bool IsTrial(PSCmdlet command) => command.MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
        ? ((SwitchParameter)given).IsPresent
        : command.SessionState.PSVariable.GetValue("WhatIfPreference") is { } preference && LanguagePrimitives.IsTrue(preference);

    private static string FilePath(PSCmdlet command, string given)
    {
        try
        {
            return LiteralPath.Of(command.SessionState, given);
        }
        catch (ArgumentException failure)
        {
            throw CommandErrors.CheckpointPath(failure.Message, failure);
        }
    }

    /// <summary>One workspace answers at several hosts; a server on this machine is a workspace of its own, whatever it says.</summary>
    private static string WorkspaceName(IntercomConnection session) =>
        session.WorkspaceId is { } id && !session.BaseUri.IsLoopback ? id : $"{session.WorkspaceId} at {session.BaseUri.Authority}";
}
