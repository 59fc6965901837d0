using System.IO.Compression;
using System.Runtime.InteropServices;
using Intercom.Csv;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>
/// A cmdlet that fetches a file. It is written beside its target and moved into place when it is whole, so that a half file never carries
/// the name. What comes packed is unpacked, unless the name says that it is to stay packed.
/// </summary>
public abstract partial class SaveCommand : IntercomReadCommand
{
    /// <summary>The code of what came and could not be stored.</summary>
    private const string WriteFailed = "write_failed";

    // Where two spellings may be one file, they are taken for one.
    private readonly HashSet<string> _targets = new(RuntimeInformation.IsOSPlatform(OSPlatform.Linux)
        ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The file to write, or a directory, in which the file gets a name of its own. Wildcard characters are part of the name.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0), ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>What was piped.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected override PSObject? Piped => InputObject;

    /// <summary>Replaces a file that is there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>
    /// The most megabytes that what comes packed may unpack to, 10,240 by default. A packed file of a few kilobytes can unpack to more than
    /// the disk holds.
    /// </summary>
    [Parameter, ValidateRange(1, 1024 * 1024), WholeNumber]
    public int MaxUnpackedMB { get; set; } = 10 * 1024;

    /// <summary>True when what comes is a table whose cells are made safe for spreadsheets.</summary>
    private protected virtual bool IsGuarded => false;

    /// <summary>What of it is saved, in words that end in "of"; empty for the whole.</summary>
    private protected virtual string PartOf => "";

    /// <summary>The file's name when -Path is a directory.</summary>
    /// <param name="id">The id of what is saved, such that it can be part of a name.</param>
    private protected abstract string FileNameOf(string id);

    /// <inheritdoc/>
    private protected override Sending Reading(ApiRequest request)
    {
        var target = LiteralPath.Of(SessionState, Path);
        var resource = request.Resource!;
        if (Directory.Exists(target)) target = System.IO.Path.Combine(target, FileNameOf(Uri.EscapeDataString(resource.Id!)));
        var folder = System.IO.Path.GetDirectoryName(target)!;
        if (!Directory.Exists(folder)) throw CommandErrors.DirectoryNotFound(Path!, folder);
        if (_targets.Contains(target)) throw CommandErrors.SameFile(target);
        if (File.Exists(target) && !Force) throw CommandErrors.FileExists(target);
        var doing = $"Save {PartOf}{resource} to '{target}'";
        if (!ShouldProcess(doing, $"{doing}?", "Confirm")) return static (_, _) => Task.FromResult<object?>(null);

        _targets.Add(target);
        // One bar for all the files of the pipeline.
        var progress = (Progress ??= new CommandProgress(this, MyInvocation.MyCommand.Name, Session.Client.Time)).AddFile();
        var (force, filter) = (Force.IsPresent, new Filter(MaxUnpackedMB, IsGuarded, Sink, target));
        return (request, context) => SaveAsync(
            target, force, filter, stream => context.Client.DownloadAsync(request, stream, context.Sink, progress, context.Cancellation),
                context.Cancellation);
    }

    /// <summary>Gives the file as Get-Item does: with what its table shows, and with the path that the next cmdlet binds to.</summary>
    protected override IEnumerable<object> Output(object item) => item is FileInfo file
        ? InvokeProvider.Item.Get([file.FullName], force: true, literalPath: true) : base.Output(item);

    private static async Task<object?> SaveAsync(string target, bool force, Filter filter, Func<Stream, Task> download,
        CancellationToken cancellation)
    {
        // Beside the target, so that a move is enough; with a short name of its own, so that the target's may be as long as the system
        // allows.
        var partial = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(target)!, "." + Guid.NewGuid().ToString("N").Substring(0, 8)
            + ".part");
        var unpacked = System.IO.Path.ChangeExtension(partial, "open");
        try
        {
            using (var stream = PrivateFile.Open(partial, FileMode.CreateNew, FileShare.None, 80 * 1024, useAsync: true))
            {
                await download(stream).ConfigureAwait(false);
            }
            var whole = await UnpackAsync(partial, unpacked, filter, cancellation).ConfigureAwait(false) ? unpacked : partial;
            PutInPlace(whole, target, force);
            return new FileInfo(target);
        }
        catch (InvalidDataException failure)
        {
            throw CommandErrors.CannotUnpack(target, failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or IntercomApiException { Code: WriteFailed })
        {
            throw new IntercomApiException($"'{target}' could not be written: {(failure.InnerException ?? failure).Message}",
                failure) { Code = WriteFailed, Outcome = RequestOutcome.NotApplied };
        }
        finally
        {
            Remove(partial);
            Remove(unpacked);
        }
    }

    /// <summary>Gives the file its name. What was not there at first may have come meanwhile, and is replaced only with -Force.</summary>
    private static void PutInPlace(string whole, string target, bool force)
    {
        if (!force || !File.Exists(target))
        {
            try
            {
                File.Move(whole, target);
                return;
            }
            catch (IOException) when (File.Exists(target))
            {
                if (!force) throw CommandErrors.FileExists(target);
            }
        }
        File.Replace(whole, target, null);
    }

    private static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Its name says that it is a part; the failure that left it behind is the one to tell.
        }
    }

    /// <summary>
    /// Unpacks gzip, and a zip of one file; a zip of several stays as it is, under a name that says so. What is not packed is copied only
    /// to be guarded. False when the file is to stay as it came.
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
                $"it holds {archive.Entries.Count} files ({string.Join(", ", archive.Entries.Take(5).Select(entry => entry.FullName))})");
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
