using System;
using System.Diagnostics;
using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>
/// The progress bar of a command that takes longer than a second: how many of how many, how fast, how long yet. It always ends completed. Each place in the pipeline
/// has a bar of its own, so that reading and writing show side by side.
/// </summary>
internal sealed class CommandProgress(PSCmdlet command, string activity) : IDisposable
{
    private const int FirstActivity = 730_100;
    private const long Patience = 1000;
    private const long Pause = 250;

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private long _shownAt;
    private long _done;
    private long _failed;

    /// <summary>How much there is to do; null when nobody knows.</summary>
    public long? Total { get; set; }

    /// <summary>True for bytes, which are told in megabytes.</summary>
    public bool InBytes { get; init; }

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

    /// <summary>Sets how much is done.</summary>
    public void Reach(long done)
    {
        _done = done;
        Show();
    }

    /// <summary>Shows the bar, four times a second at most.</summary>
    public void Show()
    {
        var now = _watch.ElapsedMilliseconds;
        if (now < Patience || (_shownAt > 0 && now - _shownAt < Pause)) return;
        _shownAt = now;
        command.WriteProgress(Record(now));
    }

    private ProgressRecord Record(long now)
    {
        var rate = _done * 1000.0 / now;
        var record = new ProgressRecord(Id, activity, Words(rate));
        if (Total is > 0 && _done > 0)
        {
            record.PercentComplete = (int)Math.Min(100, _done * 100.0 / Total.Value);
            record.SecondsRemaining = (int)Math.Min(int.MaxValue, Math.Max(0, (Total.Value - _done) / Math.Max(rate, 0.001)));
        }
        return record;
    }

    private string Words(double rate)
    {
        if (_done == 0) return "Waiting for the first answer";
        var done = Total is { } all ? $"{Amount(_done)} of {Amount(all)}" : Amount(_done);
        var failed = _failed > 0 ? $", {_failed:N0} failed" : "";
        return $"{done}{failed}, {Amount(rate)} a second";
    }

    private string Amount(double number) => InBytes ? $"{number / (1024 * 1024):N1} MB" : number < 10 && number != Math.Floor(number) ? $"{number:N1}" : $"{number:N0}";

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
}
