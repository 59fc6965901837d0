namespace Intercom.PowerShell;

/// <content>The list of changes, its log, and undo.</content>
internal static partial class CommandErrors
{
    public static ArgumentException NotUndoable(int number, string why) => Invalid(
        "not_undoable",
        $"Change {number} cannot be undone. {why}",
        "");

    /// <summary>Reports a change that was already undone.</summary>
    /// <param name="number">The change.</param>
    /// <param name="by">The number of the change that reversed it; null when the same command does.</param>
    public static ArgumentException AlreadyUndone(int number, string? by) => Invalid(
        "already_undone",
        by is null ? $"Change {number} was piped twice, and is undone once." : $"Change {number} was already undone by change {by}.",
        by is null ? "" : $"To apply it again, undo change {by}.");

    public static ArgumentException UndoUnknown(int number, int by) => Invalid(
        "undo_unknown",
        $"Change {number} was already undone by change {by}, whose outcome is unknown.",
        "Read the resource, and change it with its own cmdlet if necessary.");

    public static ArgumentException ChangedSince(int number, int later, string fields) => Invalid(
        "changed_since",
        $"Change {number} cannot be undone alone, because change {later} changed {fields} of the same resource afterwards.",
        $"Undo change {later} too.");

    public static ArgumentException ChangeOfOtherConnection(int number, string connection) => Invalid(
        "other_connection",
        $"Change {number} was sent through the connection '{connection}', which is not the one that this command uses.",
        $"Add -Connection '{connection}'. A connection that was closed or replaced cannot undo its changes.");

    public static ChangeLogException ChangeLogIsDirectory(string path) => Logged(
        "log_is_directory",
        $"-LogPath '{path}' cannot be opened, because it is a directory.",
        "Specify the path of a file.");

    public static ChangeLogException ChangeLogFolder(string path, Exception? inner) => Logged(
        "log_folder_not_found",
        $"The directory of -LogPath '{path}' does not exist.",
        "Create it first, or specify another path.",
        inner);

    public static ChangeLogException ChangeLogNotOpened(string path, string reason, Exception? inner) => Logged(
        "log_not_opened",
        $"-LogPath '{path}' cannot be opened for writing: {reason.TrimEnd('.')}.",
        "Correct this, or specify another path.",
        inner);

    public static ChangeLogException ChangeLogNotWritten(string path, string reason, Exception? inner) => Logged(
        "log_not_written",
        $"The change was not sent, because the log '{path}' cannot be written: {reason.TrimEnd('.')}.",
        "Correct this, then run Connect-Intercom with -LogPath again.",
        inner);

    public static ChangeLogException ChangeNotLogged(int number, string path, string reason, Exception? inner) => Logged(
        "change_not_logged",
        $"Change {number} was sent, but could not be written to the log '{path}': {reason.TrimEnd('.')}.",
        "Get-IntercomChange still lists it. Further changes are not sent until Connect-Intercom opens a log again.",
        inner);

    private static ChangeLogException Logged(string code, string problem, string remedy, Exception? inner = null) =>
        new(code, $"{problem} {remedy}".TrimEnd(), inner);
}
