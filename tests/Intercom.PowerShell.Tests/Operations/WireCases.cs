namespace Intercom.PowerShell.Tests.Operations;

/// <summary>A server that records requests, a shell that is connected to it, and a folder with two files.</summary>
public abstract class WireCases : IDisposable
{
    private protected readonly RecordingServer _server = new();
    private protected readonly Shell _shell = new();
    private protected readonly string _folder = Directory.CreateTempSubdirectory("intercom").FullName;

    protected WireCases()
    {
        _server.Connect(_shell);
        File.WriteAllText(Path.Combine(_folder, "there.csv"), "old");
        File.WriteAllText(Path.Combine(_folder, "log.txt"), "hello");
    }

    public void Dispose()
    {
        _shell.Dispose();
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected void Sends(string command, string[] requests)
    {
        Assert.Empty(_shell.Run($"$folder = '{_folder}'; {command}").Errors);
        Assert.Equal(requests.Select(Received.Sorted), _server.Calls);
    }

    private protected void Refuses(string command, string says)
    {
        var error = _shell.Run($"$folder = '{_folder}'; {command}").Error;
        Assert.Contains(says, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_server.Calls);
    }

    private protected void Serve(byte[] content, bool isPacked)
    {
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(content);
        _server.Odd = (_, response) =>
        {
            response.ContentType = "application/octet-stream";
            response.Close(isPacked ? packed.ToArray() : content, false);
            return true;
        };
    }
}
