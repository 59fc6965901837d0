using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>
/// The progress bar of a command that runs longer than a second. It shows the items done, the total, the rate and the remaining time, and
/// is always completed. Each position in the pipeline has its own bar, so reading and writing appear side by side.
/// </summary>
internal sealed class CommandProgress(PSCmdlet command, string activity, TimeProvider time) : IDisposable
{
    private const int FirstActivity = 730_100;
    private const long ShowAfter = 1000;
    private const long UpdateEvery = 250;

    private readonly long _began = time.GetTimestamp();
    private long _shownAt;
    private long _done;
    private long _failed;
    private long _bytes;
    private long _size;
    private int _files;

    /// <summary>The total number of items; null when it is unknown.</summary>
    public long? Total { get; set; }

    /// <summary>Counts a completed item.</summary>
    public void Advance()
    {
        // With a known total, items can arrive fast, so the clock is read for every 16th item only.
        if ((++_done & 15) == 0 || Total is null) Show();
    }

    /// <summary>Counts a failed item.</summary>
    public void Fail()
    {
        _done++;
        _failed++;
        Show();
    }

    /// <summary>
    /// Adds a file that is being downloaded. Its progress may be reported from any thread, and appears with the next <see cref="Show"/>.
    /// </summary>
    public IProgress<DownloadProgress> AddFile()
    {
        _files++;
        return new FileProgress(this);
    }

    /// <summary>Updates the bar, at most four times per second.</summary>
    public void Show()
    {
        var now = (long)time.GetElapsedTime(_began).TotalMilliseconds;
        if (now < ShowAfter || (_shownAt > 0 && now - _shownAt < UpdateEvery)) return;
        _shownAt = now;
        command.WriteProgress(Record(now));
    }

    private ProgressRecord Record(long now)
    {
        var bytes = Interlocked.Read(ref _bytes);
        // With several files, the sizes of later ones are unknown.
        var (done, total) = bytes == 0 ? (_done, Total) : (bytes, _files == 1 && Interlocked.Read(ref _size) is > 0 and var size
            ? size : null);
        var rate = done * 1000.0 / now;
        var record = new ProgressRecord(Id, activity, Status(done, total, rate, inBytes: bytes > 0));
        if (total is > 0 && done > 0)
        {
            record.PercentComplete = (int)Math.Min(100, done * 100.0 / total.Value);
            record.SecondsRemaining = (int)Math.Min(int.MaxValue, Math.Max(0, (total.Value - done) / Math.Max(rate, 0.001)));
        }
        return record;
    }

    private string Status(long done, long? total, double rate, bool inBytes)
    {
        if (done == 0) return "Waiting for the first response";
        var files = inBytes && _files > 1 ? $"{_done:N0} files, " : "";
        var amount = total is { } all ? $"{Amount(done, inBytes)} of {Amount(all, inBytes)}"
            : inBytes ? Amount(done, inBytes) : $"{Amount(done, inBytes)} done";
        var failed = _failed > 0 ? $", {_failed:N0} failed" : "";
        return $"{files}{amount}{failed}, {Amount(rate, inBytes)} per second";
    }

    private static string Amount(double number, bool inBytes) => inBytes
        ? $"{number / (1024 * 1024):N1} MB" : number < 10 && number != Math.Floor(number) ? $"{number:N1}" : $"{number:N0}";

    private int Id => FirstActivity + command.MyInvocation.PipelinePosition;

    public void Dispose()
    {
        if (_shownAt == 0) return;
        _shownAt = 0;
        try
        {
            command.WriteProgress(new ProgressRecord(Id, activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
        catch (PipelineStoppedException)
        {
            // The pipeline was stopped, and the host has already removed the bar.
        }
    }

    private sealed class FileProgress(CommandProgress bar) : IProgress<DownloadProgress>
    {
        private DownloadProgress _last;

        public void Report(DownloadProgress value)
        {
            Interlocked.Add(ref bar._bytes, value.Bytes - _last.Bytes);
            Interlocked.Add(ref bar._size, (value.Total ?? 0) - (_last.Total ?? 0));
            _last = value;
        }
    }
}
