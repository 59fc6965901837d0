using System.Net;
using Intercom.Http;

namespace Intercom.Client.Tests.Http.Budget;

/// <summary>What the headers of answers do to the calls after them.</summary>
public class CallBudgetAnswerTests
{
    private static Task<Contact?> Me(IntercomClient client) =>
        client.SendAsync<Contact>(new ApiRequest("GET", "me"), cancellation: TestContext.Current.CancellationToken);

    private static string Unix(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    [Fact]
    public async Task The_reset_is_read_against_the_servers_clock()
    {
        // The server lives ten minutes ahead; its window ends six seconds from its own now.
        var server = new FakeServer((self, _) =>
        {
            var now = self.Time.GetUtcNow().AddMinutes(10);
            return FakeServer.Json("{}", HttpStatusCode.OK, ("Date", now.ToString("R")),
                ("X-RateLimit-Limit", "10"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", Unix(now.AddSeconds(6))));
        });
        var client = server.Client();
        await Me(client);
        await server.Run(Me(client));
        Assert.InRange((server.Times[1] - server.Times[0]).TotalSeconds, 6, 6.5);
    }

    [Theory]
    [InlineData("X-RateLimit-Reset", 200)]
    [InlineData("X-RateLimit-Reset", 429)]
    [InlineData("Retry-After", 429)]
    public async Task An_answer_that_mentions_most_of_an_hour_delays_later_calls_by_a_moment_at_most(
        string header, int status)
    {
        var server = new FakeServer((self, _) =>
        {
            if (self.Calls.Count > 1) return FakeServer.Json("""{"id":"1"}""");
            var far = header == "Retry-After" ? "3000" : Unix(self.Time.GetUtcNow().AddMinutes(50));
            return FakeServer.Error(status, "rate_limit_exceeded", "Exceeded rate limit of 3 in 10_seconds",
                ("X-RateLimit-Limit", "3"), ("X-RateLimit-Remaining", "0"), (header, far));
        });
        using var client = server.Client();
        try
        {
            await server.Run(Me(client));
        }
        catch (IntercomApiException failure)
        {
            Assert.Equal("rate_limit_exceeded", failure.Code);
        }
        await server.Run(Me(client));
        Assert.InRange((server.Times[1] - server.Times[0]).TotalSeconds, 0, 3);
    }

    [Fact]
    public async Task A_server_that_asks_for_patience_again_and_again_gets_ten_minutes_of_it_in_all()
    {
        foreach (var status in new[] { 429, 503 })
        {
            foreach (var header in new[] { "Retry-After", "X-RateLimit-Reset" })
            {
                if ((status, header) == (503, "X-RateLimit-Reset")) continue;
                var server = new FakeServer((self, _) =>
                {
                    var minutes = header == "Retry-After" ? "240" : Unix(self.Time.GetUtcNow().AddMinutes(4));
                    return FakeServer.Error(status, "later", "Later",
                        ("X-RateLimit-Limit", "3"), ("X-RateLimit-Remaining", "0"), (header, minutes));
                });
                using var client = server.Client();
                var begun = server.Time.GetUtcNow();
                await Assert.ThrowsAsync<IntercomApiException>(() => server.Run(Me(client), TimeSpan.FromDays(1)));
                Assert.InRange((server.Time.GetUtcNow() - begun).TotalMinutes, 4, 13);
            }
        }
    }

    [Theory]
    [InlineData("4294967295", "4294967295")]
    [InlineData("8589934588", "8589934588")]
    [InlineData("-5", "-5")]
    [InlineData("many", "few")]
    public async Task A_budget_that_is_not_a_number_is_not_known(string limit, string remaining)
    {
        var server = new FakeServer((self, _) => FakeServer.Json("{}", HttpStatusCode.OK, ("X-RateLimit-Limit", limit),
            ("X-RateLimit-Remaining", remaining), ("X-RateLimit-Reset", Unix(self.Time.GetUtcNow().AddSeconds(60)))));
        using var client = server.Client();
        var stop = TestContext.Current.CancellationToken;
        for (var i = 0; i < 3; i++) await Me(client).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, stop);
        Assert.Null(client.Budget.Reading.Limit);
    }
}
