using System.IO.Compression;
using System.Net;
using System.Net.Http;
using System.Text;
using Intercom.Http;
using Intercom.Paging;

namespace Intercom.Client.Tests.Http;

/// <summary>Tests that measure the whole process, and so run when no other does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}

/// <summary>Answers that are broken on the wire itself, through the real transport.</summary>
[Collection(AloneCollection.Name)]
public class HostileServerTests
{
    private const int Chunk = 1 << 20;

    /// <summary>Not repeated, so that the first response decides.</summary>
    private static readonly ApiRequest Once = new("GET", "contacts/1") { Retry = RetryClass.Once };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly byte[] Contact = Encoding.UTF8.GetBytes("""{"type":"contact","id":"1","name":"Ada Lovelace of the engine"}""");

    private static async Task<IntercomApiException> Fails(RawServer server)
    {
        using var client = server.Client();
        return await Assert.ThrowsAsync<IntercomApiException>(() => client.SendAsync<Contact>(Once, cancellation: Stop));
    }

    [Theory, MemberData(nameof(Packing.Encodings), MemberType = typeof(Packing))]
    public async Task A_compressed_answer_is_asked_for_and_read(string encoding)
    {
        using var server = new RawServer(RawServer.Answer(Packing.Pack(encoding, Contact), $"Content-Encoding: {encoding}\r\n"));
        using var client = server.Client();
        Assert.Equal("Ada Lovelace of the engine", (await client.SendAsync<Contact>(Once, cancellation: Stop))!.Name);
        var offer = Array.Find(
            Assert.Single(server.Requests).Split("\r\n"), line => line.StartsWith("Accept-Encoding:", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(encoding, offer, StringComparison.Ordinal);
    }

    [Theory(
        Skip = "mono calls it an error of the connection",
        SkipWhen = nameof(Runtime.IsMono),
        SkipType = typeof(Runtime)), MemberData(nameof(Packing.Encodings),
        MemberType = typeof(Packing))]
    public async Task A_body_that_is_not_what_its_encoding_says_is_a_readable_error(string encoding)
    {
        var rubbish = new byte[500];
        new Random(3).NextBytes(rubbish);
        rubbish[0] = 0xFF;
        using var server = new RawServer(RawServer.Answer(rubbish, $"Content-Encoding: {encoding}\r\n"));
        var failure = await Fails(server);
        Assert.Equal("unreadable_answer", failure.Code);
        Assert.Contains("compression is broken", failure.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Packing.Encodings), MemberType = typeof(Packing))]
    public async Task A_compressed_answer_cut_off_in_the_middle_is_a_readable_error(string encoding)
    {
        var whole = Packing.Pack(
            encoding, Encoding.UTF8.GetBytes("{\"name\":\"" + string.Concat(Enumerable.Range(0, 4000).Select(i => i * 7919)) + "\"}"));
        using var server = new RawServer(RawServer.Answer([.. whole.Take(whole.Length / 2)], $"Content-Encoding: {encoding}\r\n"));
        Assert.Equal("unreadable_answer", (await Fails(server)).Code);
    }

    [Fact]
    public async Task A_connection_that_ends_before_the_body_does_is_a_broken_connection()
    {
        var whole = RawServer.Answer(Contact);
        using var server = new RawServer([.. whole.Take(whole.Length - 10)]);
        Assert.Equal("connection_broken", (await Fails(server)).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1\r\n\r\n")]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n")]
    [InlineData("HTTP/1.1 999 Odd\r\nContent-Length: 2\r\n\r\n{}")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\n{}")]
    [InlineData(
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Type: \r\nDate: never\r\nRetry-After: soon\r\nX-RateLimit-Reset: "
            + "-1\r\nX-RateLimit-Limit: 99999999999999999999\r\n\r\n[]")]
    public async Task Anything_but_proper_HTTP_is_a_readable_error(string answer)
    {
        using var server = new RawServer(Encoding.Latin1.GetBytes(answer));
        var failure = await Fails(server);
        Assert.StartsWith("GET contacts/1 ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-token", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("secret-token\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nsecret-token\r\n\r\n{}")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nsecret-token\r\n{}")]
    [InlineData("HTTP/1.1 404 secret-token\r\nX-secret-token: secret-token\r\nContent-Length: 2\r\n\r\n{}")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: http://secret-token.example/\r\nContent-Length: 0\r\n\r\n")]
    public async Task Broken_HTTP_that_holds_the_token_shows_it_nowhere(string answer)
    {
        using var server = new RawServer(Encoding.Latin1.GetBytes(answer));
        using var client = server.Client();
        using var file = new MemoryStream();
        var download = await Assert.ThrowsAsync<IntercomApiException>(() => client.DownloadAsync(Once, file, cancellation: Stop));
        foreach (var failure in new[] { await Fails(server), download })
        {
            for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
            {
                Assert.DoesNotContain("secret-token", cause.ToString(), StringComparison.OrdinalIgnoreCase);
            }
            Assert.DoesNotContain("secret-token", string.Join("\n", failure.Headers) + failure.Body, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task What_Windows_PowerShell_says_of_a_body_that_breaks_off_is_a_broken_connection()
    {
        var server = new FakeServer((_, _) =>
            new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new BreakingStream()) });
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() => server.Run(server.Client().SendAsync<Contact>(Once)));
        Assert.Equal("connection_broken", failure.Code);
    }

    private sealed class BreakingStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => 0; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) =>
            throw new WebException("The request was aborted: The connection was closed unexpectedly.");

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    [Fact]
    public async Task Two_gigabytes_that_say_so_are_not_read_at_all()
    {
        long sent = 0;
        using var server = new RawServer(async (stream, stop) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 2147483648\r\n\r\n"), stop);
            for (var chunk = new byte[Chunk]; sent < 2L << 30; sent += Chunk) await stream.WriteAsync(chunk, stop);
        });
        var failure = await Fails(server);
        Assert.Equal("answer_too_large", failure.Code);
        // The buffers of the sockets, and the little that the transport reads on to save a connection.
        Assert.InRange(Interlocked.Read(ref sent), 0, 32L << 20);
    }

    [Fact(Skip = Runtime.TooSlow, SkipType = typeof(Runtime), SkipWhen = nameof(Runtime.IsMutated))]
    public async Task Two_gigabytes_without_a_length_end_at_the_limit_and_the_memory_with_them()
    {
        long sent = 0;
        using var server = new RawServer(async (stream, stop) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\n\r\n{\"name\":\""), stop);
            var chunk = new byte[Chunk];
            Array.Fill(chunk, (byte)'x');
            for (; sent < 2L << 30; sent += Chunk) await stream.WriteAsync(chunk, stop);
        });
        var before = GC.GetTotalAllocatedBytes();
        var failure = await Fails(server);
        Assert.Equal("answer_too_large", failure.Code);
        Assert.Contains("128 MB", failure.Message, StringComparison.Ordinal);
        Assert.InRange(Interlocked.Read(ref sent), 100L << 20, 192L << 20);
        // The buffers together: each is twice the one before it, the last the limit's.
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 640L << 20);
    }

