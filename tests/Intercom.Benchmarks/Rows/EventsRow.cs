namespace Intercom.Benchmarks.Rows;

/// <summary>Events sent through the write window, at several widths.</summary>
internal sealed class EventsRow : Row
{
    private const int Latency = 20;

    public override string Name => "events";

    public override IEnumerable<Line> Measure(Bench bench)
    {
        var options = bench.Options;
        bench.Server.Set(Latency, options.Contacts);
        var ids = Bench.Ids(options.Events);
        var few = ids[..Math.Min(100, ids.Length)];
        long Ours(int width, string[] to)
        {
            var before = bench.Server.Count().Requests;
            bench.Engine.Run("$args[1] | Send-IntercomEvent placed-order -ThrottleLimit $args[0]", width, to);
            return bench.Server.Count().Requests - before;
        }
        Subject Width(int width, int rounds, double? target, string words) =>
            new($"Send-IntercomEvent -ThrottleLimit {width}", () => Ours(width, ids))
        {
            IsHere = true, Expected = ids.Length, Rounds = rounds, WarmUp = () => Ours(width, few), Target = target, TargetWords = words,
        };
        var node = bench.Node.Sdk;
        var curl = bench.Curl.Loop;
        return Compare($"{ids.Length:N0} events, {Latency} ms a request",
            Width(1, 1, null, ""),
            Width(8, options.SlowRounds, 1 / 7.0, "1/7 of one by one"),
            Width(32, options.SlowRounds, 1 / 25.0, "1/25 of one by one"),
            new Subject("C# loop", () =>
                bench.Floor.EventsAsync(ids).GetAwaiter().GetResult()) { IsHere = true, Expected = ids.Length, WarmUp = () =>
                bench.Floor.EventsAsync(few).GetAwaiter().GetResult() },
            new Subject("node SDK, 16 at once", node is null ? null : () =>
                node.Run("events", ids.Length)) { Expected = ids.Length, Rounds = options.SlowRounds, Note = bench.Node.Reason ?? "" },
            new Subject("curl", curl is null ? null : () => curl.Events(few))
            {
                Expected = few.Length, WarmUp = () => { }, Scale = (double)ids.Length / few.Length, Note = bench.Curl.Reason
                    ?? $"{few.Length} sent, the time taken as many times over",
            });
    }
}
