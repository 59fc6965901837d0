using System.Reflection;
using System.Text.Json;

namespace Intercom.Shell.Tests;

/// <summary>
/// The Pester files of tests/Pester, each in a shell of its own. In a pwsh that has Pester, ./build.ps1 Pester runs the same files.
/// </summary>
public class PesterTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Pester");
    private static readonly string Pester = typeof(PesterTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(entry => entry.Key == "PesterModule").Value!;

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Folder, "*.Tests.ps1").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Files))]
    public Task Every_test_of_a_Pester_file_passes(string file) => Run(Path.Combine(Folder, file));

    /// <summary>Runs a file, whose tests must pass.</summary>
    internal static async Task Run(string path)
    {
        ShellResult result = await ShellProcess.RunWithoutToken("-NoLogo", "-NonInteractive", "-File",
            Path.Combine(Repository.Root, "tests", "Intercom.Shell.Tests", "PesterRun.ps1"), Pester, path);
        // What the tests themselves provoke may stand on the error stream.
        Assert.True(result.ExitCode == 0, result.Error);
        var told = JsonDocument.Parse(result.Output.Split('\n').Last(line => line.StartsWith('{'))).RootElement;
        IEnumerable<string> failed = told.GetProperty("Failed").EnumerateArray().Select(failure => failure.GetString()!);
        Assert.True(!failed.Any(), string.Join("\n\n", failed));
        var file = Path.GetFileName(path);
        Assert.True(told.GetProperty("Passed").GetInt32() > 0, $"{file} holds no test.");
        TestContext.Current.SendDiagnosticMessage("{0}: {1} passed, {2} skipped", file, told.GetProperty("Passed").GetInt32(),
            told.GetProperty("Skipped").GetInt32());
    }
}
