using System.Text;
using Intercom.Http;

namespace Intercom.Client.Tests.Http;

/// <summary>What an error response says, whatever its shape.</summary>
public class ErrorAnswerTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static IntercomApiException Error(
        int status, string body = "", RetryClass retry = RetryClass.Safe, params (string Name, string Value)[] headers) =>
        ResponseReader.Error(new ApiRequest("GET", "contacts/1") { Retry = retry }, status,
            headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase),
            Encoding.UTF8.GetBytes(body), Now);

    [Theory]
    [InlineData(400, "bad_request")]
    [InlineData(401, "unauthorized")]
    [InlineData(402, "unknown")]
    [InlineData(403, "forbidden")]
    [InlineData(404, "not_found")]
    [InlineData(405, "method_not_allowed")]
    [InlineData(406, "not_acceptable")]
    [InlineData(408, "request_timeout")]
    [InlineData(409, "conflict")]
    [InlineData(410, "gone")]
    [InlineData(413, "too_large")]
    [InlineData(422, "unprocessable_entity")]
    [InlineData(429, "rate_limit_exceeded")]
    [InlineData(500, "server_error")]
    [InlineData(503, "server_error")]
    public void A_status_without_a_reason_has_a_code_of_its_own(int status, string code)
    {
        var failure = Error(status);
        Assert.Equal(code, failure.Code);
        Assert.Equal($"GET contacts/1 answered {status}: The response contains no reason.", failure.Message);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(399)]
    public void A_redirect_is_not_followed_with_a_token(int status)
    {
        var failure = Error(status);
        Assert.Equal("redirect_refused", failure.Code);
        Assert.Equal($"GET contacts/1 answered {status}: The response is a redirect, which is not followed with a token. "
            + "Check the address.", failure.Message);
    }

    [Theory]
    [InlineData("""{"errors":["first","second"]}""", "unknown: first | unknown: second")]
    [InlineData("""{"errors":[{"message":"m"}]}""", "unknown: m")]
    [InlineData("""{"errors":[{"code":"c","type":"t","message":"m","field":"f"}]}""", "c: m (field: f)")]
    [InlineData("""{"errors":{"base":["b"],"rating":["r"]}}""", "data_invalid: b | data_invalid: r (field: rating)")]
    [InlineData("""{"error":"Not Found","message":"m"}""", "not_found: m")]
    [InlineData("""{"error":"Not Found"}""", "not_found: Not Found")]
    [InlineData("""{"error_key":"k","message":"m"}""", "k: m")]
    [InlineData("""{"message":"m","code":"c"}""", "c: m")]
    [InlineData("""{"message":"m"}""", "unknown: m")]
    [InlineData("""{"errors":[]}""", "")]
    [InlineData("[]", "")]
    [InlineData("{", "")]
    [InlineData("", "")]
    public void Each_shape_of_body_names_its_errors(string body, string errors) => Assert.Equal(errors, string.Join(" | ",
        ErrorEnvelope.Read(Encoding.UTF8.GetBytes(body)).Errors.Select(error => $"{error.Code}: {error}")));

    [Fact]
    public void The_data_of_an_error_is_kept() => Assert.Equal(
        "65c0", ErrorEnvelope.Read("""{"errors":[{"code":"c","data":{"contact_id":"65c0"}}]}"""u8).Errors[0].Data!["contact_id"]);

    [Theory]
    [InlineData("""{"type":"error.list","errors":[{"code":"c"}]}""", true)]
    [InlineData("""{"type":"error.list","errors":[]}""", false)]
    [InlineData("""{"type":"list","errors":[{"code":"c"}]}""", false)]
    [InlineData("""{"kind":"error.list","type":"list","errors":[{"code":"c"}]}""", false)]
    [InlineData("""{"type":"error.list","errors":[{"code":"c"}]""", false)]
    public void A_document_is_an_error_list_when_it_says_so_and_has_errors(string body, bool isErrorList) =>
        Assert.Equal(isErrorList, ErrorEnvelope.IsErrorList(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void The_request_id_is_that_of_the_body_or_else_of_the_header()
    {
        Assert.Equal("body", Error(404, """{"request_id":"body","message":"m"}""", headers: ("X-Request-Id", "header")).RequestId);
        Assert.Equal("header", Error(404, headers: ("X-Request-Id", "header")).RequestId);
        Assert.Null(Error(404).RequestId);
    }

    [Theory]
    [InlineData(500, RetryClass.Once, RequestOutcome.Unknown)]
    [InlineData(408, RetryClass.Once, RequestOutcome.Unknown)]
    [InlineData(499, RetryClass.Once, RequestOutcome.NotApplied)]
    [InlineData(500, RetryClass.Safe, RequestOutcome.NotApplied)]
    public void A_failure_of_the_server_leaves_the_outcome_of_a_change_unknown(int status, RetryClass retry, RequestOutcome outcome)
    {
        var failure = Error(status, retry: retry);
        Assert.Equal(outcome, failure.Outcome);
        Assert.Equal(status is 500 or 408, failure.IsTransient);
    }

    [Theory]
    [InlineData("Exceeded rate limit of 167 in 10_seconds", true)]
    [InlineData("Exceeded rate limit of 5 pending reporting dataset jobs", false)]
    [InlineData("Export limit", false)]
    public void A_limit_of_jobs_is_not_the_call_budget(string message, bool isBudget)
    {
        var failure = Error(429, $$"""{"errors":[{"code":"rate_limit_exceeded","message":"{{message}}"}]}""");
        Assert.Equal(isBudget ? "rate_limit_exceeded" : "job_limit_exceeded", failure.Code);
        Assert.Equal(isBudget, failure.IsTransient);
    }

    [Fact]
    public void A_wait_that_is_too_long_is_named_with_its_end()
    {
        var failure = Error(503, headers: ("Retry-After", "86400"));
        Assert.EndsWith(" The server requests a wait until 2026-03-02 12:00:00Z, which is too long. Run the command again then.",
            failure.Message, StringComparison.Ordinal);
        Assert.False(failure.IsTransient);
        Assert.Equal(TimeSpan.FromDays(365), Error(503, headers: ("Retry-After", "31536000")).RetryAfter);
    }

    [Fact]
    public void A_response_without_a_body_is_empty()
    {
        using var response = new ApiResponse(204, new Dictionary<string, string>(), null, 0);
        Assert.Equal("", response.Text);
        Assert.True(response.Body.IsEmpty);
    }
}
