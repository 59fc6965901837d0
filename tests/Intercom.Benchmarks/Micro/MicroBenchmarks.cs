using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Intercom.Benchmarks.Server;
using Intercom.Benchmarks.Subjects;
using Intercom.Http;
using Intercom.Json;
using Intercom.Paging;
using Intercom.PowerShell;
using Intercom.Query;

namespace Intercom.Benchmarks.Micro;

/// <summary>The small parts of the work: an item read, a request bound, a query translated and compiled.</summary>
[MemoryDiagnoser]
public class MicroBenchmarks : IDisposable
{
    private readonly byte[] _contact = Encoding.UTF8.GetBytes(ItemText.Contact(7));
    private readonly byte[] _conversation = Encoding.UTF8.GetBytes(ItemText.Conversation(7));
    private readonly byte[] _page = Encoding.UTF8.GetBytes(
        $$"""{"type":"list","pages":{"next":null},"data":[{{string.Join(',', Enumerable.Range(0, 150).Select(ItemText.Contact))}}]}""");
    private readonly Engine _engine = new();
    private readonly SessionState _state;
    private readonly ScriptBlock _block = ScriptBlock.Create(
        "$_.Role -eq 'user' -and $_.CreatedAt -gt '2024-05-01' -and ($_.Email -like '*@example.com' -or $_.CustomAttributes.plan -in "
        + "'team', 'business')");
    private readonly SetContactCommand _command = new() { ContactId = ["65b00000007c0ffee0000000"], Name = "Ada Brandt",
        Phone = "+353155500007" };
    private readonly Dictionary<string, object?> _bound = new(
        StringComparer.OrdinalIgnoreCase) { ["ContactId"] = new[] { "65b00000007c0ffee0000000" }, ["Name"] = "Ada Brandt",
        ["Phone"] = "+353155500007" };

    /// <summary>Starts the engine.</summary>
    public MicroBenchmarks() => _state = (SessionState)_engine.Run("$ExecutionContext.SessionState")!;

    /// <summary>A contact as the C# loop reads it.</summary>
    [Benchmark(Baseline = true)]
    public object? ContactByHand() => JsonSerializer.Deserialize(_contact, FloorJson.Default.FloorContact);

    /// <summary>A contact as the module reads it.</summary>
    [Benchmark]
    public object? Contact() => JsonSerializer.Deserialize(_contact, IntercomJson.TypeInfo(typeof(Contact)));

    /// <summary>A conversation as the module reads it.</summary>
    [Benchmark]
    public object? Conversation() => JsonSerializer.Deserialize(_conversation, IntercomJson.TypeInfo(typeof(Conversation)));

    /// <summary>A page of 150 contacts as the C# loop reads it.</summary>
    [Benchmark]
    public object? PageByHand() => JsonSerializer.Deserialize(_page, FloorJson.Default.FloorPage);

    /// <summary>The first look at a page of 150 contacts.</summary>
    [Benchmark]
    public object PageSkimmed() => PageEnvelope.Skim(_page, null);

    /// <summary>A page of 150 contacts skimmed and read.</summary>
    [Benchmark]
    public int Page()
    {
        var info = IntercomJson.TypeInfo(typeof(Contact));
        var count = 0;
        foreach (var (start, length) in PageEnvelope.Skim(_page, null).Items)
        {
            if (JsonSerializer.Deserialize(_page.AsSpan(start, length), info) is not null) count++;
        }
        return count;
    }

    /// <summary>The request of Set-IntercomContact.</summary>
    [Benchmark]
    public ApiRequest BindRequest()
    {
        var plan = CommandPlan.Of(typeof(SetContactCommand));
        return plan.Binder.Requests(_command, plan.Operations[0], ParameterAttribute.AllParameterSets, _bound).First();
    }

    /// <summary>A script block of five conditions read into a query.</summary>
    [Benchmark]
    public SearchQuery TranslateScriptBlock() => ScriptBlockQuery.Read(_block, _state, SearchResource.Contact, static _ => { });

    /// <summary>Fifteen conditions checked and completed.</summary>
    [Benchmark]
    public QueryPlan CompileFifteen() => Queries.Compile(Queries.Typical);

    /// <summary>Two hundred and twenty-five conditions checked and completed.</summary>
    [Benchmark]
    public QueryPlan CompileLargest() => Queries.Compile(Queries.Largest);

    /// <summary>Three hundred conditions in one list.</summary>
    [Benchmark]
    public QueryPlan CompileFlat() => Queries.Compile(Queries.Flat);

    /// <summary>Ends the engine.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _engine.Dispose();
        GC.SuppressFinalize(this);
    }
}
