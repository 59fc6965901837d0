namespace Intercom.PowerShell;

/// <content>Files that are attached to a reply.</content>
internal static partial class CommandErrors
{
    public static ParameterConversionException TooManyFiles(int count, int limit) => Refused(
        "too_many_attachments",
        $"{count} files were specified, but Intercom accepts at most {limit} with one reply.",
        "Send several replies, or put the files in a .zip file.");

    public static ParameterConversionException NotAFile(string given) => Refused(
        "not_a_file",
        $"'{given}' is not a file.",
        "Specify a path, or the output of Get-ChildItem.");

    public static ParameterConversionException EmptyAttachmentPath() => Refused(
        "empty_attachment_path",
        "The path of an attachment is empty.",
        "Specify a path, or omit -Attachment.");

    public static ParameterConversionException AttachedDirectory(string path) => Refused(
        "attached_directory",
        $"'{path}' is a directory.",
        $"Specify the files in it, such as {path.TrimEnd('/', '\\')}/*.");

    public static ParameterConversionException EmptyFile(string path) => Refused(
        "empty_file",
        $"The file '{path}' is empty.",
        "Specify a file with content.");

    /// <summary>Reports a file that is larger than an attachment can be.</summary>
    /// <param name="path">The file.</param>
    /// <param name="size">Its size in MB.</param>
    /// <param name="limit">The maximum size in MB.</param>
    public static ParameterConversionException FileTooLarge(string path, int size, int limit) => Refused(
        "file_too_large",
        $"The file '{path}' has {size} MB, and the limit is {limit} MB.",
        "Store the file elsewhere and send a link.");

    public static ParameterConversionException UnreadableFile(string path, Exception reason) => Refused(
        "unreadable_file",
        $"The file '{path}' cannot be read: {Reason(reason)}.",
        "Check that the file is closed in other programs and that you may read it.",
        reason);
}
