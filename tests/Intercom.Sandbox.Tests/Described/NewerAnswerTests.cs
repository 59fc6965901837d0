using System.Text.Json;
using Json.Schema;

namespace Intercom.Sandbox.Tests.Described;

/// <summary>The answers of the operations that versions 2.15 and 2.16 added are valid against Intercom's own description.</summary>
public sealed class NewerAnswerTests
{
    private const string File = "newer-calls.txt";

    /// <summary>
    /// The answers that contain a conversation, a ticket or a contact, whose newer shape other tests hold. Here only their status counts.
    /// </summary>
    private static bool IsWhole(string path) => path.EndsWith("/merge", StringComparison.Ordinal)
        || path.Contains("/linked_conversations", StringComparison.Ordinal) || path.EndsWith("/change_type", StringComparison.Ordinal);

    [Fact]
    public async Task Each_answer_has_the_described_shape()
    {
        var description = Description.Load("2.16");
        Assert.SkipWhen(description is null, "Intercom's description of the API is not here.");
        var faults = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var call in await CallScript.RunAsync(new Workspace(), File, "2.16"))
        {
            if (description.OperationOf(call.Method, call.Path) is not { } operation)
            {
                faults.Add($"{call.Line}: no such operation");
                continue;
            }
            if (!description.Knows(operation, call.Response.Status)) faults.Add($"{operation}: status {call.Response.Status}");
            if (IsWhole(call.Path) || !IsNew(call.Method, call.Path)) continue;
            if (description.SchemaOf(operation, call.Response.Status) is not { } schema || call.Json is not { } json) continue;
            var result = description.Evaluable(schema).Evaluate(
                JsonSerializer.SerializeToElement(json), new EvaluationOptions { OutputFormat = OutputFormat.Hierarchical });
            faults.UnionWith(Faults(result).Select(fault => $"{operation}: {fault}"));
        }
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    /// <summary>A request with an earlier version is refused, as by Intercom.</summary>
    [Theory]
    [InlineData("2.14", "/brands", 400)]
    [InlineData("2.15", "/brands", 200)]
    [InlineData("2.15", "/macros", 400)]
    [InlineData("2.15", "/conversations/attributes", 400)]
    [InlineData("2.14", "/conversations/deleted", 400)]
    [InlineData("2.16", "/conversations/deleted", 200)]
    [InlineData("2.15", "/teams/6001/metrics", 400)]
    [InlineData("2.14", "/fin_voice/external_id/call-1", 400)]
    [InlineData("2.15", "/fin_voice/external_id/call-1", 200)]
    [InlineData("2.15", "/messages/status?ruleset_id=8801", 400)]
    [InlineData("2.14", "/export/workflows/1501", 400)]
    public async Task A_version_has_the_operations_that_it_introduced(string version, string address, int status)
    {
        var parts = address.Split('?', 2);
        var answer = await new Workspace().Sandbox.HandleAsync(
            new SandboxRequest("GET", parts[0], parts.Length > 1 ? parts[1] : "", null, new Dictionary<string, string>
            {
                ["Authorization"] = "Bearer any", ["Intercom-Version"] = version,
            }),
            CancellationToken.None);
        Assert.Equal(status, answer.Status);
    }

    /// <summary>True for an operation that 2.14 does not have.</summary>
    private static bool IsNew(string method, string path) =>
        !(path.StartsWith("/tickets", StringComparison.Ordinal) || path.StartsWith("/ticket_", StringComparison.Ordinal)
            || path == "/companies" || path.StartsWith("/contacts/find", StringComparison.Ordinal)
            || (method == "DELETE" && path == "/conversations/100114"));

    private static IEnumerable<string> Faults(EvaluationResults result) => result.IsValid ? []
        : (result.Errors ?? new Dictionary<string, string>()).Where(error => error.Value.Length > 0)
            .Select(error => $"{result.InstanceLocation} {error.Key}: {error.Value}").Concat((result.Details ?? []).SelectMany(Faults));
}
