using System;
using System.Diagnostics;
using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>A progress bar for a list that takes longer than a second; it always ends completed.</summary>
internal sealed class ListProgress(Cmdlet command, string what) : IDisposable
{
    private const int Activity = 730_002;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private long _count;
    private long _shownAt;

    /// <summary>Counts one item; shows the bar at most four times a second.</summary>
    public void Advance(long? total)
    {
        _count++;
        if ((_count & 15) != 0) return;
        var now = _watch.ElapsedMilliseconds;
        if (now < 1000 || now - _shownAt < 250) return;
        _shownAt = now;
        var rate = _count * 1000.0 / now;
        var record = new ProgressRecord(Activity, $"Reading {what}", total is { } all ? $"{_count:N0} of {all:N0}, {rate:N0} a second" : $"{_count:N0}, {rate:N0} a second");
        if (total is > 0)
        {
            record.PercentComplete = (int)Math.Min(100, _count * 100 / total.Value);
            record.SecondsRemaining = (int)Math.Max(0, (total.Value - _count) / Math.Max(rate, 0.001));
        }
        command.WriteProgress(record);
    }

    public void Dispose()
    {
        if (_shownAt == 0) return;
        try
        {
            command.WriteProgress(new ProgressRecord(Activity, $"Reading {what}", "Done") { RecordType = ProgressRecordType.Completed });
        }
        catch (PipelineStoppedException)
        {
            // Stopped: the host has taken the bar away itself.
        }
    }
}
