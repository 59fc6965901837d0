namespace Intercom.Benchmarks.Rows;

/// <summary>All contacts, 150 a page.</summary>
internal sealed class PagingRow(int latency) : Row
{
    public override string Name => $"page-{latency}";

    public override IEnumerable<Line> Measure(Bench bench)
    {
        var options = bench.Options;
        bench.Server.Set(latency, options.Contacts);
        var rounds = latency == 0 ? options.Rounds : options.SlowRounds;
        long Ours(string more) => (long)bench.Engine.Run("Get-IntercomContact " + more + " | Measure-Stream")!;
        // With latency its own round is the warm-up too long: what is to be warm is warm from a page.
        var subjects = new List<Subject>
        {
            new("C# loop", () =>
                bench.Floor.PageAsync().GetAwaiter().GetResult()) { IsHere = true, Expected = options.Contacts, Rounds = rounds },
            new("Get-IntercomContact", () =>
                Ours("")) { IsHere = true, Expected = options.Contacts, Rounds = rounds, Target = latency == 0 ? 1.2 : null,
                TargetWords = latency == 0 ? "1.2 x the C# loop" : "" },
        };
        if (latency > 0)
            subjects.Add(new("Get-IntercomContact -Parallel 8", () =>
            Ours("-Parallel 8")) { IsHere = true, Expected = options.Contacts, Rounds = rounds, Target = 1 / 6.0,
            TargetWords = "1/6 of the C# loop" });
        subjects.Add(new("node SDK", bench.Node.Sdk is { } node ? () =>
            node.Run("page") : null) { Expected = options.Contacts, Rounds = options.SlowRounds, Note = bench.Node.Reason ?? "" });
        subjects.Add(new("curl and jq", bench.Curl.Loop is { } curl ? curl.Page : null) { Expected = options.Contacts, WarmUp = () => { },
            Note = bench.Curl.Reason ?? "" });
        return Compare($"{options.Contacts:N0} contacts, 150 a page, {latency} ms a request", [.. subjects]);
    }
}
