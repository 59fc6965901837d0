namespace Intercom.PowerShell;

/// <content>The file of -Checkpoint.</content>
internal static partial class CommandErrors
{
    private const string NewRun = "choose another path for a new run.";

    public static CheckpointException RetryWithoutCheckpoint() => Checkpoint(
        "checkpoint_missing",
        "-RetryUnknown resends the requests that a checkpoint lists as unknown, and -Checkpoint was not specified.",
        "Specify the -Checkpoint of the earlier run.");

    public static CheckpointException CheckpointPath(string reason, Exception? inner) => Checkpoint(
        "checkpoint_path",
        $"The checkpoint {reason}",
        "",
        inner);

    public static CheckpointException CheckpointFolder(string path, Exception? inner) => Checkpoint(
        "checkpoint_folder_not_found",
        $"The directory of the checkpoint '{path}' does not exist.",
        "Create it first, or choose another path.",
        inner);

    public static CheckpointException CheckpointIsDirectory(string path) => Checkpoint(
        "checkpoint_is_directory",
        $"The checkpoint '{path}' cannot be opened, because it is a directory.",
        "Specify the path of a file.");

    public static CheckpointException CheckpointDenied(string path, string reason, Exception? inner) => Checkpoint(
        "checkpoint_access_denied",
        $"The checkpoint '{path}' cannot be opened for writing: {reason.TrimEnd('.')}.",
        "Change its permissions, or choose another path.",
        inner);

    public static CheckpointException CheckpointInUse(string path, string reason, Exception? inner) => Checkpoint(
        "checkpoint_in_use",
        $"The checkpoint '{path}' is in use: {reason.TrimEnd('.')}. Only one run at a time can use it.",
        "Wait for the other run, or choose another path.",
        inner);

    public static CheckpointException CheckpointNotOpened(string path, string reason, Exception? inner) => Checkpoint(
        "checkpoint_failed",
        $"The checkpoint '{path}' cannot be opened: {reason.TrimEnd('.')}.",
        "Correct this, or choose another path.",
        inner);

    public static CheckpointException CheckpointNotRead(string path, string reason, Exception? inner) => Checkpoint(
        "checkpoint_failed",
        $"The checkpoint '{path}' cannot be read: {reason.TrimEnd('.')}. Nothing was sent.",
        "Run the command again when the file can be read.",
        inner);

    public static CheckpointException CheckpointNotWritten(string path, string reason, Exception? inner) => Checkpoint(
        "checkpoint_failed",
        $"The checkpoint '{path}' cannot be written: {reason.TrimEnd('.')}. No further requests were sent, because they could not be "
            + "recorded.",
        "Run the command again when the file can be written.",
        inner);

    public static CheckpointException NotACheckpoint(string path, Exception? inner) => Checkpoint(
        "not_a_checkpoint",
        $"'{path}' is not a checkpoint. The file was not changed.",
        "Choose another path for -Checkpoint.",
        inner);

    public static CheckpointException CheckpointDamaged(string path, int line, Exception? inner) => Checkpoint(
        "checkpoint_damaged",
        $"Line {line} of the checkpoint '{path}' is damaged, so completed and pending requests cannot be distinguished.",
        "Restore the file, or check manually which requests were applied, and choose another path.",
        inner);

    public static CheckpointException OtherInput(string path, int input) => Checkpoint(
        "checkpoint_other_input",
        $"Input {input} differs from the one in the checkpoint '{path}'. A checkpoint applies to the same inputs in the same order.",
        "Start the run with the earlier input. Store values that differ in each run, such as Get-Date, in a variable or in the input. Or "
            + NewRun);

    public static CheckpointException OtherVersion(string path, bool isEarlier) => Checkpoint(
        "checkpoint_other_version",
        $"The checkpoint '{path}' was written by "
            + (isEarlier ? "an earlier version of this module, whose hashes could be guessed." : "a later version of this module."),
        "Finish the run with that version, or " + NewRun);

    public static CheckpointException OtherToken(string path) => Checkpoint(
        "checkpoint_other_token",
        $"The checkpoint '{path}' was started with another access token, and only that token can read it.",
        "Connect with that token. If it no longer exists, check manually which requests were applied, and choose another path for the "
            + "rest.");

    public static CheckpointException OtherParameters(string path, string command) => Checkpoint(
        "checkpoint_other_parameters",
        $"The checkpoint '{path}' belongs to a run of {command} with other parameters.",
        "Start it with the earlier parameters, or " + NewRun);

    /// <summary>Reports a checkpoint that belongs to another cmdlet or workspace.</summary>
    /// <param name="path">The file.</param>
    /// <param name="what">What differs: command or workspace.</param>
    /// <param name="theirs">The value in the checkpoint.</param>
    /// <param name="ours">The value of the current run.</param>
    public static CheckpointException OtherRun(string path, string what, string? theirs, string ours) => Checkpoint(
        "checkpoint_other_run",
        $"The checkpoint '{path}' belongs to the {what} {theirs}, but this is {ours}.",
        "Choose another path for a new run.");

    private static CheckpointException Checkpoint(string code, string problem, string remedy, Exception? inner = null) =>
        new(code, new Fault(code, problem, remedy).Message, inner);
}
