using Microsoft.Extensions.Time.Testing;

namespace Intercom.Sandbox.Tests;

/// <summary>What happens when the clock of the workspace is moved.</summary>
public sealed class ClockTests
{
    private readonly SandboxClock _clock = new(new FakeTimeProvider(new DateTimeOffset(2026, 3, 15, 12, 0, 0, TimeSpan.Zero)));
    private readonly Workspace _workspace;

    public ClockTests() => _workspace = new Workspace(_ => new SandboxOptions { Time = _clock });

    [Fact]
    public async Task A_snooze_ends_at_its_time_and_not_before()
    {
        var until = _clock.GetUtcNow().AddHours(2);
        await _workspace.Post(
            "/conversations/100111/parts",
            $$"""{"message_type":"snoozed","admin_id":"5001","snoozed_until":{{until.ToUnixTimeSeconds()}} }""");
        _clock.MoveTo(until.AddSeconds(-1));
        Assert.Equal("snoozed", await State());
        _clock.MoveTo(until);
        Assert.Equal("open", await State());
        var found = await _workspace.Search("conversations", """{"field":"state","operator":"=","value":"snoozed"}""", "conversations");
        Assert.DoesNotContain("100111", found.Select(conversation => conversation["id"]!.ToString()));
    }

    [Fact]
    public async Task The_snooze_of_a_ticket_ends_too()
    {
        var until = _clock.GetUtcNow().AddHours(2);
        await _workspace.Call("PUT", "/tickets/300039", new JsonObject { ["snoozed_until"] = until.ToUnixTimeSeconds() });
        Assert.NotNull((await _workspace.Get("/tickets/300039")).Json!["snoozed_until"]);
        _clock.MoveTo(until);
        Assert.Null((await _workspace.Get("/tickets/300039")).Json!["snoozed_until"]);
    }

    [Fact]
    public async Task An_export_expires_two_days_after_it_was_done()
    {
        var job = await _workspace.Post("/export/content/data", """{"created_at_after":1,"created_at_before":4034537776}""");
        var address = $"/content/data/{job.Json!["job_identifier"]}";
        var done = await _workspace.Get("/export" + address);
        Assert.Equal("completed", done.Json!["status"]!.ToString());
        _clock.MoveTo(_clock.GetUtcNow().AddDays(2).AddSeconds(1));
        Assert.Equal(404, (await _workspace.Get("/download" + address)).Status);
    }

    [Fact]
    public void The_clock_does_not_go_back()
    {
        var start = _clock.GetUtcNow();
        _clock.MoveTo(start.AddDays(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _clock.MoveTo(start));
        Assert.Equal(start.AddDays(1), _clock.GetUtcNow());
        Assert.Throws<ArgumentOutOfRangeException>(() => _clock.MoveTo(DateTimeOffset.MaxValue));
        // What was read a moment ago can be set again.
        _clock.MoveTo(start.AddDays(1).AddMilliseconds(-5));
        Assert.Equal(start.AddDays(1), _clock.GetUtcNow());
    }

    [Fact]
    public async Task The_budget_goes_by_the_clock_that_clients_have()
    {
        var before = (await _workspace.Get("/me")).Headers["X-RateLimit-Reset"];
        _clock.MoveTo(_clock.GetUtcNow().AddHours(2));
        var answer = await _workspace.Get("/me");
        Assert.Equal(before, answer.Headers["X-RateLimit-Reset"]);
        Assert.Equal(new DateTimeOffset(2026, 3, 15, 12, 0, 0, TimeSpan.Zero).ToString("R"), answer.Headers["Date"]);
    }

    private async Task<string> State() => (await _workspace.Get("/conversations/100111")).Json!["state"]!.ToString();
}
