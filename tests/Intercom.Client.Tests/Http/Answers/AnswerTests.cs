using System.Net;
using System.Net.Http;
using System.Text;
using Intercom.Http;
using Intercom.Json;

namespace Intercom.Client.Tests.Http;

public class AnswerTests
{
    private static readonly ApiRequest Get = new("GET", "contacts/1");

    private static async Task<IntercomApiException> Fails(HttpResponseMessage answer, ApiRequest? request = null)
    {
        var server = new FakeServer((_, _) => answer);
        return await Assert.ThrowsAsync<IntercomApiException>(() => server.Run(server.Client().SendAsync<Contact>(request ?? Get)));
    }

    [Fact]
    public async Task Every_call_carries_the_required_headers()
    {
        var server = new FakeServer((_, _) => FakeServer.Json("{}"));
        await server.Client().SendAsync<Contact>(
            new ApiRequest("PUT", "contacts/1") { Body = new JsonObject { ["name"] = "Zoë" } },
            cancellation: TestContext.Current.CancellationToken);
        var headers = server.Requests[0].Headers;
        Assert.Equal("Bearer secret-token", headers.GetValues("Authorization").Single());
        Assert.Equal("application/json", headers.GetValues("Accept").Single());
        Assert.Equal("2.14", headers.GetValues("Intercom-Version").Single());
        Assert.StartsWith("Intercom-PowerShell/", headers.GetValues("User-Agent").Single(), StringComparison.Ordinal);
        Assert.Equal("application/json", server.Requests[0].Content!.Headers.ContentType!.ToString());
        Assert.Equal("""{"name":"Zoë"}""", server.Bodies[0]);
    }

    [Theory]
    [InlineData(
        """{"type":"error.list","request_id":"r","errors":[{"code":"not_found","message":"User Not Found"}]}""",
        "not_found",
        "User Not Found")]
    [InlineData(
        """{"type":"error.list","errors":[{"type":"unique_user_constraint","message":"Taken"}]}""", "unique_user_constraint", "Taken")]
    [InlineData("""{"error_key":"phone_invalid","message":"Bad number"}""", "phone_invalid", "Bad number")]
    [InlineData("""{"errors":{"rating":["is not open"],"base":["No rating was asked for"]}}""", "data_invalid", "is not open")]
    [InlineData("""{"status":"404","error":"Not Found"}""", "not_found", "Not Found")]
    [InlineData("", "not_found", "contains no reason")]
    [InlineData("<html><body>Bad gateway</body></html>", "not_found", "a web page")]
    public async Task Every_shape_of_error_body_has_a_code_and_words(string body, string code, string words)
    {
        var failure = await Fails(FakeServer.Json(body, HttpStatusCode.NotFound));
        Assert.Equal(code, failure.Code);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.Contains("GET contacts/1 answered 404", failure.Message, StringComparison.Ordinal);
        Assert.Equal(body, failure.Body);
    }

