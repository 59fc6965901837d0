using System.Diagnostics;

namespace Intercom.PowerShell.Tests;

/// <summary>
/// The build for Windows PowerShell in this engine: what goes over the wire, pipelines, checkpoints, queries and the main job once more, in
/// a process of its own.
/// With INTERCOM_TEST_MODE=netstandard2.0 the whole suite runs on it.
/// </summary>
public sealed class NetStandardTests
{
    private static readonly string[] Classes = ["*WireTests", "*PipelineTests", "*CheckpointTests", "*SameSetTests", "*MainJobTests",
        "*ErrorCodeTests", "*ConventionTests"];

    [Fact(Skip = "it is what runs already", SkipWhen = nameof(IsNetStandard))]
    public async Task The_netstandard_build_does_the_same()
    {
        var start = new ProcessStartInfo("dotnet",
            ["exec", typeof(NetStandardTests).Assembly.Location, .. Classes.SelectMany(name => new[] { "--filter-class", name }),
            "--no-progress", "--no-ansi"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(typeof(NetStandardTests).Assembly.Location)!,
        };
        start.Environment[BuiltModule.ModeVariable] = "netstandard2.0";
        foreach (var name in start.Environment.Keys.Where(name =>
            name.StartsWith("TESTINGPLATFORM", StringComparison.Ordinal) || name.StartsWith("DOTNET_CLI_TEST", StringComparison.Ordinal))
            .ToList()) start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output + await error);
        var passed = output.Split('\n').Select(line => line.Trim()).Single(line => line.StartsWith("succeeded:", StringComparison.Ordinal));
        Assert.True(int.Parse(passed["succeeded:".Length..], System.Globalization.CultureInfo.InvariantCulture) > 300, output);
    }

    public static bool IsNetStandard => BuiltModule.IsNetStandard;
}
