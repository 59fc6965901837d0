using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Json.Schema;

namespace Intercom.Sandbox.Tests.Described;

/// <summary>Every answer of the sandbox is valid against Intercom's own description of it.</summary>
public sealed partial class DescribedAnswerTests
{
    /// <summary>The calls are those of the operations of 2.14, which later versions have too, in other shapes.</summary>
    [Theory]
    [InlineData("2.14")]
    [InlineData("2.16")]
    public async Task Each_answer_has_the_described_shape(string version)
    {
        var description = Description.Load(version);
        Assert.SkipWhen(description is null, "Intercom's description of the API is not here.");
        var called = Description.Load("2.14")!.Operations.ToList();
        var calls = await CallScript.RunAsync(new Workspace(), version: version);
        var faults = new SortedSet<string>(StringComparer.Ordinal);
        var names = new NameCheck(description);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var call in calls)
        {
            if (description.OperationOf(call.Method, call.Path) is not { } operation)
            {
                faults.Add($"{call.Line}: no such operation");
                continue;
            }
            seen.Add(operation);
            if (Encoding.UTF8.GetString(call.Response.Body).Contains("intercom.io", StringComparison.Ordinal))
            {
                faults.Add($"{operation}: an address names Intercom");
            }
            if (!description.Knows(operation, call.Response.Status))
            {
                faults.Add($"{operation}: status {call.Response.Status} is not described");
            }
            if (description.SchemaOf(operation, call.Response.Status) is not { } schema || call.Json is not { } json) continue;
            names.Add(json, schema, operation);
            foreach (var example in description.ExamplesOf(operation, call.Response.Status)) names.AddExample(example, schema, operation);
            var result = description.Evaluable(schema).Evaluate(
                JsonSerializer.SerializeToElement(json), new EvaluationOptions { OutputFormat = OutputFormat.Hierarchical });
            foreach (var fault in Faults(result)) faults.Add($"{operation}: {fault}");
        }
        faults.UnionWith(called.Except(seen).Select(operation => $"{operation}: not called"));
        faults.UnionWith(names.Missing.Select(name => "missing " + name));
        faults.UnionWith(names.Unknown.Select(name => "unknown " + name));
        KnownFaults.RequireNone(faults, version);
    }

    /// <summary>What is wrong and where, the elements of a list taken together.</summary>
    private static IEnumerable<string> Faults(EvaluationResults result)
    {
        if (result.IsValid) return [];
        var place = Index().Replace(result.InstanceLocation.ToString(), "/*");
        return (result.Errors ?? new Dictionary<string, string>()).Where(error => error.Value.Length > 0)
            .Select(error => $"{place} {error.Key}: {error.Value}")
            .Concat((result.Details ?? []).SelectMany(Faults));
    }

    [GeneratedRegex(@"/\d+(?=/|$)")]
    private static partial Regex Index();
}
