using System.Threading.Tasks;
using Xunit;

namespace Intercom.Shell.Tests;

/// <summary>What is printed where, and what is asked, when no terminal is there.</summary>
public class ConsoleTests
{
    [Fact]
    public async Task Redirected_output_carries_no_control_codes_and_errors_go_to_standard_error()
    {
        ShellResult result = await ShellProcess.RunScript("""
            Write-Host 'green' -ForegroundColor Green
            Write-Warning 'careful'
            Write-Verbose 'detail' -Verbose
            $Host.UI.WriteProgress(1, [System.Management.Automation.ProgressRecord]::new(1, 'Reading', 'page 2'))
            [pscustomobject]@{ Id = '1'; Name = 'n' * 100 }
            Write-Error 'soft'
            "$([char]27)[31mred$([char]27)[0m"
            """);

        Assert.Equal($"""
            green
            WARNING: careful
            VERBOSE: detail

            Id Name
            -- ----
            1  {new string('n', 100)}
            red


            """.ReplaceLineEndings("\n"), result.Output);
        Assert.StartsWith("Write-Error: ", result.Error);
        Assert.DoesNotContain('\e', result.Output + result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    [Theory]
    [InlineData("-NoProfile", "Standard input is not a terminal")]
    [InlineData("-NonInteractive", "Read and Prompt functionality is not available.\n")]
    public async Task A_question_that_nobody_can_answer_is_an_error_and_the_deed_is_not_done(string option, string reason)
    {
        ShellResult result = await ShellProcess.RunWithInput("y\n", option, "-Command", "New-Module Kept { } | Import-Module; Remove-Module Kept -Confirm; $failed = !$?; (Get-Module Kept).Name; exit [int]$failed");

        Assert.Equal((1, "Kept\n"), (result.ExitCode, result.Output));
        Assert.Contains("PowerShell is in NonInteractive mode.", result.Error);
        Assert.Contains(reason, result.Error);
    }

    [Fact]
    public async Task A_missing_mandatory_parameter_is_named_rather_than_asked_for()
    {
        ShellResult result = await ShellProcess.RunScript("param([Parameter(Mandatory)]$ContactId) $ContactId");

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("missing mandatory parameters: ContactId", result.Error);
    }
}
