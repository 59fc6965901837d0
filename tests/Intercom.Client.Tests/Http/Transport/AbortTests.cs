using System.Net;
using System.Net.Http;
using System.Text;
using Intercom.Http;

namespace Intercom.Client.Tests.Http;

/// <summary>How a response ends early depends on the runtime, but the client's result does not.</summary>
public class AbortTests
{
    private static readonly ApiRequest Once = new("GET", "contacts/1") { Retry = RetryClass.Once };

    public static TheoryData<Exception> Ends =>
        [
            new NullReferenceException(), new ObjectDisposedException("stream"), new IOException("aborted"),
            new InvalidDataException("half"), new WebException("The request was aborted"),
            new InvalidOperationException("closed")];

    [Theory, MemberData(nameof(Ends))]
    public async Task An_abandoned_answer_is_not_an_error_whatever_its_stream_says(Exception end)
    {
        using var stop = new CancellationTokenSource();
        using var server = new FakeServer((_, _) => Answer(new EndingStream(() =>
        {
            stop.Cancel();
            throw end;
        })));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Client().SendAsync<Contact>(Once, cancellation: stop.Token));
    }

    [Fact]
    public async Task The_errors_of_the_older_transport_name_the_connection()
    {
        using var server = new FakeServer((_, _) =>
            Answer(new EndingStream(() =>
                throw new WebException("The connection was closed unexpectedly", WebExceptionStatus.ConnectionClosed))));
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() =>
            server.Client().SendAsync<Contact>(Once, cancellation: TestContext.Current.CancellationToken));
        Assert.Equal("connection_broken", failure.Code);
        Assert.Equal(RequestOutcome.Unknown, failure.Outcome);
    }

    [Fact]
    public async Task A_body_that_ends_before_its_length_is_a_broken_connection_even_when_it_can_be_read()
    {
        using var server = new RawServer(
            Encoding.ASCII.GetBytes(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"type\":\"contact\",\"id\":\"1\"}"));
        using var client = server.Client();
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() =>
            client.SendAsync<Contact>(Once, cancellation: TestContext.Current.CancellationToken));
        Assert.Equal("connection_broken", failure.Code);
    }

    [Fact(Skip = "mono unpacks on after an error of the stream below", SkipWhen = nameof(Runtime.IsMono), SkipType = typeof(Runtime))]
    public async Task A_packed_file_that_is_cut_off_is_not_a_whole_file()
    {
        var packed = Packing.Pack(
            "gzip", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 4000).Select(i => $"{i * 7919},Ada\n"))));
        using var server = new RawServer(
            [
                .. Encoding.ASCII.GetBytes(
                    $"HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\n\r\n"),
                .. packed.Take(packed.Length / 2)]);
        using var client = server.Client();
        using var file = new MemoryStream();
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() =>
            client.DownloadAsync(
                new ApiRequest("GET", "download/content/data/j1") { Retry = RetryClass.Once },
                file,
                cancellation: TestContext.Current.CancellationToken));
        Assert.Equal("connection_broken", failure.Code);
    }

    private static HttpResponseMessage Answer(Stream body) =>
        new(HttpStatusCode.OK) { Content = new StreamContent(body) { Headers = { { "Content-Type", "application/json" } } } };

    /// <summary>A few characters, and then the end.</summary>
    private sealed class EndingStream(Action end) : MemoryStream(Encoding.UTF8.GetBytes("{\"id\":"))
    {
        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            if (Position == Length) end();
            return Task.FromResult(Read(buffer, offset, count));
        }
    }
}
