using Intercom.Http;
using Intercom.Paging;

namespace Intercom.Client.Tests.Paging;

/// <summary>Pages after the first: where they are requested, and the errors when they are refused.</summary>
public class LaterPageTests
{
    private static IntercomClient Client(FakeServer server, string address) =>
        new(
            new IntercomClientOptions
            {
                Handler = server, Token = "secret-token", Time = server.Time, Budget = new CallBudget(server.Time),
                BaseUri = new Uri(address),
            });

    private static async Task<List<string>> Ids(IntercomClient client, PageShape shape)
    {
        var ids = new List<string>();
        await foreach (
            var item in Pager.Stream(
                client,
                new ApiRequest("GET", "contacts/1/companies") { Paging = shape },
                typeof(Company),
                cancellation: TestContext.Current.CancellationToken)) ids.Add(((Company)item).Id!);
        return ids;
    }

    [Theory]
    [InlineData("https://proxy.example/intercom/", "https://proxy.example/intercom/contacts/1/companies?page=2")]
    [InlineData("https://proxy.example/intercom", "https://proxy.example/intercom/contacts/1/companies?page=2")]
    [InlineData("https://proxy.example/intercom/", "https://proxy.example/contacts/1/companies?page=2")]
    [InlineData("https://proxy.example/intercom/", "https://api.intercom.io/contacts/1/companies?page=2")]
    [InlineData("https://proxy.example/intercom/", "/contacts/1/companies?page=2")]
    [InlineData("https://proxy.example/intercom/", "/intercom/contacts/1/companies?page=2")]
    [InlineData("https://proxy.example/intercom/", "contacts/1/companies?page=2")]
    public async Task A_path_before_Intercoms_own_is_kept_on_every_page(string address, string link)
    {
        var server = new FakeServer((self, _) =>
            FakeServer.Json(
                $$"""{"data":[{"id":"{{self.Calls.Count}}"}],"pages":{"next":{{(self.Calls.Count == 1 ? $"\"{link}\"" : "null")}} } }"""));
        Assert.Equal(["1", "2"], await Ids(Client(server, address), PageShape.Link));
        Assert.Equal(["GET /intercom/contacts/1/companies", "GET /intercom/contacts/1/companies?page=2"], server.Calls);
        Assert.All(server.Requests, request => Assert.Equal("proxy.example", request.RequestUri!.Host));
    }

    [Fact]
    public async Task A_path_that_leads_out_of_the_base_address_is_not_sent()
    {
        var server = new FakeServer((_, _) => FakeServer.Json("{}"));
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() =>
            Client(server, "https://proxy.example/intercom/").SendAsync<Company>(
                new ApiRequest("GET", "../other/x"), cancellation: TestContext.Current.CancellationToken));
        Assert.Equal("foreign_link", failure.Code);
        Assert.Empty(server.Calls);
    }

    [Theory]
    [InlineData(PageShape.Cursor, 400)]
    [InlineData(PageShape.Search, 422)]
    [InlineData(PageShape.Scroll, 404)]
    public async Task A_cursor_that_is_refused_says_how_much_came_before(PageShape shape, int status)
    {
        var server = new FakeServer((self, _) => self.Calls.Count < 2
            ? FakeServer.Json("""{"data":[{"id":"1"},{"id":"2"}],"scroll_param":"s","pages":{"next":{"starting_after":"c"}} }""")
            : FakeServer.Error(status, "client_error", "starting_after is expired"));
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() => Ids(Client(server, "https://api.intercom.io/"), shape));
        Assert.Equal(("cursor_refused", status), (failure.Code, failure.StatusCode));
        Assert.Contains("returned 2 items, and then refused to continue", failure.Message, StringComparison.Ordinal);
        Assert.Contains("starting_after is expired", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_page_that_is_refused_keeps_its_own_error()
    {
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() =>
            Ids(
                Client(new FakeServer((_, _) => FakeServer.Error(400, "client_error", "x")), "https://api.intercom.io/"),
                PageShape.Cursor));
        Assert.Equal("client_error", failure.Code);
    }
}
