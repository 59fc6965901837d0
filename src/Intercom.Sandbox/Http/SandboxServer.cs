using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Intercom.Sandbox;

/// <summary>Serves a workspace over HTTP, on the loopback address only. It ends when it is disposed, or with the process.</summary>
public sealed class SandboxServer : IDisposable
{
    private const int LargestBody = 10 * 1024 * 1024;
    private const int MostDiscarded = 8 * LargestBody;
    private readonly HttpListener _listener;
    private readonly SandboxWorkspace _workspace;
    private readonly CancellationTokenSource _stop = new();
    private int _ended;

    private SandboxServer(HttpListener listener, Uri baseUri, SandboxWorkspace workspace)
    {
        _listener = listener;
        BaseUri = baseUri;
        _workspace = workspace;
        _ = Task.Run(ServeAsync);
    }

    /// <summary>The address to call.</summary>
    public Uri BaseUri { get; }

    /// <summary>Starts to serve.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="port">The port. 0 chooses a free one.</param>
    /// <exception cref="HttpListenerException">The port is in use.</exception>
    public static SandboxServer Start(SandboxWorkspace workspace, int port = 0)
    {
        for (var attempt = 0; ; attempt++)
        {
            var chosen = port > 0 ? port : FreePort();
            var listener = new HttpListener();
            listener.Prefixes.Add($"http://127.0.0.1:{chosen}/");
            listener.Prefixes.Add($"http://localhost:{chosen}/");
            try
            {
                listener.Start();
                return new SandboxServer(listener, new Uri($"http://127.0.0.1:{chosen}/"), workspace);
            }
            catch (Exception failure) when ((failure is HttpListenerException or SocketException) && port == 0 && attempt < 20)
            {
                listener.Close();
            }
        }
    }

    private static int FreePort()
    {
        var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        return port;
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync().ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
            _ = Task.Run(() => GuardAsync(context));
        }
    }

    /// <summary>Ensures that a failing request does not leave its client waiting, and that no other client is affected.</summary>
    private async Task GuardAsync(HttpListenerContext context)
    {
        try
        {
            await AnswerAsync(context).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            context.Response.Abort();
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            await AnswerCoreAsync(context).ConfigureAwait(false);
        }
        catch (Exception failure) when (
            failure is HttpListenerException or ObjectDisposedException or IOException
                or InvalidOperationException or OperationCanceledException or ProtocolViolationException)
        {
            // The client went away, or the sandbox breaks the connection on purpose.
            Break(context.Response);
        }
    }

    /// <summary>
    /// Ends the connection in the middle of an answer. HttpListener outside Windows would otherwise finish it in good order, as an
    /// empty 200.
    /// </summary>
    private static void Break(HttpListenerResponse response)
    {
        try
        {
            response.ContentLength64 = 1000;
        }
        catch (Exception failure) when (failure is InvalidOperationException or ObjectDisposedException or ProtocolViolationException)
        {
            // The head of the response is already sent, and the rest of its body will be missing.
        }
        response.Abort();
    }

    private async Task AnswerCoreAsync(HttpListenerContext context)
    {
        var body = await BodyAsync(context.Request).ConfigureAwait(false);
        if (body is null)
        {
            await WriteAsync(
                context.Response,
                413,
                "{\"type\":\"error.list\",\"errors\":[{\"code\":\"too_large\",\"message\":\"The body is larger than 10 "
                    + "MB\"}]}").ConfigureAwait(false);
            return;
        }
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var key in context.Request.Headers.AllKeys)
        {
            if (key is not null) headers[key] = context.Request.Headers[key]!;
        }
        headers["X-Scheme"] = "http";
        var address = context.Request.RawUrl ?? "/";
        var mark = address.IndexOf('?');
        var answer = await _workspace.HandleAsync(
            new SandboxRequest(
                context.Request.HttpMethod,
                mark < 0 ? address : address.Substring(0, mark),
                mark < 0 ? "" : address.Substring(mark + 1),
                body.Length == 0 ? null : body,
                headers),
            _stop.Token).ConfigureAwait(false);
        context.Response.StatusCode = answer.Status;
        foreach (var header in answer.Headers)
        {
            if (header.Key == "Content-Type") context.Response.ContentType = header.Value;
            else context.Response.Headers[header.Key] = header.Value;
        }
        context.Response.ContentLength64 = answer.Body.Length;
        await context.Response.OutputStream.WriteAsync(answer.Body, 0, answer.Body.Length, _stop.Token).ConfigureAwait(false);
        context.Response.Close();
    }

    private static async Task<string?> BodyAsync(HttpListenerRequest request)
    {
        var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        long total = 0;
        int read;
        // What is too large is read on for a while and thrown away: a client that is still sending would not hear the answer.
        while (total < MostDiscarded && (read = await request.InputStream.ReadAsync(buffer, 0, buffer.Length).ConfigureAwait(false)) > 0)
        {
            total += read;
            if (total <= LargestBody) text.Write(buffer, 0, read);
        }
        return total > LargestBody ? null : Encoding.UTF8.GetString(text.ToArray());
    }

    private static async Task WriteAsync(HttpListenerResponse response, int status, string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength64 = bytes.Length;
        await response.OutputStream.WriteAsync(bytes, 0, bytes.Length).ConfigureAwait(false);
        response.Close();
    }

    /// <summary>Stops serving.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0) return;
        _stop.Cancel();
        _listener.Close();
        _stop.Dispose();
    }
}