    [Fact(Skip = Runtime.TooSlow, SkipType = typeof(Runtime), SkipWhen = nameof(Runtime.IsMutated))]
    public async Task Two_megabytes_that_unpack_to_two_gigabytes_end_at_the_limit()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[Chunk];
            for (var i = 0; i < 2048; i++) gzip.Write(zeros);
        }
        using var server = new RawServer(RawServer.Answer(packed.ToArray(), "Content-Encoding: gzip\r\n"));
        Assert.Equal("answer_too_large", (await Fails(server)).Code);
    }

    [Fact]
    public async Task A_server_that_never_ends_its_answer_ends_with_the_time_for_it()
    {
        using var server = new RawServer(async (stream, stop) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"), stop);
            await Task.Delay(Timeout.Infinite, stop);
        });
        using var client = server.Client(TimeSpan.FromMilliseconds(200));
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() => client.SendAsync<Contact>(Once, cancellation: Stop));
        Assert.Equal("timeout", failure.Code);
    }

    [Theory]
    [InlineData("301 Moved")]
    [InlineData("302 Found")]
    [InlineData("307 Temporary Redirect")]
    [InlineData("308 Permanent Redirect")]
    public async Task A_redirect_to_another_host_is_not_followed_and_the_token_stays_home(string status)
    {
        using var elsewhere = new RawServer(RawServer.Answer(Contact));
        using var server = new RawServer(RawServer.Answer([], $"Location: {elsewhere.BaseUri}contacts/1\r\n", status));
        Assert.Equal("redirect_refused", (await Fails(server)).Code);
        Assert.Single(server.Requests);
        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [InlineData("/HOST/steal")]
    [InlineData("HOST/steal")]
    [InlineData("//AUTHORITY/steal")]
    [InlineData("/\\AUTHORITY/steal")]
    [InlineData("http:/HOST/steal")]
    [InlineData("http://[bad")]
    [InlineData("HOME/HOST/steal")]
    [InlineData("HOME//AUTHORITY/steal")]
    [InlineData("HOME@AUTHORITY/steal")]
    public async Task A_next_page_never_takes_the_token_to_another_host_however_it_is_written(string link)
    {
        using var elsewhere = new RawServer(RawServer.Answer(Encoding.UTF8.GetBytes("""{"type":"list","data":[]}""")));
        RawServer? home = null;
        home = new RawServer((stream, stop) =>
        {
            var next = link
                .Replace("HOME", home!.BaseUri.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
                .Replace("HOST", elsewhere.BaseUri.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
                .Replace("AUTHORITY", elsewhere.BaseUri.Authority, StringComparison.Ordinal);
            var body = home.Requests.Count == 1
                ? System.Text.Json.JsonSerializer.Serialize(new { type = "list", data = new[] { new { id = "1" } }, pages = new { next } })
                : """{"type":"list","data":[]}""";
            return stream.WriteAsync(RawServer.Answer(Encoding.UTF8.GetBytes(body)), stop).AsTask();
        });
        using (home)
        {
            using var client = home.Client();
            try
            {
                await foreach (var _ in Pager.Stream(
                    client, new ApiRequest("GET", "events") { Paging = PageShape.Link, Retry = RetryClass.Once },
                    typeof(Contact), cancellation: Stop))
                {
                    // The first page is good.
                }
            }
            catch (IntercomApiException failure)
            {
                Assert.Equal("foreign_link", failure.Code);
            }
            Assert.Empty(elsewhere.Requests);
        }
    }

    [Theory]
    [InlineData("http://elsewhere.example/contacts")]
    [InlineData("//elsewhere.example/contacts")]
    [InlineData("\\\\elsewhere.example\\contacts")]
    public async Task A_path_that_is_an_address_of_its_own_is_not_sent(string path)
    {
        var server = new FakeServer((_, _) => FakeServer.Json("{}"));
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() =>
            server.Client().SendAsync<Contact>(new ApiRequest("GET", path), cancellation: Stop));
        Assert.Equal("foreign_link", failure.Code);
        Assert.Empty(server.Calls);
    }

    [Fact(Skip = "mono cannot make a certificate", SkipWhen = nameof(Runtime.IsMono), SkipType = typeof(Runtime))]
    public async Task A_certificate_that_nobody_trusts_is_refused_and_nothing_is_sent()
    {
        using var certificate = RawServer.SelfSigned();
        using var server = new RawServer((stream, stop) => stream.WriteAsync(RawServer.Answer(Contact), stop).AsTask(), certificate);
        var failure = await Fails(server);
        Assert.Equal("tls_failed", failure.Code);
        Assert.Equal(RequestOutcome.NotApplied, failure.Outcome);
        Assert.False(failure.IsTransient);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("""{"name":"\ud800"}""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"data":[{"id":"\udfff"}],"pages":{"next":{"starting_after":"\ud800"}}}""")]
    [InlineData("""{"type":"error.list","errors":[{"code":"\ud800","message":"\udc00"}]}""")]
    public async Task Half_a_letter_is_a_readable_error_wherever_it_stands(string body)
    {
        foreach (var status in new[] { HttpStatusCode.OK, HttpStatusCode.BadRequest })
        {
            var server = new FakeServer((_, _) => FakeServer.Json(body, status));
            using var client = server.Client();
            await Assert.ThrowsAsync<IntercomApiException>(() => client.SendAsync<Contact>(Once, cancellation: Stop));
            await Assert.ThrowsAsync<IntercomApiException>(async () =>
            {
                await foreach (var _ in Pager.Stream(
                    client, new ApiRequest("GET", "contacts") { Paging = PageShape.Auto }, typeof(Contact),
                    cancellation: Stop))
                {
                    // Nothing of it is good.
                }
            });
        }
    }

    [Fact]
    public async Task A_wait_of_hours_is_not_waited_for()
    {
        var server = new FakeServer((_, _) =>
            FakeServer.Error(429, "rate_limit_exceeded", "Exceeded rate limit of 3 in 10_seconds", ("Retry-After", "80000")));
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() => server.Client().SendAsync<Contact>(Once, cancellation: Stop));
        Assert.Single(server.Calls);
        Assert.Contains("which is too long", failure.Message, StringComparison.Ordinal);
    }
}
