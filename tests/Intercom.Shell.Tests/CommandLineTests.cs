using System.Threading.Tasks;
using Xunit;

namespace Intercom.Shell.Tests;

/// <summary>What the command line does, and with which exit code: as pwsh answers the same command lines.</summary>
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

    [Theory]
    [InlineData("-NoSuchOption")]
    [InlineData("-File no-such-script.ps1")]
    [InlineData("-Command")]
    public async Task A_command_line_that_is_not_understood_says_why_shows_the_usage_and_exits_with_64(string arguments)
    {
        ShellResult result = await ShellProcess.Run(arguments.Split(' '));

        Assert.Equal(64, result.ExitCode);
        Assert.Contains(arguments.Split(' ')[^1], result.Error);
        Assert.Contains("Usage:", result.Error);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task Help_shows_the_usage()
    {
        ShellResult result = await ShellProcess.Run("-Help");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("Usage:", result.Output);
    }

    [Fact]
    public async Task Arguments_after_a_file_bind_to_its_parameters_and_its_exit_ends_the_shell()
    {
        ShellResult result = await ShellProcess.RunScript(
            "param([string]$Name, [int]$Count, [switch]$Force, [switch]$Confirm, $Last) \"$Name $($Count + 1) $Force $Confirm $Last\"; exit 3",
            "-Name:a b", "-Force", "-Count", "4", "-Confirm:$false", "end");

        Assert.Equal((3, "a b 5 True False end\n", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public async Task An_uncaught_error_in_a_file_shows_its_position_and_exits_with_1()
    {
        ShellResult result = await ShellProcess.RunScript("'before'\nthrow 'bad thing'\n'after'");

        Assert.Equal((1, "before\n"), (result.ExitCode, result.Output));
        Assert.Contains("script.ps1:2\n", result.Error);
        Assert.EndsWith("\n   2 |  throw 'bad thing'\n     |  ~~~~~~~~~~~~~~~~~\n     | bad thing\n", result.Error);
    }

    [Fact]
    public async Task A_script_on_standard_input_runs_as_a_whole()
    {
        ShellResult result = await ShellProcess.RunWithInput("function Twice($n) {\n\n    2 * $n\n}\nTwice 21\nexit 9\n");

        Assert.Equal((9, "42\n", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public async Task Lines_on_standard_input_reach_a_command_that_asks_for_them()
    {
        ShellResult result = await ShellProcess.RunWithInput("a\nb\n", "-Command", "$input | ForEach-Object { \"<$_>\" }");

        Assert.Equal((0, "<a>\n<b>\n"), (result.ExitCode, result.Output));
    }

    [Fact]
    public async Task Without_a_token_the_module_works_on_the_sandbox_and_the_shell_says_so()
    {
        ShellResult result = await ShellProcess.RunWithoutToken("-Command", "(Get-IntercomContact -First 1).GetType().FullName");

        Assert.Equal((0, "Intercom.Contact\n"), (result.ExitCode, result.Output));
        Assert.Contains("INTERCOM_TOKEN is not set: connected to the sandbox", result.Error);
    }
}
