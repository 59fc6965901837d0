namespace Intercom.Benchmarks.Rows;

/// <summary>Contacts read one by one, by id.</summary>
internal sealed class ByIdRow : Row
{
    public override string Name => "by-id";

    public override IEnumerable<Line> Measure(Bench bench)
    {
        var options = bench.Options;
        bench.Server.Set(0, options.Contacts);
        var ids = Bench.Ids(options.Ids);
        var node = bench.Node.Sdk;
        var curl = bench.Curl.Loop;
        return Compare($"{ids.Length:N0} contacts by id, 0 ms a request",
            new Subject("C# loop", () =>
                bench.Floor.ByIdAsync(ids).GetAwaiter().GetResult()) { IsHere = true, Expected = ids.Length, Rounds = options.Rounds },
            new Subject("ids piped to Get-IntercomContact", () =>
                (long)bench.Engine.Run("$args[0] | Get-IntercomContact | Measure-Stream", [ids])!) { IsHere = true, Expected = ids.Length,
                Rounds = options.Rounds },
            new Subject("node SDK", node is null ? null : () =>
                node.Run("byId", ids.Length)) { Expected = ids.Length, Rounds = options.SlowRounds, Note = bench.Node.Reason ?? "" },
            new Subject("curl and jq", curl is null ? null : () =>
                curl.ById(ids)) { Expected = ids.Length, WarmUp = () => { }, Note = bench.Curl.Reason ?? "" });
    }
}
