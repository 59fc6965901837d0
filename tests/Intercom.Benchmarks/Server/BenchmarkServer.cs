using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Intercom.Benchmarks.Server;

/// <summary>
/// A server of HTTP/1.1 on loopback that does as little as it can: it reads a request, waits for the set latency and sends bytes that were
/// made
/// beforehand. It lives in a process of its own and ends with the standard input that its parent holds.
/// </summary>
internal static class BenchmarkServer
{
    public static async Task RunAsync()
    {
        var answers = new Answers();
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(512);
        Console.WriteLine(((IPEndPoint)listener.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture));
        _ = AcceptAsync(listener, answers);
        await Console.In.ReadLineAsync();
    }

    private static async Task AcceptAsync(Socket listener, Answers answers)
    {
        while (true)
        {
            var socket = await listener.AcceptAsync();
            socket.NoDelay = true;
            _ = Task.Run(() => ServeAsync(socket, answers));
        }
    }

    private static async Task ServeAsync(Socket socket, Answers answers)
    {
        using var owned = socket;
        var buffer = new byte[256 * 1024];
        var filled = 0;
        try
        {
            while (true)
            {
                int head;
                while ((head = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
                {
                    if (!await ReceiveAsync()) return;
                }
                var (method, path, length, expects) = ReadHead(buffer.AsSpan(0, head));
                var end = head + 4 + length;
                if (expects) await socket.SendAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray());
                while (filled < end)
                {
                    if (!await ReceiveAsync()) return;
                }
                var isControl = path.StartsWith("/__", StringComparison.Ordinal);
                if (!isControl && answers.Latency > 0) await Task.Delay(answers.Latency);
                await SendAsync(socket, answers.To(method, path, buffer.AsSpan(head + 4, length)));
                Buffer.BlockCopy(buffer, end, buffer, 0, filled - end);
                filled -= end;
            }
        }
        catch (Exception failure) when (failure is SocketException or IOException or ObjectDisposedException)
        {
            // The client went away.
        }
        catch (NotSupportedException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
        }

        async Task<bool> ReceiveAsync()
        {
            if (filled == buffer.Length) throw new IOException("The request is larger than any of the benchmark's.");
            var read = await socket.ReceiveAsync(buffer.AsMemory(filled));
            filled += read;
            return read > 0;
        }
    }

    private static (string Method, string Path, int Length, bool Expects) ReadHead(ReadOnlySpan<byte> head)
    {
        var lines = Encoding.ASCII.GetString(head).Split("\r\n");
        var words = lines[0].Split(' ');
        var length = 0;
        var expects = false;
        foreach (var line in lines.Skip(1))
        {
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(line.AsSpan(15), CultureInfo.InvariantCulture);
            else if (line.StartsWith("Transfer-Encoding:", StringComparison.OrdinalIgnoreCase))
                throw new NotSupportedException("This server reads bodies with a Content-Length only.");
            else if (line.StartsWith("Expect:", StringComparison.OrdinalIgnoreCase)) expects = true;
        }
        return (words[0], words[1], length, expects);
    }

    private static async Task SendAsync(Socket socket, Answer answer)
    {
        // The budget in the headers is so large that nobody is ever held back: the wire is measured, not Intercom's limit.
        var now = DateTimeOffset.UtcNow;
        var head =
            $"HTTP/1.1 {answer.Status} OK\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: "
            + $"{answer.Pieces.Sum(piece => piece.Count)}\r\nDate: {now:R}\r\n"
            + $"X-Request-Id: 000bench\r\nX-RateLimit-Limit: 100000000\r\nX-RateLimit-Remaining: 99999999\r\nX-RateLimit-Reset: "
                + $"{now.ToUnixTimeSeconds() + 10}\r\n"
            + "Intercom-Version: 2.14\r\nVary: Accept-Encoding\r\nCache-Control: max-age=0, private\r\n\r\n";
        var pieces = new List<ArraySegment<byte>>(answer.Pieces.Count + 1) { Encoding.ASCII.GetBytes(head) };
        pieces.AddRange(answer.Pieces);
        while (pieces.Count > 0)
        {
            var sent = await socket.SendAsync(pieces, SocketFlags.None);
            while (pieces.Count > 0 && sent >= pieces[0].Count)
            {
                sent -= pieces[0].Count;
                pieces.RemoveAt(0);
            }
            if (sent > 0) pieces[0] = pieces[0][sent..];
        }
    }
}
