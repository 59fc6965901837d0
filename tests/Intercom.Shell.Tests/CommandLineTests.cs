namespace Intercom.Shell.Tests;

/// <summary>
/// What the command line does, and with which exit code: the host is pwsh's own, so that only what the shell adds or must not lose is
/// looked at.
/// </summary>
public class CommandLineTests
{
    [Theory]
    [InlineData("exit 5", 5)]
    [InlineData("& { exit 4 }", 4)]
    [InlineData("throw 'x'", 1)]
    [InlineData("Get-Command no-such-command", 1)]
    [InlineData("Get-Command no-such-command; 'went on'", 0)]
    [InlineData("if ( {", 1)]
    public async Task A_command_ends_with_the_exit_code_that_pwsh_gives(string command, int exitCode)
    {
        ShellResult result = await ShellProcess.Run("-Command", command);

        Assert.Equal(exitCode, result.ExitCode);
    }

    [Fact]
    public async Task A_missing_script_is_reported_and_exits_with_64()
    {
        ShellResult result = await ShellProcess.Run("-File", "no-such-script.ps1");

        Assert.Equal(64, result.ExitCode);
        Assert.Contains("no-such-script.ps1", result.Error);
    }

    [Fact]
    public async Task Help_shows_the_usage()
    {
        ShellResult result = await ShellProcess.Run("-Help");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("Usage: dotnet run --project src/Intercom.Shell", result.Output);
    }

