using System.Collections;

namespace Intercom.PowerShell;

/// <summary>
/// Accepts files on this computer by path, with wildcards, or as objects from Get-ChildItem. Converts each to the name, content type and
/// base64 content that Intercom requires. A path that names an existing file exactly, such as report[1].txt, is not read as a wildcard.
/// Each file is read once, when the command starts.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AttachmentFileAttribute : ArgumentTransformationAttribute
{
    /// <summary>Maximum number of files that Intercom accepts with one reply.</summary>
    public const int Most = 10;

    /// <summary>
    /// Maximum file size in bytes. Intercom's description does not state a limit. The whole request is held in memory, and this limit keeps
    /// a mistaken path (a disk image, a database) from being sent.
    /// </summary>
    public const long LargestFile = 100L * 1024 * 1024;

    // File types that help desks send. Other types are sent as plain bytes, which is also how Intercom treats unknown types.
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png", [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".gif"] = "image/gif", [".webp"] = "image/webp",
        [".bmp"] = "image/bmp", [".svg"] = "image/svg+xml", [".heic"] = "image/heic", [".tif"] = "image/tiff", [".tiff"] = "image/tiff",
        [".pdf"] = "application/pdf", [".txt"] = "text/plain", [".log"] = "text/plain", [".md"] = "text/markdown", [".csv"] = "text/csv",
        [".html"] = "text/html", [".htm"] = "text/html", [".xml"] = "application/xml", [".json"] = "application/json",
        [".ics"] = "text/calendar", [".eml"] = "message/rfc822",
        [".zip"] = "application/zip", [".gz"] = "application/gzip", [".doc"] = "application/msword",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", [".xls"] = "application/vnd.ms-excel",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [".ppt"] = "application/vnd.ms-powerpoint",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".mp4"] = "video/mp4", [".mov"] = "video/quicktime", [".webm"] = "video/webm", [".mp3"] = "audio/mpeg", [".wav"] = "audio/wav",
        [".m4a"] = "audio/mp4",
    };

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (engineIntrinsics is null) throw new ArgumentNullException(nameof(engineIntrinsics));
        var given = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        var items = given is IList list and not IDictionary ? list.Cast<object?>() : [given];
        var files = items.SelectMany(item => Paths(engineIntrinsics.SessionState, item)).Select(Read).ToArray();
        return files.Length <= Most ? files : throw CommandErrors.TooManyFiles(files.Length, Most);
    }

    private static IEnumerable<string> Paths(SessionState session, object? item)
    {
        var value = item is PSObject wrapped ? wrapped.BaseObject : item;
        if (value is FileInfo file) return [file.FullName];
        var path = value as string ?? throw CommandErrors.NotAFile($"{value}");
        if (string.IsNullOrWhiteSpace(path)) throw CommandErrors.EmptyAttachmentPath();
        try
        {
            return LiteralPath.Existing(session, path);
        }
        catch (InvalidInputException missing)
        {
            throw CommandErrors.Unresolved(missing);
        }
    }

    private static Hashtable Read(string path)
    {
        if (Directory.Exists(path)) throw CommandErrors.AttachedDirectory(path);
        try
        {
            var length = new FileInfo(path).Length;
            if (length == 0) throw CommandErrors.EmptyFile(path);
            if (length > LargestFile)
            {
                throw CommandErrors.FileTooLarge(path, (int)(length / 1024 / 1024), (int)(LargestFile / 1024 / 1024));
            }
            return new Hashtable
            {
                ["name"] = Path.GetFileName(path), ["content_type"] = Kinds.TryGetValue(Path.GetExtension(path), out var kind)
                    ? kind : "application/octet-stream", ["data"] = Convert.ToBase64String(File.ReadAllBytes(path)),
            };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw CommandErrors.UnreadableFile(path, failure);
        }
    }
}
