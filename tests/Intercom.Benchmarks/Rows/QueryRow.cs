using System.Diagnostics;
using Intercom.Benchmarks.Micro;
using Intercom.Query;

namespace Intercom.Benchmarks.Rows;

/// <summary>How long a query is checked and completed before it is sent.</summary>
internal sealed class QueryRow : Row
{
    public override string Name => "query";

    public override IEnumerable<Line> Measure(Bench bench)
    {
        yield return Compiled("15 conditions", Queries.Typical, bench.Options, 1);
        yield return Compiled("15 groups of 15", Queries.Largest, bench.Options, null);
        yield return Compiled("300 conditions in one list", Queries.Flat, bench.Options, null);
    }

    private static Line Compiled(string words, SearchQuery query, Options options, double? most)
    {
        for (var i = 0; i < 200; i++) Queries.Compile(query);
        var times = Enumerable.Range(0, options.Quick ? 20 : 200).Select(_ =>
        {
            var watch = Stopwatch.StartNew();
            Queries.Compile(query);
            return watch.Elapsed.TotalMilliseconds;
        });
        var median = Median(times);
        return new Line("a query checked and completed", words, Report.Milliseconds(median)) { Target = most is null ? "" : $"{most} ms",
            Reached = most is null ? null : median <= most, Note = Queries.Compile(query).IsValid ? "" : "refused: too large to be sent" };
    }
}