    [Fact]
    public async Task Arguments_after_a_file_bind_to_its_parameters_and_its_exit_ends_the_shell()
    {
        ShellResult result = await ShellProcess.RunScript(
            "param([string]$Name, [int]$Count, [switch]$Force, [switch]$Confirm, $Last) \"$Name $($Count + 1) $Force $Confirm $Last\"; "
                + "exit 3",
            "-Name:a b", "-Force", "-Count", "4", "-Confirm:$false", "end");

        Assert.Equal((3, "a b 5 True False end\n", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public async Task An_uncaught_error_in_a_file_shows_its_position_and_exits_with_1()
    {
        ShellResult result = await ShellProcess.RunScript("'before'\nthrow 'bad thing'\n'after'");

        Assert.Equal((1, "before\n"), (result.ExitCode, result.Output));
        Assert.Contains("script.ps1:2\n", result.Error);
        Assert.Contains("bad thing", result.Error);
    }

    [Fact]
    public async Task A_script_on_standard_input_runs_and_its_exit_code_counts()
    {
        ShellResult result = await ShellProcess.RunWithInput("function Twice($n) { 2 * $n }\nTwice 21\nexit 9\n", "-Command", "-");

        Assert.Equal((9, ""), (result.ExitCode, result.Error));
        Assert.Contains("42\n", result.Output);
    }

    [Fact]
    public async Task The_cmdlets_that_people_know_are_there_and_a_file_gets_no_colours()
    {
        ShellResult result = await ShellProcess.RunWithoutToken("-NoLogo", "-Command",
            "Get-IntercomAdmin | Sort-Object Name | Select-Object -First 1 Name, Email | ConvertTo-Csv; Get-IntercomTag | Measure-Object "
            + "| ForEach-Object Count; Get-IntercomContact -First 2; Write-Host red -ForegroundColor Red; $PSStyle.Foreground.Green + "
            + "'green'; Get-Command no-such-command");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("\"Name\",\"Email\"\n", result.Output);
        Assert.Contains("no-such-command", result.Error);
        Assert.DoesNotContain('\e', result.Output + result.Error);
    }

    [Fact]
    public async Task Without_a_token_the_module_works_on_the_sandbox_and_the_shell_says_so()
    {
        ShellResult result = await ShellProcess.RunWithoutToken("-Command", "(Get-IntercomContact -First 1).GetType().FullName");

        Assert.Equal((0, "Intercom.Contact\n"), (result.ExitCode, result.Output));
        Assert.Contains("INTERCOM_TOKEN is not set: connected to the sandbox", result.Error);
    }

    [Fact]
    public async Task Cmdlets_are_available_in_parallel_script_blocks_and_use_the_same_connection()
    {
        ShellResult result = await ShellProcess.RunWithoutToken("-NoLogo", "-Command",
            "2, 3 | ForEach-Object -Parallel { @(Get-IntercomContact -First $_).Count } | Sort-Object; "
            + "(Get-Command Get-IntercomTag).Module.Path");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        string[] lines = result.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(["2", "3"], lines[..2]);
        Assert.StartsWith(Repository.Root, lines[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Search-IntercomConversation { $_.WaitingS", "WaitingSince")]
    [InlineData("Get-IntercomConversation | Where-Object { $_.St", "State")]
    [InlineData("Get-IntercomConversation | Where-Object { $_.State -eq sn", "'snoozed'")]
    [InlineData("Get-IntercomConversation | ForEach-Object { $_.Assi", "Assignee")]
    public async Task Fields_and_values_complete_without_a_profile(string typed, string offered)
    {
        ShellResult result = await ShellProcess.RunWithoutToken("-NoLogo", "-Command",
            "$typed = '" + typed.Replace("'", "''", StringComparison.Ordinal) + "'; "
            + "(TabExpansion2 $typed $typed.Length).CompletionMatches.CompletionText");

        Assert.Contains(offered, result.Output.Split('\n'));
    }

    /// <summary>Starts the shell in a terminal of its own, which <c>script</c> provides on Linux.</summary>
    [Theory]
    [InlineData(true, "PSReadLine")]
    [InlineData(false, "")]
    public async Task Lines_are_edited_by_PSReadLine_where_it_is_installed(bool isInstalled, string source)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "No terminal can be started.");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("shell-test-");
        try
        {
            if (isInstalled) await WriteModule(folder.CreateSubdirectory("PSReadLine").FullName);
            ShellResult result = await ShellProcess.RunInTerminal(folder.FullName,
                "\"[$((Get-Command PSConsoleHostReadLine).Source)]\"");

            Assert.Contains($"[{source}]", result.Output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task WriteModule(string folder)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "PSReadLine.psm1"), "function PSConsoleHostReadLine { 'exit' }",
            TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "PSReadLine.psd1"),
            "@{ RootModule = 'PSReadLine.psm1'; ModuleVersion = '2.3.6'; FunctionsToExport = 'PSConsoleHostReadLine' }",
            TestContext.Current.CancellationToken);
    }

    /// <summary>Asked for keys where nobody types, the console host stops the script without an error and with exit code 0.</summary>
    [Theory]
    [InlineData("", null, "INTERCOM_TOKEN is not set")]
    [InlineData("-NonInteractive", null, "INTERCOM_TOKEN is not set")]
    [InlineData("", " ", "INTERCOM_TOKEN is set but empty")]
    [InlineData("-NonInteractive", " ", "INTERCOM_TOKEN is set but empty")]
    public async Task A_scheduled_script_without_a_token_fails_loudly(string mode, string? token, string words)
    {
        const string Script =
            "$ErrorActionPreference = 'Stop'; 'before'; if ($args[0]) { $env:INTERCOM_TOKEN = $args[0] }; $null = Connect-Intercom "
            + "-BaseUri http://127.0.0.1:9; 'after'";
        DirectoryInfo folder = Directory.CreateTempSubdirectory("shell-test-");
        try
        {
            string path = Path.Combine(folder.FullName, "script.ps1");
            await File.WriteAllTextAsync(path, Script, TestContext.Current.CancellationToken);
            string[] all = ["-NoLogo", mode, "-File", path, token ?? ""];
            ShellResult result = await ShellProcess.RunWithoutToken(all.Where((argument, place) => argument.Length > 0 || place > 3)
                .ToArray());

            Assert.Equal((1, "before\n"), (result.ExitCode, result.Output));
            Assert.Contains(words, result.Error.Replace("\n     | ", " ", StringComparison.Ordinal));
            Assert.Contains("prompt for a token", result.Error.Replace("\n     | ", " ", StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
