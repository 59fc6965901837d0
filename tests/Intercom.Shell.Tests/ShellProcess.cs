using System.Diagnostics;
using System.Reflection;

namespace Intercom.Shell.Tests;

/// <summary>What one start of the shell left behind; line ends are those of Unix.</summary>
internal sealed record ShellResult(int ExitCode, string Output, string Error);

/// <summary>Starts the built shell with all its streams redirected.</summary>
internal static class ShellProcess
{
    private static readonly string Assembly = typeof(ShellProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "ShellAssembly").Value!;

    /// <summary>Runs the shell with a token set, so that nothing is connected, nothing is sent and nothing is said about it.</summary>
    public static Task<ShellResult> Run(params string[] arguments) => Start("", "not-a-token", ["-NoLogo", .. arguments]);

    public static Task<ShellResult> RunWithInput(string input, params string[] arguments) =>
        Start(input, "not-a-token", ["-NoLogo", .. arguments]);

    /// <summary>Runs a command with environment variables of its own.</summary>
    public static Task<ShellResult> RunWith(IReadOnlyDictionary<string, string?> environment, string command) =>
        Start("", "not-a-token", ["-NoLogo", "-Command", command], environment);

    public static Task<ShellResult> RunWithoutToken(params string[] arguments) => Start("", null, arguments);

    /// <summary>Writes a script to a file of its own and runs it.</summary>
    public static async Task<ShellResult> RunScript(string script, params string[] arguments)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("shell-test-");
        try
        {
            string path = Path.Combine(folder.FullName, "script.ps1");
            await File.WriteAllTextAsync(path, script, TestContext.Current.CancellationToken);
            return await Run(["-File", path, .. arguments]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Runs a command in a terminal, with a folder of modules.</summary>
    public static Task<ShellResult> RunInTerminal(string modules, string command)
    {
        string quoted = string.Join(' ', ((string[])["dotnet", "exec", Assembly, "-NoLogo", "-Command", command])
            .Select(word => "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'"));
        return Start(new ProcessStartInfo("script", ["-qec", quoted, "/dev/null"]), "", "not-a-token",
            new Dictionary<string, string?> { ["PSModulePath"] = modules, ["TERM"] = "xterm" });
    }

    private static Task<ShellResult> Start(
        string input, string? token, string[] arguments, IReadOnlyDictionary<string, string?>? environment = null) =>
        Start(new ProcessStartInfo("dotnet", ["exec", Assembly, .. arguments]), input, token, environment);

    private static async Task<ShellResult> Start(
        ProcessStartInfo start, string input, string? token, IReadOnlyDictionary<string, string?>? environment)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment["INTERCOM_TOKEN"] = token;
        foreach (var variable in environment ?? new Dictionary<string, string?>()) start.Environment[variable.Key] = variable.Value;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ShellResult(process.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    }
}
