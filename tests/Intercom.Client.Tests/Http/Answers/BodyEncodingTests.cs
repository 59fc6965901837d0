using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using Intercom.Http;

namespace Intercom.Client.Tests.Http;

/// <summary>Bodies are read in the encoding that they or their Content-Type name.</summary>
public class BodyEncodingTests
{
    private static readonly ApiRequest Read = new("GET", "contacts/1");

    private static FakeServer Server(byte[] body, string? kind, int status = 200) => new((_, _) =>
    {
        var content = new ByteArrayContent(body);
        if (kind is not null) content.Headers.TryAddWithoutValidation("Content-Type", kind);
        return new HttpResponseMessage((HttpStatusCode)status) { Content = content };
    });

    [Theory]
    [InlineData("utf-8", true, "application/json")]
    [InlineData("utf-8", true, "application/json; charset=utf-8")]
    [InlineData("utf-8", true, "application/json; charset=iso-8859-1")]
    [InlineData("utf-8", true, null)]
    [InlineData("utf-8", false, "application/json; charset=\"UTF-8\"")]
    [InlineData("utf-8", false, "application/json; charset=utf8")]
    [InlineData("utf-8", false, "application/json; charset=nobody-knows-it")]
    [InlineData("utf-8", false, "application/json; charset=")]
    [InlineData("iso-8859-1", false, "application/json; charset=iso-8859-1")]
    [InlineData("iso-8859-1", false, "application/json; charset=\"ISO-8859-1\"")]
    [InlineData("iso-8859-1", false, "application/json; charset=windows-1252")]
    [InlineData("utf-16", false, "application/json; charset=utf-16")]
    [InlineData("utf-16", true, "application/json; charset=utf-16")]
    [InlineData("utf-16", true, "application/json")]
    [InlineData("utf-16BE", true, "application/json")]
    [InlineData("utf-16BE", false, "application/json; charset=utf-16be")]
    [InlineData("utf-32", true, "application/json")]
    public async Task A_body_is_read_whatever_it_is_written_in(string encoding, bool mark, string? kind)
    {
        var written = Encoding.GetEncoding(encoding);
        byte[] Bytes(string text) => [.. mark ? written.GetPreamble() : [], .. written.GetBytes(text)];
        using var server = Server(Bytes("""{"type":"contact","id":"1","name":"Zoë Müller"}"""), kind);
        Assert.Equal(
            "Zoë Müller",
            (await server.Run(server.Client().SendAsync<Contact>(Read, cancellation: TestContext.Current.CancellationToken)))!.Name);

        using var refusing = Server(
            Bytes("""{"type":"error.list","errors":[{"code":"parameter_invalid","message":"Zoë is unknown"}]}"""), kind, 422);
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() => refusing.Run(refusing.Client().SendAsync<Contact>(Read)));
        Assert.Contains("Zoë is unknown", failure.Message, StringComparison.Ordinal);

        using var text = Server(Bytes("Zoë: hello"), kind is null ? null : "text/plain" + kind.Substring("application/json".Length));
        Assert.Equal(
            "Zoë: hello", await text.Run(text.Client().SendAsync<string>(Read, cancellation: TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_large_body_in_another_encoding_is_read_whole()
    {
        var name = string.Concat(Enumerable.Repeat("Zoë 東京 ", 20_000));
        using var server = Server(
            [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes($$"""{"type":"contact","id":"1","name":"{{name}}"}""")],
            "application/json");
        Assert.Equal(
            name, (await server.Run(server.Client().SendAsync<Contact>(Read, cancellation: TestContext.Current.CancellationToken)))!.Name);
    }

    [Fact]
    public async Task A_token_in_another_encoding_is_blotted_out_too()
    {
        using var server = Server(
            Encoding.Unicode.GetBytes("""{"type":"error.list","errors":[{"code":"x","message":"secret-token"}]}"""),
            "application/json; charset=utf-16",
            422);
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() => server.Run(server.Client().SendAsync<Contact>(Read)));
        Assert.DoesNotContain("secret-token", failure + failure.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_taken_as_it_came()
    {
        byte[] file = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("id,name\r\n1,Zoë\r\n")];
        foreach (var kind in new[] { "text/csv; charset=utf-16", "application/json; charset=utf-16" })
        {
            using var server = Server(file, kind);
            using var taken = new MemoryStream();
            await server.Client().DownloadAsync(Read, taken, cancellation: TestContext.Current.CancellationToken);
            Assert.Equal(file, taken.ToArray());
        }
    }

    [Theory]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=nobody-knows-it")]
    [InlineData("application/json; charset=utf-7")]
    public async Task A_body_that_is_not_what_it_says_is_an_error_that_can_be_read(string kind)
    {
        using var server = Server([0x80, 0x81, 0xFF], kind);
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() => server.Run(server.Client().SendAsync<Contact>(Read)));
        Assert.Equal("unreadable_answer", failure.Code);
    }
}
