namespace Intercom.PowerShell;

/// <summary>Opens the checkpoint of a run.</summary>
internal static class CheckpointOpening
{
    /// <summary>
    /// Opens the checkpoint. Returns null when none is specified, and for -WhatIf when the checkpoint does not exist yet.
    /// </summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="given">The value of -Checkpoint.</param>
    /// <param name="retryUnknown">The value of -RetryUnknown.</param>
    /// <param name="session">Gets the connection. For true, its workspace is known.</param>
    /// <exception cref="CheckpointException">The file is in use, damaged, not a checkpoint, or belongs to another run.</exception>
    public static Checkpoint? Open(PSCmdlet command, string? given, bool retryUnknown, Func<bool, IntercomConnection> session)
    {
        if (given is null)
        {
            if (!retryUnknown) return null;
            throw CommandErrors.RetryWithoutCheckpoint();
        }
        var path = FilePath(command, given);
        // With -WhatIf, nothing is sent or recorded, so a checkpoint that does not exist is not created.
        if (IsWhatIf(command) && (session(false).WorkspaceId is null || !File.Exists(path))) return null;
        var connection = session(true);
        var named = command.MyInvocation.BoundParameters.Where(pair => CommandInput.IsPartOfInput(pair.Key)).ToArray();
        return Checkpoint.Open(path, new CheckpointRun(
            command.MyInvocation.MyCommand.Name, WorkspaceName(connection), connection.Client.KeyFor, key => RequestHash.Of(key, [],
                named!)));
    }

    /// <summary>True for a command that runs with -WhatIf.</summary>
    public static bool IsWhatIf(PSCmdlet command) => command.MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
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

    /// <summary>
    /// An Intercom workspace is reachable at several hosts. A server on this computer counts as a separate workspace, whatever id it
    /// returns.
    /// </summary>
    private static string WorkspaceName(IntercomConnection session) =>
        session.WorkspaceId is { } id && !session.BaseUri.IsLoopback ? id : $"{session.WorkspaceId} at {session.BaseUri.Authority}";
}
