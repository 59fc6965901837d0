using System.Diagnostics;

namespace Intercom.PowerShell.Tests;

/// <summary>The tool that completes the module at the end of its build, as this configuration built it.</summary>
internal static class DocsTool
{
    private static readonly string Configuration = new DirectoryInfo(System.AppContext.BaseDirectory).Parent!.Name;

    /// <summary>Runs it to its end.</summary>
    public static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        var tool = Path.Combine(BuiltModule.Root, "src", "Intercom.Docs", "bin", Configuration, "net10.0", "Intercom.Docs.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", tool, .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
