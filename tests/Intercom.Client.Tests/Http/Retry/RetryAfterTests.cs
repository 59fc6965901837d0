using System.Text;
using Intercom.Http;

namespace Intercom.Client.Tests.Http;

/// <summary>
/// What a server writes into Retry-After is obeyed where it is one clear value; anything else is as good as nothing, and never makes
/// the client hurry.
/// </summary>
public class RetryAfterTests
{
    private static readonly ApiRequest Read = new("GET", "contacts/1");

    [Theory]
    [InlineData("0")]
    [InlineData("0.0")]
    [InlineData("-5")]
    [InlineData("5, 7")]
    [InlineData("5.30.2026")]
    [InlineData("1,5")]
    [InlineData("5/6")]
    [InlineData("12:30")]
    [InlineData("May 2027")]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e10")]
    [InlineData("99999999999999999999")]
    [InlineData("1772366400000")]
    [InlineData("30000ms")]
    [InlineData("Sun, 01 Mar 2020 12:00:00 GMT")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    [InlineData("Sun, 01 Mar 2026 12:10:20 GMT, Sun, 01 Mar 2026 12:10:25 GMT")]
    public async Task What_is_not_one_clear_value_is_as_good_as_nothing(string value)
    {
        foreach (var status in new[] { 429, 503 })
        {
            var server = new FakeServer((self, _) => self.Calls.Count < 3
                ? FakeServer.Error(
                    status,
                    "later",
                    "Exceeded rate limit of 167 in 10_seconds",
                    ("Retry-After", value)) : FakeServer.Json("""{"id":"1"}"""));
            await server.Run(server.Client().SendAsync<Contact>(Read, cancellation: TestContext.Current.CancellationToken));
            // The delay of the back-off: half a second, less its jitter, for a failure, and one second for the budget.
            for (var at = 1; at < 3; at++)
            {
                Assert.InRange((server.Times[at] - server.Times[at - 1]).TotalSeconds, status == 429 ? 0.99 : 0.37, 5);
            }
        }
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData(" 7 ", 7)]
    [InlineData("7, 7", 7)]
    [InlineData("6.2", 7)]
    [InlineData("0.001", 1)]
    [InlineData("Sun, 01 Mar 2026 12:00:20 GMT", 20)]
    [InlineData("Sunday, 01-Mar-26 12:00:20 GMT", 20)]
    [InlineData("Sun Mar  1 12:00:20 2026", 20)]
    public async Task A_clear_value_is_waited_for(string value, int seconds)
    {
        var server = new FakeServer((self, _) => self.Calls.Count == 1
            ? FakeServer.Error(
                429,
                "later",
                "Exceeded rate limit of 167 in 10_seconds",
                ("Date", "Sun, 01 Mar 2026 12:00:00 GMT"),
                ("Retry-After", value)) : FakeServer.Json("""{"id":"1"}"""));
        await server.Run(server.Client().SendAsync<Contact>(Read, cancellation: TestContext.Current.CancellationToken));
        Assert.InRange((server.Times[1] - server.Times[0]).TotalSeconds, seconds, seconds + 1);
    }

    [Theory]
    [InlineData("Retry-After: 5\r\nRetry-After: 5\r\n", 5)]
    [InlineData("Retry-After: 5\r\nRetry-After: 7\r\n", null)]
    [InlineData("Retry-After: 0\r\nRetry-After: 0\r\n", null)]
    [InlineData("Retry-After: 5\r\nRetry-After: Sun, 01 Mar 2026 12:00:20 GMT\r\n", null)]
    public async Task A_header_that_comes_twice_counts_when_both_say_the_same(string headers, int? seconds)
    {
        using var server = new RawServer(RawServer.Answer(Encoding.UTF8.GetBytes("{}"), headers, "503 Service Unavailable"));
        using var client = server.Client();
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() =>
            client.SendAsync<Contact>(new ApiRequest("POST", "contacts") { Retry = RetryClass.Once }));
        Assert.Equal(seconds, (int?)failure.RetryAfter?.TotalSeconds);
    }
}
