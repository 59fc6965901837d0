namespace Intercom.Benchmarks.Rows;

/// <summary>The first contact alone: how many requests and items it costs, counted by the server.</summary>
internal sealed class FirstRow : Row
{
    public override string Name => "first";

    public override IEnumerable<Line> Measure(Bench bench)
    {
        yield return Count(bench, "Get-IntercomContact -First 1", "Get-IntercomContact -First 1 | Measure-Stream", mostItems: 1,
            "one request for one item");
        // The pipeline is stopped from below here, which the cmdlet learns only after the page has been asked for.
        yield return Count(bench, "Get-IntercomContact | Take-First", "Get-IntercomContact | Take-First | Measure-Stream", mostItems: 150,
            "one request");
    }

    private static Line Count(Bench bench, string subject, string script, int mostItems, string target)
    {
        bench.Server.Set(0, bench.Options.Contacts);
        var found = (long)bench.Engine.Run(script)!;
        // A request too many would be under way by now.
        System.Threading.Thread.Sleep(200);
        var count = bench.Server.Count();
        return new Line("-First 1", subject, $"{count.Requests} request")
        {
            Target = target, Reached = found == 1 && count.Requests == 1 && count.Items <= mostItems,
            Note = $"{count.Items} item(s) on the wire",
        };
    }
}
