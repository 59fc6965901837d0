using System.Diagnostics;
using System.Reflection;

namespace Intercom.Reliability.Tests;

/// <summary>A shell in a process of its own, with the built module, running one script.</summary>
internal sealed class ShellRun : IDisposable
{
    private static readonly string Assembly = typeof(ShellRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "ShellAssembly").Value!;
    private readonly Process _process;
    private readonly Task<string> _error;

    public ShellRun(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet",
            ["exec", Assembly, "-NoLogo", "-File", script, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true,
            RedirectStandardError = true };
        start.Environment["INTERCOM_TOKEN"] = "reliability-test";
        _process = Process.Start(start)!;
        _error = _process.StandardError.ReadToEndAsync();
    }

    public bool HasEnded => _process.HasExited;

    /// <summary>The next line that the script wrote.</summary>
    public async Task<string?> LineAsync(CancellationToken cancellation) => await _process.StandardOutput.ReadLineAsync(cancellation);

    /// <summary>Sends the script a line.</summary>
    public void Tell(string line) => _process.StandardInput.WriteLine(line);

    /// <summary>Ends the process as <c>kill -9</c> does: it learns nothing of it.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits for the end; a script that failed fails the test with what it said.</summary>
    public async Task<string> EndAsync(CancellationToken cancellation)
    {
        var output = await _process.StandardOutput.ReadToEndAsync(cancellation);
        await _process.WaitForExitAsync(cancellation);
        return _process.ExitCode == 0 ? output
            : throw new InvalidOperationException($"The shell ended with {_process.ExitCode}:\n{output}\n{await _error}");
    }

    public async Task WaitForEndAsync(CancellationToken cancellation) => await _process.WaitForExitAsync(cancellation);

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}

/// <summary>A folder that goes with the test.</summary>
internal sealed class Folder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reliability-test-");

    public string this[string name] => Path.Combine(_folder.FullName, name);

    /// <summary>Writes a script into it.</summary>
    public string Script(string text)
    {
        File.WriteAllText(this["script.ps1"], text);
        return this["script.ps1"];
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
