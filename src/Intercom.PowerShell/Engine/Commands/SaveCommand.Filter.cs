using Intercom.Csv;
using Intercom.Http;

namespace Intercom.PowerShell;

public abstract partial class SaveCommand
{
    /// <summary>
    /// Copies a download to its file. Compressed files are unpacked up to a limit, and tables are made safe for spreadsheets.
    /// </summary>
    private sealed record Filter(int MaxUnpackedMB, bool IsGuarded, IDiagnosticSink Sink, string Target)
    {
        public async Task CopyAsync(Stream content, string path, bool isPacked, CancellationToken cancellation)
        {
            using var file = PrivateFile.Open(path, FileMode.CreateNew, FileShare.None, 80 * 1024, useAsync: true);
            var chunk = new byte[80 * 1024];
            var (room, read) = (isPacked ? MaxUnpackedMB * 1024L * 1024 : long.MaxValue,
                await ReadSampleAsync(content, chunk, cancellation).ConfigureAwait(false));
            var guard = IsGuarded && CsvText.LooksLikeCsv(chunk, read) ? new CsvGuard() : null;
            // A byte order mark belongs to the file, not to its first cell.
            var passed = guard is null ? 0 : CsvText.MarkLength(chunk, read);
            await file.WriteAsync(chunk, 0, passed, cancellation).ConfigureAwait(false);
            do
            {
                // The size that a compressed file declares may be wrong, so the unpacked bytes are counted.
                if ((room -= read) < 0) throw new InvalidDataException($"it unpacks to more than {MaxUnpackedMB} MB");
                if (guard is null) await file.WriteAsync(chunk, 0, read, cancellation).ConfigureAwait(false);
                else
                {
                    var ready = guard.Pass(chunk, passed, read - passed);
                    await file.WriteAsync(ready.Array!, ready.Offset, ready.Count, cancellation).ConfigureAwait(false);
                    passed = 0;
                }
            }
            while ((read = await content.ReadAsync(chunk, 0, chunk.Length, cancellation).ConfigureAwait(false)) > 0);
            if (guard is not null)
            {
                var last = guard.End();
                await file.WriteAsync(last.Array!, last.Offset, last.Count, cancellation).ConfigureAwait(false);
            }
            if (IsGuarded) ReportGuarded(guard?.Guarded);
        }

        private void ReportGuarded(long? guarded)
        {
            var message = guarded is null ? "the file is not CSV in UTF-8, so its cells were not made safe for spreadsheets."
                : $"{guarded.Value.ToString("N0", CultureInfo.InvariantCulture)} cells that a spreadsheet could run as formulas were "
                    + "prefixed with an apostrophe. Use -Raw to keep them unchanged.";
            Sink.Write(new DiagnosticEvent(DiagnosticKind.Verbose, $"'{Target}': {message}"));
        }

        /// <summary>Reads until there is enough to detect the format. A stream may return fewer bytes per read.</summary>
        private static async Task<int> ReadSampleAsync(Stream content, byte[] chunk, CancellationToken cancellation)
        {
            var count = 0;
            while (count < CsvText.Sample)
            {
                var read = await content.ReadAsync(chunk, count, chunk.Length - count, cancellation).ConfigureAwait(false);
                if (read == 0) break;
                count += read;
            }
            return count;
        }
    }
}
