using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>
/// The progress bar of a command that takes longer than a second: the number of items done, the total, the speed and the remaining time. It
/// always ends completed. Each place in the pipeline has a bar of its own, so that reading and writing show side by side.
/// </summary>
internal sealed class CommandProgress(PSCmdlet command, string activity, TimeProvider time) : IDisposable
{
    private const int FirstActivity = 730_100;
    private const long Patience = 1000;
    private const long Pause = 250;

    private readonly long _began = time.GetTimestamp();
    private long _shownAt;
    private long _done;
    private long _failed;
    private long _bytes;
    private long _size;
    private int _files;

    /// <summary>How much there is to do; null when nobody knows.</summary>
    public long? Total { get; set; }

    /// <summary>Counts one thing that is done.</summary>
    public void Advance()
    {
        // A list of many items asks the clock now and then only.
        if ((++_done & 15) == 0 || Total is null) Show();
    }

    /// <summary>Counts one that failed.</summary>
    public void Fail()
    {
        _done++;
        _failed++;
        Show();
    }

    /// <summary>
    /// Counts in a file that is fetched. What comes of it may be told from any thread; it shows with the next <see cref="Show"/>.
    /// </summary>
    public IProgress<DownloadProgress> AddFile()
    {
        _files++;
        return new FileProgress(this);
    }

    /// <summary>Shows the bar, four times a second at most.</summary>
    public void Show()
    {
        var now = (long)time.GetElapsedTime(_began).TotalMilliseconds;
        if (now < Patience || (_shownAt > 0 && now - _shownAt < Pause)) return;
        _shownAt = now;
        command.WriteProgress(Record(now));
    }

    private ProgressRecord Record(long now)
    {
        var bytes = Interlocked.Read(ref _bytes);
        // Of several files the sizes of those to come are not known.
        var (done, total) = bytes == 0 ? (_done, Total) : (bytes, _files == 1 && Interlocked.Read(ref _size) is > 0 and var size
            ? size : null);
        var rate = done * 1000.0 / now;
        var record = new ProgressRecord(Id, activity, Words(done, total, rate, inBytes: bytes > 0));
        if (total is > 0 && done > 0)
        {
            record.PercentComplete = (int)Math.Min(100, done * 100.0 / total.Value);
            record.SecondsRemaining = (int)Math.Min(int.MaxValue, Math.Max(0, (total.Value - done) / Math.Max(rate, 0.001)));
        }
        return record;
    }

    private string Words(long done, long? total, double rate, bool inBytes)
    {
        if (done == 0) return "Waiting for the first answer";
        var files = inBytes && _files > 1 ? $"{_done:N0} files, " : "";
        var amount = total is { } all ? $"{Amount(done, inBytes)} of {Amount(all, inBytes)}" : Amount(done, inBytes);
        var failed = _failed > 0 ? $", {_failed:N0} failed" : "";
        return $"{files}{amount}{failed}, {Amount(rate, inBytes)} a second";
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
            // Stopped: the host has taken the bar away itself.
        }
    }

    private sealed class FileProgress(CommandProgress bar) : IProgress<DownloadProgress>
    {
        private DownloadProgress _told;

        public void Report(DownloadProgress value)
        {
            Interlocked.Add(ref bar._bytes, value.Bytes - _told.Bytes);
            Interlocked.Add(ref bar._size, (value.Total ?? 0) - (_told.Total ?? 0));
            _told = value;
        }
    }
}
