namespace Intercom.Benchmarks.Rows;

/// <summary>Import-Module in new processes, against a compiled module with one cmdlet that does nothing.</summary>
internal sealed class ImportRow : Row
{
    private const int Allowed = 100;

    public override string Name => "import";

    public override IEnumerable<Line> Measure(Bench bench)
    {
        var folder = Directory.CreateTempSubdirectory("intercom-bench-empty");
        try
        {
            var empty = EmptyModule.Write(folder.FullName);
            var (ours, theirs) = (new List<double[]>(), new List<double[]>());
            for (var i = 0; i <= bench.Options.Processes; i++)
            {
                var (one, other) = (OwnProcess.Numbers("import", empty), OwnProcess.Numbers("import", Module.Manifest));
                // The first pair only brings the files into the memory.
                if (i == 0) continue;
                theirs.Add(one);
                ours.Add(other);
            }
            var (baseline, median) = (Median(theirs.Select(one => one[0])), Median(ours.Select(one => one[0])));
            var (baselineUsed, used) = (Median(theirs.Select(one => one[1])), Median(ours.Select(one => one[1])));
            var work = $"Import-Module, {bench.Options.Processes} new processes";
            return
            [
                new Line(work, "empty compiled module", Report.Milliseconds(baseline)) { Ratio = Report.Times(1),
                    Note = $"processor {Report.Milliseconds(baselineUsed)}" },
                new Line(work, "Intercom", Report.Milliseconds(median))
                {
                    Ratio = Report.Times(median / baseline), Target = $"{Allowed} ms above empty", Reached = median - baseline <= Allowed,
                    Note = $"{Report.Milliseconds(median - baseline)} above; processor {Report.Milliseconds(used)}",
                },
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
