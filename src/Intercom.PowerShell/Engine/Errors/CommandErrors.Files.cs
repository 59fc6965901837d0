namespace Intercom.PowerShell;

/// <content>Paths and files.</content>
internal static partial class CommandErrors
{
    public static ArgumentException FileStream(string path) => Invalid(
        "path_of_stream",
        $"'{path}' names a stream inside a file, because a colon follows the drive.",
        "Specify a path without this colon.");

    public static ArgumentException OtherProvider(string path, string provider) => Invalid(
        "path_of_other_provider",
        $"'{path}' is not in the file system but in {provider}.",
        "Specify the path of a file.");

    public static ArgumentException InvalidPath(string path, Exception reason) => Invalid(
        "invalid_path",
        $"'{path}' is not the path of a file: {Reason(reason)}.",
        "Correct the path. Get-PSDrive lists the drives.",
        reason);

    public static ArgumentException FileNotFound(string path, string directory) => Invalid(
        "file_not_found",
        $"There is no file '{path}' in '{directory}', and no file matches it as a wildcard.",
        "Correct the path.");

    public static ArgumentException DirectoryNotFound(string path, string directory) => Invalid(
        "directory_not_found",
        $"-Path '{path}': the directory '{directory}' does not exist.",
        $"Create it first: New-Item -ItemType Directory '{directory}'.");

    public static ArgumentException SameFile(string path) => Invalid(
        "same_file",
        $"This command has already saved another file to '{path}'.",
        "Specify a directory as -Path, so that each file has its own name.");

    public static ArgumentException FileExists(string path) => Invalid(
        "file_exists",
        $"The file '{path}' already exists.",
        "Specify another -Path, or use -Force to replace it.");

    public static ArgumentException PathIsDirectory(string path) => Invalid(
        "path_is_directory",
        $"-Path '{path}' is a directory.",
        "Specify the path of a file.");

    public static ArgumentException CannotWrite(string path, Exception reason) => Invalid(
        "cannot_write",
        $"'{path}' could not be written: {Reason(reason)}.",
        "Check the free space and your permissions, and that no other program uses the file.",
        reason);

    public static ArgumentException NotAnIntercomObject(string given) => Invalid(
        "not_an_intercom_object",
        $"'{given}' is not an object of this module.",
        "Pipe the output of a Get- or Search- cmdlet. For other objects, and for those that Select-Object returns, use Export-Csv.");

    /// <summary>Reports an object of another kind than the first one.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="given">The object.</param>
    /// <param name="first">The kind of the first object.</param>
    public static ArgumentException TwoKinds(string kind, string given, string first) => Invalid(
        "two_kinds",
        $"The {kind} '{given}' cannot be written to a file of {first} objects, because they have other columns.",
        "Export each kind to a file of its own.");

    public static ParameterValidationException NotADelimiter(string given) => Rejected(
        "not_a_delimiter",
        $"'{given}' cannot separate columns.",
        "Specify a character such as ; or a tab (\"`t\").");

    public static ArgumentException NoRecording(string path, Exception reason) => Invalid(
        "no_recording",
        $"-RecordPath '{path}' cannot be written: {Reason(reason)}.",
        "Specify a file in an existing directory that you may write to.",
        reason);

    public static ArgumentException CannotUnpack(string path, Exception reason) => Invalid(
        "cannot_unpack",
        $"'{path}' could not be written: {Reason(reason)}.",
        "To keep the file compressed, specify a -Path that ends in .gz or .zip. -MaxUnpackedMB sets the maximum uncompressed size.",
        reason);
}
