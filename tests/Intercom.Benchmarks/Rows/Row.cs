using System.Diagnostics;

namespace Intercom.Benchmarks.Rows;

/// <summary>One who does a piece of work.</summary>
/// <param name="Name">Who it is.</param>
/// <param name="Run">Does the work and says for how many items; null where the subject is not here.</param>
internal sealed record Subject(string Name, Func<long>? Run)
{
    /// <summary>For how many items it must have been done: a wrong answer is not measured.</summary>
    public long Expected { get; init; }

    /// <summary>How often it is measured.</summary>
    public int Rounds { get; init; } = 1;

    /// <summary>What is done once before; null for the work itself.</summary>
    public Action? WarmUp { get; init; }

    /// <summary>What the time is multiplied with, where only a part of the work was done.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>The most that the ratio to the reference may be.</summary>
    public double? Target { get; init; }

    /// <summary>The target in words.</summary>
    public string TargetWords { get; init; } = "";

    /// <summary>Which subject the target is measured against; null for the first.</summary>
    public string? Against { get; init; }

    /// <summary>
    /// True when it runs in this process, whose processor time is then told too: it hardly minds what else the machine does.
    /// </summary>
    public bool IsHere { get; init; }

    /// <summary>What else is to be said.</summary>
    public string Note { get; init; } = "";
}

/// <summary>A row of the table.</summary>
internal abstract class Row
{
    /// <summary>The name for --only.</summary>
    public abstract string Name { get; }

    /// <summary>Measures.</summary>
    public abstract IEnumerable<Line> Measure(Bench bench);

    protected static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>
    /// Measures the subjects in turn, round by round, so that a disturbance of the machine meets all of them, and compares their medians.
    /// </summary>
    protected static IEnumerable<Line> Compare(string work, params Subject[] subjects)
    {
        var times = subjects.ToDictionary(subject => subject.Name, _ => new List<double>());
        var processor = subjects.ToDictionary(subject => subject.Name, _ => new List<double>());
        foreach (var subject in subjects)
        {
            if (subject.Run is null) continue;
            if (subject.WarmUp is not null) subject.WarmUp();
            else subject.Run();
        }
        for (var round = 0; round < subjects.Max(subject => subject.Rounds); round++)
        {
            foreach (var subject in subjects.Where(subject => subject.Run is not null && round < subject.Rounds))
            {
                // Nobody pays for another's garbage.
                GC.Collect();
                GC.WaitForPendingFinalizers();
                var used = Environment.CpuUsage.TotalTime;
                var watch = Stopwatch.StartNew();
                var count = subject.Run!();
                watch.Stop();
                processor[subject.Name].Add((Environment.CpuUsage.TotalTime - used).TotalMilliseconds * subject.Scale);
                if (count != subject.Expected)
                    throw new InvalidOperationException($"{work}, {subject.Name}: {count} items instead of {subject.Expected}.");
                times[subject.Name].Add(watch.Elapsed.TotalMilliseconds * subject.Scale);
            }
        }
        double? first = null;
        foreach (var subject in subjects)
        {
            if (subject.Run is null)
            {
                yield return new Line(work, subject.Name) { Target = subject.TargetWords, Note = "skipped: " + subject.Note };
                continue;
            }
            var median = Median(times[subject.Name]);
            first ??= median;
            yield return new Line(work, subject.Name, Report.Milliseconds(median))
            {
                Ratio = Report.Times(median / first.Value),
                Target = subject.TargetWords,
                Reached = subject.Target is { } target
                    ? median <= target * (subject.Against is null ? first.Value : Median(times[subject.Against])) : null,
                Note = subject.IsHere ? $"processor {Report.Milliseconds(Median(processor[subject.Name]))}" : subject.Note,
            };
        }
    }
}
