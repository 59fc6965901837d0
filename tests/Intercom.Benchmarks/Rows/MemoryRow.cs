namespace Intercom.Benchmarks.Rows;

/// <summary>The peak of a process that streams many contacts, against one that streams few.</summary>
internal sealed class MemoryRow : Row
{
    private const double Allowed = 1.1;

    public override string Name => "memory";

    public override IEnumerable<Line> Measure(Bench bench)
    {
        var few = bench.Options.Contacts;
        var (small, large, sliced) = (Peaks(bench, few), Peaks(bench, 10 * few), Peaks(bench, few, " -Parallel 8"));
        yield return new Line("peak memory of a process", $"{few:N0} contacts", Megabytes(small.WorkingSet)) { Ratio = Report.Times(1),
            Note = $"most on the heap {Megabytes(small.Heap)}" };
        yield return new Line("peak memory of a process", $"{10 * few:N0} contacts", Megabytes(large.WorkingSet))
        {
            Ratio = Report.Times(large.WorkingSet / small.WorkingSet), Target = "1.1 x",
            Reached = large.WorkingSet <= Allowed * small.WorkingSet,
            Note = $"most on the heap {Megabytes(large.Heap)}",
        };
        // The server's searches know no more different contacts; that the pages ahead are bounded is tested.
        yield return new Line("peak memory of a process", $"{few:N0} contacts -Parallel 8",
            Megabytes(sliced.WorkingSet)) { Ratio = Report.Times(sliced.WorkingSet / small.WorkingSet),
            Note = $"most on the heap {Megabytes(sliced.Heap)}" };
    }

    private static (double WorkingSet, double Heap) Peaks(Bench bench, int items, string more = "")
    {
        bench.Server.Set(0, items);
        var peaks = Enumerable.Range(0, bench.Options.SlowRounds)
            .Select(_ => OwnProcess.Numbers("memory", bench.Server.Address.AbsoluteUri, items.ToString(CultureInfo.InvariantCulture), more))
                .ToArray();
        return (Median(peaks.Select(peak => peak[0])), Median(peaks.Select(peak => peak[1])));
    }

    private static string Megabytes(double bytes) => (bytes / (1024 * 1024)).ToString("0.0 MB", CultureInfo.InvariantCulture);
}
