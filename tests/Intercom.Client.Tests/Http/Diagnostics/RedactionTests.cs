using System.Text;
using Intercom.Http;

namespace Intercom.Client.Tests.Http;

public class RedactionTests
{
    private const string Token = "dG9rOmFiYy9kZWYrZ2hp=";
    private static readonly TokenMask Mask = new(Token);

    [Theory]
    [InlineData("""{"email":"ada@example.com"}""", "ada", "example.com")]
    [InlineData("""{"email":"ada.lovelace+notes@mail.example.co.uk"}""", "lovelace", "mail.example")]
    [InlineData("""{"email":"o'neil@example.com"}""", "neil", "example.com")]
    [InlineData("""{"email":"ada\u0040example.com"}""", "example.com")]
    [InlineData("""{"email":"a\u0026b@example.com"}""", "b@", "example.com")]
    [InlineData("""{"email":"jörg@müller.example"}""", "örg", "müller")]
    [InlineData("""{"email":"root@localhost"}""", "localhost")]
    [InlineData("""{"body":"<p>write to Ada &lt;ada@example.com&gt;, please</p>"}""", "ada@", "example.com")]
    [InlineData("""{"phone":"+44 20 7946 0958"}""", "7946", "0958")]
    [InlineData("""{"phone":"+1 (555) 010-0199"}""", "010", "0199")]
    [InlineData("""{"phone":"\u002B442079460958"}""", "7946")]
    [InlineData("""{"phone":"020 7946 0958"}""", "7946")]
    [InlineData("""{"phone":"\"Ada\" 020 7946 0958"}""", "7946")]
    [InlineData("""{"phone_number":442079460958}""", "7946")]
    [InlineData("""{"body":"call me: +442079460958."}""", "7946")]
    public void Addresses_and_numbers_are_masked_unless_they_are_asked_for(string body, params string[] gone)
    {
        var masked = Redaction.Body(body, Mask);
        Assert.All(gone, word => Assert.DoesNotContain(word, masked, StringComparison.Ordinal));
        Assert.Equal(body, Redaction.Body(body, Mask, showPersonalData: true));
    }

    [Theory]
    [InlineData("""{"created_at":1705276800,"id":"65c0a1e3779b97f4a7c15000001"}""")]
    [InlineData("""{"price":"+5","ratio":"1+1=2","at":"@ noon"}""")]
    [InlineData("""{"telephone_system":"old"}""")]
    [InlineData("""{"url":"https://x.example/?page=2&monkey=1&starting_after=abc"}""")]
    public void What_is_neither_stays(string body) => Assert.Equal(body, Redaction.Body(body, Mask));