    [Fact]
    public async Task All_errors_of_a_list_are_kept()
    {
        var failure = await Fails(
            FakeServer.Json(
                """
                {"type":"error.list","errors":[{"code":"parameter_invalid","message":"one","field":"email"},
                 {"code":"parameter_not_found","message":"two"}]}
                """,
                HttpStatusCode.BadRequest));
        Assert.Equal(["parameter_invalid", "parameter_not_found"], failure.Errors.Select(error => error.Code));
        Assert.Equal("email", failure.Errors[0].Field);
        Assert.Contains("one (field: email). two.", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A contact matching those details already exists with id=63a0979a5eeebeaf28dd56ba", "63a0979a5eeebeaf28dd56ba")]
    [InlineData(
        "A contact matching those details already exists with id=8f0a7e3e-1111-4c4e-9a53-0f6f2b8d6a11.",
        "8f0a7e3e-1111-4c4e-9a53-0f6f2b8d6a11")]
    public async Task A_conflict_names_the_existing_contact(string message, string id) =>
        Assert.Equal(id, (await Fails(FakeServer.Error(409, "conflict", message))).ExistingId);

    [Fact]
    public async Task An_error_list_with_status_200_is_an_error()
    {
        var failure = await Fails(FakeServer.Error(200, "token_unauthorized", "Not authorized"));
        Assert.Equal("token_unauthorized", failure.Code);
    }

    [Fact]
    public async Task A_body_that_merely_mentions_error_lists_is_not_an_error()
    {
        var server = new FakeServer((_, _) => FakeServer.Json("""{"type":"contact","id":"1","name":"\"error.list\""}"""));
        Assert.Equal("1", (await server.Client().SendAsync<Contact>(Get, cancellation: TestContext.Current.CancellationToken))!.Id);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><body>Sign in</body></html>", "a web page")]
    [InlineData("""{"type":"contact","id":""", "cannot be read")]
    [InlineData("[1,2]", "cannot be read")]
    public async Task An_answer_that_cannot_be_read_is_a_readable_error(string body, string words)
    {
        var failure = await Fails(FakeServer.Json(body));
        Assert.Equal("unreadable_answer", failure.Code);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.Contains("GET contacts/1", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_ten_thousand_levels_deep_is_a_readable_error()
    {
        var deep = """{"custom_attributes":""" + string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + "1" + new string('}', 10_001);
        Assert.Equal("unreadable_answer", (await Fails(FakeServer.Json(deep))).Code);
    }

    [Fact]
    public async Task Answers_of_a_hundred_levels_are_read_in_every_way_and_two_hundred_in_none()
    {
        static string Deep(int levels) => string.Concat(Enumerable.Repeat("{\"a\":", levels)) + "1" + new string('}', levels);
        foreach (var read in new Func<int, object?>[]
        {
            levels => PlainValue.Parse(Encoding.UTF8.GetBytes(Deep(levels))),
            levels => PlainValue.ParseNode(Deep(levels))
        })
        {
            Assert.NotNull(read(120));
            Assert.ThrowsAny<System.Text.Json.JsonException>(() => read(200));
        }
        var request = new ApiRequest("PUT", "contacts/1") { Body = PlainValue.ParseNode(Deep(120)) };
        var server = new FakeServer((_, _) => FakeServer.Json($$"""{"custom_attributes":{{Deep(120)}} }"""));
        Assert.NotNull(
            (await server.Client().SendAsync<Contact>(request, cancellation: TestContext.Current.CancellationToken))!.CustomAttributes);
        Assert.Equal(Deep(120), server.Bodies[0]);
        // An error shows its own message, regardless of the size of the response.
        Assert.Equal(
            "deep",
            (await Fails(FakeServer.Json($$"""{"errors":[{"code":"deep","data":{{Deep(100)}} }]}""", HttpStatusCode.BadRequest))).Code);
    }

    [Fact]
    public void A_value_that_holds_itself_is_refused_instead_of_ending_the_process()
    {
        var loop = new System.Collections.Hashtable();
        loop["again"] = new object[] { loop };
        Assert.Contains("128 levels", Assert.Throws<ArgumentException>(() => PlainValue.ToNode(loop)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_returned_unchanged_but_never_a_web_page()
    {
        var request = new ApiRequest("GET", "calls/5/transcript") { Accept = "text/plain" };
        var server = new FakeServer((_, _) =>
            new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("<1> Hello", Encoding.UTF8, "text/plain") });
        Assert.Equal("<1> Hello", await server.Client().SendAsync<string>(request, cancellation: TestContext.Current.CancellationToken));
        foreach (var (text, kind) in new[] { ("Access denied", "text/html"), ("<!DOCTYPE html><p>Sign in", "text/plain") })
        {
            var proxy = new FakeServer((_, _) =>
                new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(text, Encoding.UTF8, kind) });
            var failure = await Assert.ThrowsAsync<IntercomApiException>(() => proxy.Client().SendAsync<string>(request));
            Assert.Equal("unreadable_answer", failure.Code);
            Assert.Contains("is a web page", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Only_what_reading_the_body_throws_is_called_broken_compression()
    {
        var server = new FakeServer((_, _) => FakeServer.Json("{}"));
        using var client = server.Client();
        var request = new ApiRequest("PUT", "contacts/1") { Retry = RetryClass.Idempotent };
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => server.Run(client.SendAsync(request, typeof(Contact), null, new FaultyWatch(), default)));
        Assert.Equal("a fault of our own", failure.Message);
        Assert.Empty(server.Calls);
    }

    private sealed class FaultyWatch : SendWatch
    {
        public override Task SendingAsync(ApiRequest request, System.Threading.CancellationToken cancellation) =>
            throw new InvalidOperationException("a fault of our own");

        public override void Failed(ApiRequest request, RequestOutcome outcome) { }

        public override void Answered(ApiRequest request, string? requestId) { }
    }

    [Fact]
    public async Task An_answer_beyond_the_limit_is_not_read()
    {
        var server = new FakeServer((_, _) => FakeServer.Json("{\"name\":\"" + new string('x', 5000) + "\"}"));
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() => server.Client(maxResponseBytes: 1000).SendAsync<Contact>(Get));
        Assert.Equal("answer_too_large", failure.Code);
    }

    [Fact]
    public async Task A_redirect_is_refused_and_never_followed_with_the_token()
    {
        var answer = new HttpResponseMessage(HttpStatusCode.Found);
        answer.Headers.Location = new Uri("https://elsewhere.example/contacts/1");
        var failure = await Fails(answer);
        Assert.Equal("redirect_refused", failure.Code);
    }

    [Fact]
    public async Task An_empty_success_is_nothing()
    {
        var server = new FakeServer((_, _) => new HttpResponseMessage(HttpStatusCode.Accepted) { Content = new ByteArrayContent([]) });
        Assert.Null(
            await server.Client().SendAsync<Contact>(
                new ApiRequest("POST", "events"), cancellation: TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("http://api.intercom.io/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("ftp://127.0.0.1/")]
    public void A_plain_http_address_is_refused_except_on_this_machine(string address)
    {
        var options = new IntercomClientOptions { BaseUri = new Uri(address), Token = "t" };
        Assert.Equal("insecure_address", Assert.Throws<InvalidInputException>(() => new IntercomClient(options)).Code);
        using var local = new IntercomClient(new IntercomClientOptions { BaseUri = new Uri("http://127.0.0.1:1/"), Token = "t" });
    }

    [Fact]
    public async Task One_verbose_line_tells_of_a_call_and_debug_shows_bodies_without_secrets()
    {
        var sink = new ListSink { WantsBodies = true };
        var server = new FakeServer((_, _) =>
            FakeServer.Json(
                """{"id":"1","email":"ada@example.com","phone":"+44 20 7946 0958","name":"secret-token"}""",
                HttpStatusCode.OK,
                ("X-Request-Id", "req-9"),
                ("X-RateLimit-Remaining", "12")));
        await server.Client().SendAsync<Contact>(
            new ApiRequest("PUT", "contacts/1") { Body = new JsonObject { ["email"] = "ada@example.com" } },
            sink,
            TestContext.Current.CancellationToken);
        var line = Assert.Single(sink.Events, told => told.Kind == DiagnosticKind.Verbose).Message;
        Assert.Matches(@"^PUT contacts/1 -> 200 in \d+ ms, request req-9, 12 calls left$", line);
        var bodies = string.Join("\n", sink.Events.Where(told => told.Kind == DiagnosticKind.Debug).Select(told => told.Message));
        Assert.Contains("a***@***", bodies, StringComparison.Ordinal);
        Assert.DoesNotContain("ada@example.com", bodies, StringComparison.Ordinal);
        Assert.DoesNotContain("7946", bodies, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-token", bodies, StringComparison.Ordinal);
    }
}
