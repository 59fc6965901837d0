using System.IO.Compression;
using System.Runtime.InteropServices;
using Intercom.Csv;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>
/// The base class of cmdlets that download a file. The file is written next to its target and moved into place when it is complete. An
/// incomplete file never has the target's name. Compressed files are unpacked, unless the name has the extension of a compressed file.
/// </summary>
public abstract partial class SaveCommand : IntercomReadCommand
{
    // Where names are case-insensitive, two spellings are one file.
    private readonly HashSet<string> _targets = new(RuntimeInformation.IsOSPlatform(OSPlatform.Linux)
        ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The file to write, or a directory in which the cmdlet chooses the file name. Wildcard characters are part of the name.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0), ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Replaces an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>
    /// Maximum size to which a compressed file is unpacked, in megabytes. The default is 10240. A compressed file of a few kilobytes can
    /// unpack to more than the disk holds.
    /// </summary>
    [Parameter, ValidateRange(1, 1024 * 1024), WholeNumber]
    public int MaxUnpackedMB { get; set; } = 10 * 1024;

    /// <summary>True when the download is a table whose cells are made safe for spreadsheets.</summary>
    private protected virtual bool IsGuarded => false;

    /// <summary>The part that is saved, ending in "of"; empty for the whole.</summary>
    private protected virtual string PartOf => "";

    /// <summary>The file name when -Path is a directory.</summary>
    /// <param name="id">The id of the saved object, encoded for use in a file name.</param>
    private protected abstract string FileNameOf(string id);

    /// <inheritdoc/>
    private protected override Sending Reading(ApiRequest request)
    {
        var target = LiteralPath.Of(SessionState, Path);
        var resource = request.Resource!;
        if (Directory.Exists(target)) target = System.IO.Path.Combine(target, FileNameOf(Uri.EscapeDataString(resource.Id!)));
        if (_targets.Contains(target)) throw CommandErrors.SameFile(target);
        TargetFile.Check(Path, target, Force);
        var doing = $"Save {PartOf}{resource} to '{target}'";
        if (!ShouldProcess(doing, $"{doing}?", "Confirm")) return static (_, _) => Task.FromResult<object?>(null);

        _targets.Add(target);
        // All files of the pipeline share one progress bar.
        var progress = (Progress ??= new CommandProgress(this, MyInvocation.MyCommand.Name, Session.Client.Time)).AddFile();
        var (force, filter) = (Force.IsPresent, new Filter(MaxUnpackedMB, IsGuarded, Sink, target));
        return (request, context) => SaveAsync(
            target, force, filter, stream => context.Client.DownloadAsync(request, stream, context.Sink, progress, context.Cancellation),
                context.Cancellation);
    }

    /// <summary>
    /// Returns the file like Get-Item, with the properties that its table shows and the path that the next cmdlet binds to.
    /// </summary>
    protected override IEnumerable<object> Output(object item) => item is FileInfo file
        ? InvokeProvider.Item.Get([file.FullName], force: true, literalPath: true) : base.Output(item);

    private static async Task<object?> SaveAsync(string target, bool force, Filter filter, Func<Stream, Task> download,
        CancellationToken cancellation)
    {
        var partial = TargetFile.Partial(target);
        var unpacked = System.IO.Path.ChangeExtension(partial, "open");
        try
        {
            using (var stream = PrivateFile.Open(partial, FileMode.CreateNew, FileShare.None, 80 * 1024, useAsync: true))
            {
                await download(stream).ConfigureAwait(false);
            }
            var whole = await UnpackAsync(partial, unpacked, filter, cancellation).ConfigureAwait(false) ? unpacked : partial;
            TargetFile.PutInPlace(whole, target, force);
            return new FileInfo(target);
        }
        catch (InvalidDataException failure)
        {
            throw CommandErrors.CannotUnpack(target, failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or IntercomApiException
            {
                Code: RequestCodes.WriteFailed,
            })
        {
            throw new IntercomApiException($"'{target}' could not be written: {(failure.InnerException ?? failure).Message}",
                failure) { Code = RequestCodes.WriteFailed, Outcome = RequestOutcome.NotApplied };
        }
        finally
        {
            TargetFile.Remove(partial);
            TargetFile.Remove(unpacked);
        }
    }

    /// <summary>
    /// Unpacks gzip files, and zip archives of one file. An archive of several files stays packed under a name that says so. Other files
    /// are copied only when their cells must be made safe. Returns false when the download is kept unchanged.
    /// </summary>
    private static async Task<bool> UnpackAsync(string packed, string unpacked, Filter filter, CancellationToken cancellation)
    {
        using var source = new FileStream(packed, FileMode.Open, FileAccess.Read, FileShare.None, 80 * 1024, useAsync: true);
        var start = new byte[2];
        var isGzip = source.Read(start, 0, 2) == 2 && start[0] == 0x1F && start[1] == 0x8B;
        var isZip = start[0] == 'P' && start[1] == 'K';
        source.Position = 0;
        if (isGzip ? HasEnding(filter.Target, ".gz", ".gzip") : isZip && HasEnding(filter.Target, ".zip")) return false;
        if (isGzip)
        {
            using var content = new GZipStream(source, CompressionMode.Decompress);
            await filter.CopyAsync(content, unpacked, isPacked: true, cancellation).ConfigureAwait(false);
        }
        else if (isZip)
        {
            using var archive = new ZipArchive(source, ZipArchiveMode.Read);
            if (archive.Entries.Count != 1) throw new InvalidDataException(
                $"it contains {archive.Entries.Count} files ("
                    + $"{string.Join(", ", archive.Entries.Take(5).Select(entry => entry.FullName))})");
            using var content = archive.Entries[0].Open();
            await filter.CopyAsync(content, unpacked, isPacked: true, cancellation).ConfigureAwait(false);
        }
        else if (filter.IsGuarded) await filter.CopyAsync(source, unpacked, isPacked: false, cancellation).ConfigureAwait(false);
        else return false;
        return true;
    }

    private static bool HasEnding(string path, params string[] endings) =>
        endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
