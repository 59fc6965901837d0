namespace Intercom.Sandbox.Tests.Described;

/// <summary>What the sandbox refuses, it refuses as Intercom's description shows: with the same status, code and message.</summary>
public sealed class RefusalTests
{
    [Fact]
    public async Task Each_refusal_has_the_described_status_code_and_message()
    {
        var calls = await CallScript.RunAsync(new Workspace(), "refusals.txt");
        var faults = calls.Where(call => call.Expected is not null)
            .Select(call => (call.Expected, Seen: Refusal(call), call.Line))
            .Where(call => call.Seen != call.Expected)
            .Select(call => $"{call.Line}\n  answered {call.Seen}").ToList();
        Assert.True(faults.Count == 0, string.Join("\n", faults));
        Assert.True(calls.Count(call => call.Expected is not null) > 100);
    }

    [Fact]
    public async Task Each_refusal_of_the_description_is_tested()
    {
        var description = Description.Load("2.14");
        Assert.SkipWhen(description is null, "Intercom's description of the API is not here.");
        var tested = (await CallScript.RunAsync(new Workspace(), "refusals.txt"))
            .Where(call => call.Expected is not null)
            .Select(call => $"{description.OperationOf(call.Method, call.Path)}: {call.Expected}").ToHashSet(StringComparer.Ordinal);
        var described = description.Operations.SelectMany(operation => new[] { 400, 404, 409, 422, 429 }.SelectMany(status =>
            description.ExamplesOf(operation, status).Select(example => example["errors"]?[0]).OfType<JsonObject>()
                .Select(error => $"{operation}: {status} {error["code"]} {error["message"]}")));
        KnownFaults.RequireNone(described.Except(tested).Select(refusal => "not tested: " + refusal));
    }

    private static string Refusal(Called call) =>
        $"{call.Response.Status} {call.Json?["errors"]?[0]?["code"]} {call.Json?["errors"]?[0]?["message"]}";
}