    [Theory]
    [InlineData("""{"access_token":"abc123"}""")]
    [InlineData("""{"sse_subscription_url":"https://x.example/?key=abc123"}""")]
    [InlineData("""{"data":"abc123=="}""")]
    [InlineData("""{"token":"a\"b, \\abc123","name":"x"}""")]
    [InlineData("""{"refresh_token":"cut \"abc123""")]
    [InlineData("""{"headers":[{"name":"A","value":"x] \"abc123"},{"value":"abc123","name":"B"}],"name":"n"}""")]
    [InlineData("""{"name":"n","headers" : [ {"name":"A","value":"cut abc123""")]
    [InlineData("""{"url":"https://files.example/a?Expires=1&Signature=abc123&x=1"}""")]
    [InlineData("""{"url":"https://files.example/a?x=1\u0026X-Amz-Security-Token=abc123"}""")]
    [InlineData("""{"body":"see https://files.example/a?access_token=abc123#top"}""")]
    public void Secrets_are_masked_even_where_personal_data_is_shown(string body)
    {
        Assert.DoesNotContain("abc123", Redaction.Body(body, Mask), StringComparison.Ordinal);
        Assert.DoesNotContain("abc123", Redaction.Body(body, Mask, showPersonalData: true), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dG9rOmFiYy9kZWYrZ2hp=")]
    [InlineData("""dG9rOmFiYy9kZWYrZ2hp\u003D""")]
    [InlineData("""dG9rOmFiYy9kZWYrZ2hp\u003d""")]
    [InlineData("dG9rOmFiYy9kZWYrZ2hp%3D")]
    public void The_token_is_blotted_out_as_JSON_and_addresses_write_it(string written)
    {
        Assert.DoesNotContain("dG9rOmFiYy9kZWYrZ2hp", Mask.Blot($"you sent {written}, twice: {written}"), StringComparison.Ordinal);
        var bytes = Encoding.UTF8.GetBytes($"you sent {written}");
        Mask.Blot(bytes);
        Assert.DoesNotContain("dG9rOmFiYy9kZWYrZ2hp", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tok/en+with/all=", """tok\/en+with\/all=""")]
    [InlineData("tok/en+with/all=", """tok\u002Fen\u002Bwith\u002Fall\u003D""")]
    public void A_token_with_other_letters_is_blotted_out_too(string token, string written) =>
        Assert.DoesNotContain("with", new TokenMask(token).Blot(written), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("any")]
    public void A_word_too_short_for_a_token_blots_nothing_out(string token) =>
        Assert.Equal("any x goes", new TokenMask(token).Blot("any x goes"));

    [Fact]
    public async Task An_answer_that_sends_the_token_back_shows_it_nowhere()
    {
        foreach (var status in new[] { 200, 400, 302, 500 })
        {
            var server = new FakeServer((_, _) =>
                FakeServer.Json(
                    """
                    {"type":"contact","id":"1","name":"secret-token","errors":[{"code":"secret-token",
                     "message":"you sent secret-token"}]}
                    """,
                    (System.Net.HttpStatusCode)status,
                    ("X-Echo", "Bearer secret-token"),
                    ("Location", "https://x.example/?t=secret-token"),
                    ("X-Request-Id", "secret-token")));
            var sink = new ListSink { WantsBodies = true };
            var seen = new StringBuilder();
            try
            {
                var contact = await server.Client().SendAsync<Contact>(
                    new ApiRequest("POST", "contacts") { Retry = RetryClass.Once }, sink, TestContext.Current.CancellationToken);
                seen.Append(contact!.Name);
            }
            catch (IntercomApiException failure)
            {
                seen.Append(failure).Append(failure.Body).Append(failure.Code).Append(failure.RequestId).AppendJoin(
                    ' ', failure.Headers.Values).AppendJoin(' ', failure.Errors);
            }
            seen.AppendJoin(' ', sink.Events.Select(told => told.Message));
            Assert.DoesNotContain("secret-token", seen.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact(Skip = Runtime.TooSlow, SkipType = typeof(Runtime), SkipWhen = nameof(Runtime.IsMutated))]
    public void A_body_of_one_long_word_is_looked_at_once()
    {
        // Checked again from each of its characters, this would take minutes.
        var word = new string('a', 4_000_000);
        Assert.Contains(word, Redaction.Body($$"""{"name":"{{word}}"}""", Mask), StringComparison.Ordinal);
        var digits = "+" + string.Concat(Enumerable.Repeat("1 ", 1_000_000));
        Assert.NotEmpty(Redaction.Body(digits, Mask));
    }

    [Theory]
    [InlineData("""{"token":"abc123","name":"x"}""", """{"token":"***","name":"x"}""")]
    [InlineData("""{"url":"https://f.example/a?Signature=abc123&x=1"}""", """{"url":"https://f.example/a?Signature=***&x=1"}""")]
    [InlineData("""{"email":"ada@example.com"}""", """{"email":"a***@***"}""")]
    [InlineData("""{"phone":"020 7946 0958","x":1}""", """{"phone":"***","x":1}""")]
    [InlineData("""{"body":"call +442079460958"}""", """{"body":"call +***"}""")]
    [InlineData("""{"body":"dG9rOmFiYy9kZWYrZ2hp="}""", """{"body":"***"}""")]
    public void Stars_stand_where_something_was_masked(string body, string shown) =>
        Assert.Equal(shown, Redaction.Body(body, new TokenMask("dG9rOmFiYy9kZWYrZ2hp=")));

    [Theory]
    [InlineData("tok/en+with/all=")]
    [InlineData("""tok\/en+with\/all=""")]
    [InlineData("""tok\u002fen\u002bwith\u002fall\u003d""")]
    [InlineData("tok%2Fen%2Bwith%2Fall%3D")]
    public void Every_form_of_a_token_is_found_in_texts_and_bodies(string written)
    {
        var mask = new TokenMask("tok/en+with/all=");
        Assert.Equal("a *** b", mask.Blot($"a {written} b"));
        Assert.True(mask.IsIn(written.ToUpperInvariant()));
        foreach (var before in new[] { "", "a" })
        {
            var body = System.Text.Encoding.UTF8.GetBytes(before + written + "." + written);
            mask.Blot(body.AsSpan());
            var stars = new string('*', written.Length);
            Assert.Equal($"{before}{stars}.{stars}", System.Text.Encoding.UTF8.GetString(body));
        }
    }

    [Fact]
    public void The_shortest_token_that_is_masked_has_eight_letters()
    {
        Assert.Equal("***", new TokenMask("12345678").Blot("12345678"));
        Assert.Equal("1234567", new TokenMask("1234567").Blot("1234567"));
    }
}
