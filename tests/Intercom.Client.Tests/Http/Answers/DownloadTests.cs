using System.Net;
using System.Net.Http;
using System.Text;
using Intercom.Http;

namespace Intercom.Client.Tests.Http;

/// <summary>Files are streamed completely or not at all, and redirects are followed without the token.</summary>
public class DownloadTests
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 200_000).Select(number => (byte)number)];
    private static readonly ApiRequest Request = new("GET", "download/content/data/j1") { Accept = "application/octet-stream" };

    private static HttpResponseMessage FileOf(byte[] content, string kind = "application/octet-stream")
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(content) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", kind);
        return response;
    }

    private static HttpResponseMessage RedirectTo(string? address)
    {
        var response = new HttpResponseMessage(HttpStatusCode.Found);
        if (address is not null) response.Headers.Location = new Uri(address, UriKind.RelativeOrAbsolute);
        return response;
    }

    private static async Task<(byte[] Bytes, IntercomApiException? Failure)> Fetch(FakeServer server)
    {
        using var client = server.Client();
        using var stream = new MemoryStream();
        try
        {
            await server.Run(client.DownloadAsync(Request, stream));
            return (stream.ToArray(), null);
        }
        catch (IntercomApiException failure)
        {
            return (stream.ToArray(), failure);
        }
    }

    [Fact]
    public async Task A_file_comes_whole_and_its_progress_is_told()
    {
        using var server = new FakeServer((_, _) => FileOf(Content));
        using var client = server.Client();
        using var stream = new MemoryStream();
        DownloadProgress told = default;
        await client.DownloadAsync(
            Request, stream, progress: new Told(now => told = now), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(Content, stream.ToArray());
        Assert.Equal(new DownloadProgress(Content.Length, Content.Length), told);
        Assert.Equal("Bearer secret-token", server.Requests[0].Headers.Authorization?.ToString());
    }

    [Fact]
    public async Task A_redirect_to_another_host_is_followed_without_the_token()
    {
        using var server = new FakeServer((_, request) =>
            request.RequestUri!.Host == "storage.example" ? FileOf(Content) : RedirectTo("https://storage.example/file?signature=1"));
        var (bytes, failure) = await Fetch(server);
        Assert.Null(failure);
        Assert.Equal(Content, bytes);
        Assert.Equal(2, server.Requests.Count);
        Assert.Null(server.Requests[1].Headers.Authorization);
        Assert.DoesNotContain(
            server.Requests[1].Headers, header => string.Join(",", header.Value).Contains("secret-token", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://storage.example/file", "foreign_link")]
    [InlineData("ftp://storage.example/file", "foreign_link")]
    public async Task A_redirect_to_an_unsafe_address_is_refused(string address, string code)
    {
        using var server = new FakeServer((_, _) => RedirectTo(address));
        var (bytes, failure) = await Fetch(server);
        Assert.Equal(code, failure?.Code);
        Assert.Empty(bytes);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Redirects_without_end_are_refused()
    {
        using var server = new FakeServer((own, _) => RedirectTo($"https://storage.example/{own.Calls.Count}"));
        var (_, failure) = await Fetch(server);
        Assert.Equal("download_failed", failure?.Code);
        Assert.Equal(6, server.Requests.Count);
    }

    [Fact]
    public async Task A_file_that_breaks_off_is_begun_again()
    {
        using var server = new FakeServer((own, _) =>
        {
            if (own.Calls.Count > 2) return FileOf(Content);
            var cut = FileOf([.. Content.Take(1000)]);
            cut.Content.Headers.ContentLength = Content.Length;
            return cut;
        });
        var (bytes, failure) = await Fetch(server);
        Assert.Null(failure);
        Assert.Equal(Content, bytes);
        Assert.Equal(3, server.Calls.Count);
    }

    [Fact]
    public async Task A_file_that_always_breaks_off_is_an_error()
    {
        using var server = new FakeServer((_, _) =>
        {
            var cut = FileOf([.. Content.Take(1000)]);
            cut.Content.Headers.ContentLength = Content.Length;
            return cut;
        });
        var (_, failure) = await Fetch(server);
        Assert.Equal("connection_broken", failure?.Code);
    }

    [Theory]
    [InlineData(404, "not_found")]
    [InlineData(401, "unauthorized")]
    public async Task An_error_is_the_error_and_no_file(int status, string code)
    {
        using var server = new FakeServer((_, _) => FakeServer.Error(status, code, "No"));
        var (bytes, failure) = await Fetch(server);
        Assert.Equal((status, code), (failure?.StatusCode, failure?.Code));
        Assert.Empty(bytes);
    }

    [Fact]
    public async Task A_success_that_holds_an_error_list_is_an_error()
    {
        using var server = new FakeServer((_, _) =>
            FakeServer.Json("""{"type":"error.list","errors":[{"code":"not_found","message":"Gone"}]}"""));
        var (bytes, failure) = await Fetch(server);
        Assert.Equal("not_found", failure?.Code);
        Assert.Empty(bytes);
    }

    [Fact]
    public async Task An_address_that_has_expired_is_said_with_its_status()
    {
        using var server = new FakeServer((_, request) =>
            request.RequestUri!.Host == "storage.example"
                ? new HttpResponseMessage(HttpStatusCode.Forbidden) { Content = new StringContent("<Error/>") }
                : RedirectTo("https://storage.example/file"));
        var (_, failure) = await Fetch(server);
        Assert.Equal(("download_failed", 403), (failure?.Code, failure?.StatusCode));
        Assert.DoesNotContain("signature", failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_download_that_is_stopped_stops()
    {
        using var stop = new CancellationTokenSource();
        using var server = new FakeServer(async (_, _) =>
        {
            await stop.CancelAsync();
            return FileOf(Content);
        });
        using var client = server.Client();
        using var stream = new MemoryStream();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.DownloadAsync(Request, stream, cancellation: stop.Token));
    }

    [Theory]
    [InlineData("text/html", "<!DOCTYPE html><html><body>Sign in</body></html>")]
    [InlineData("text/html; charset=utf-8", "Access denied by the proxy")]
    [InlineData("application/xhtml+xml", "<html/>")]
    [InlineData("text/plain", "\uFEFF\r\n <!doctype HTML><title>Sign in</title>")]
    [InlineData("application/octet-stream", "<HTML><body>Sign in</body></HTML>")]
    [InlineData("text/html", "")]
    public async Task A_web_page_in_the_place_of_the_file_is_an_error_and_nothing_is_written(string kind, string page)
    {
        foreach (var redirected in new[] { false, true })
        {
            using var server = new FakeServer((_, request) =>
                redirected && request.RequestUri!.Host != "login.example"
                    ? RedirectTo("https://login.example/")
                    : FileOf(Encoding.UTF8.GetBytes(page), kind));
            var (bytes, failure) = await Fetch(server);
            Assert.Equal("unreadable_answer", failure?.Code);
            Assert.Contains("is a web page", failure!.Message, StringComparison.Ordinal);
            Assert.Equal(page, failure.Body);
            Assert.Equal(redirected ? 2 : 1, server.Calls.Count);
            Assert.Empty(bytes);
        }
    }

    [Theory]
    [InlineData("text/csv", "<id>,name\n1,2")]
    [InlineData("text/plain", "id,name\n1,<html>")]
    [InlineData("application/json", "id,name\n1,2")]
    [InlineData("application/gzip", "x")]
    [InlineData("application/zip", "PK")]
    [InlineData("audio/mpeg", "ID3")]
    [InlineData("binary/octet-stream", "ID3")]
    [InlineData("", "x")]
    public async Task A_body_that_is_neither_a_page_nor_JSON_is_the_file(string kind, string content)
    {
        using var server = new FakeServer((_, _) => FileOf(Encoding.UTF8.GetBytes(content), kind));
        var (bytes, failure) = await Fetch(server);
        Assert.Null(failure);
        Assert.Equal(content, Encoding.UTF8.GetString(bytes));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON; charset=utf-8")]
    public async Task A_JSON_document_in_the_place_of_the_file_is_an_error_and_nothing_is_written(string kind)
    {
        using var server = new FakeServer((_, _) =>
            FileOf(Encoding.UTF8.GetBytes(" {\"job_identifier\":\"j1\",\"status\":\"pending\"}"), kind));
        var (bytes, failure) = await Fetch(server);
        Assert.Equal("unreadable_answer", failure?.Code);
        Assert.Empty(bytes);
    }

    [Fact]
    public async Task A_page_that_shows_the_token_is_kept_without_it()
    {
        using var server = new FakeServer((_, _) =>
        {
            var page = FileOf(Encoding.UTF8.GetBytes("<html>Bearer secret-token</html>"), "text/html");
            page.Headers.Add("X-Seen", "secret-token");
            return page;
        });
        var (_, failure) = await Fetch(server);
        Assert.DoesNotContain("secret-token", failure!.Body + failure.Headers["X-Seen"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/octet-stream", false)]
    [InlineData("application/json", false)]
    [InlineData("application/octet-stream", true)]
    public async Task A_disk_that_is_full_ends_the_download_at_once_and_is_not_called_a_broken_connection(string kind, bool whenEmptied)
    {
        using var server = new FakeServer((_, _) => FileOf(Content, kind));
        using var client = server.Client();
        using var disk = new FullDisk(whenEmptied);
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() => server.Run(client.DownloadAsync(Request, disk)));
        Assert.Equal("write_failed", failure.Code);
        Assert.Contains("No space left", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.IsTransient);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task A_redirect_into_this_machine_is_refused_to_a_server_elsewhere()
    {
        using var server = new FakeServer((_, request) =>
            request.RequestUri!.IsLoopback ? FileOf(Content) : RedirectTo("http://127.0.0.1:8080/secrets"));
        var (bytes, failure) = await Fetch(server);
        Assert.Equal("foreign_link", failure?.Code);
        Assert.Empty(bytes);
    }

    [Theory]
    [InlineData("http://[bad")]
    [InlineData("//")]
    public async Task A_redirect_without_an_address_is_a_readable_error(string location)
    {
        using var server = new FakeServer((_, _) =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.Found);
            response.Headers.TryAddWithoutValidation("Location", location);
            return response;
        });
        var (_, failure) = await Fetch(server);
        Assert.NotNull(failure);
    }

    /// <summary>A disk on which nothing more fits.</summary>
    private sealed class FullDisk(bool whenEmptied) : MemoryStream
    {
        public override void SetLength(long value)
        {
            if (whenEmptied) throw new IOException("No space left on device");
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            throw new IOException("No space left on device");
    }

    private sealed class Told(Action<DownloadProgress> tell) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => tell(value);
    }
}
