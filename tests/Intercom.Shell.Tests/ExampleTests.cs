namespace Intercom.Shell.Tests;

/// <summary>The runbooks of docs/examples run in the shell unchanged, on the sandbox.</summary>
public partial class ExampleTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "examples");

    public static TheoryData<string> Examples =>
        [.. Directory.GetFiles(Folder, "*.ps1").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Examples))]
    public async Task An_example_runs_to_its_end_without_an_error(string example)
    {
        ShellResult result = await ShellProcess.RunWithoutToken("-NoLogo", "-File", Path.Combine(Folder, example));
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.True(result.Output.Split('\n').Length > 10, result.Output);
    }

    /// <summary>What each runbook writes with, and how it is called so that nobody is asked.</summary>
    public static TheoryData<string, string, string> Writers => new()
    {
        { "close-waiting.ps1", "Close-IntercomConversation", "" },
        { "gdpr-person.ps1", "Remove-IntercomContact", "" },
        { "hand-over.ps1", "Set-IntercomConversationAssignee", "" },
        { "hand-over.ps1", "Set-IntercomAdminStatus", "" },
        { "merge-duplicates.ps1", "Merge-IntercomContact", "" },
        { "sync-contacts.ps1", "New-IntercomContact", "" },
        { "tag-by-query.ps1", "Add-IntercomTag", "" },
        { "triage.ps1", "Send-IntercomReply", "" },
        { "export-conversations.ps1", "Get-IntercomConversation", "-Path never.jsonl" },
    };

    [Theory, MemberData(nameof(Writers))]
    public async Task A_runbook_whose_work_failed_says_so_and_does_not_end_with_0(string example, string writer, string arguments)
    {
        ShellResult result = await RunIn($$"""
            function {{writer}} {
                [CmdletBinding(PositionalBinding = $false)]
                param([Parameter(ValueFromPipeline)] $Row, [Parameter(ValueFromRemainingArguments)] $Others)
                process { Write-Error "refused $Row" -TargetObject $Row }
            }
            # What a runbook asks the cmdlet itself for is the cmdlet's.
            function Get-Command { Microsoft.PowerShell.Core\Get-Command @args -CommandType Cmdlet }
            {{Call(example)}} {{arguments}}
            """);
        Assert.Contains("refused", result.Output + result.Error, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
        Assert.NotEqual("", result.Error);
    }

    public static TheoryData<string> WhatIfExamples =>
        [.. Writers.Select(row => row.Data.Item1).Distinct().Where(name => name != "export-conversations.ps1")];

    [Theory, MemberData(nameof(WhatIfExamples))]
    public async Task Under_WhatIf_a_runbook_claims_nothing(string example)
    {
        ShellResult result = await RunIn($"{Call(example)} -WhatIf");
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("What if:", result.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?m)^(\d+ closed|Handed over|Written|\d+ merged|\d+ of \d+ (rows|contacts)|The search finds|What changed)",
            result.Output);
    }

    [Theory]
    [InlineData("export-conversations.ps1", "-Path 'a [1] \u00e4.jsonl'", "a [1] \u00e4.jsonl")]
    [InlineData("gdpr-person.ps1", "-ExportOnly -Path 'a [1] \u00e4.json'", "a [1] \u00e4.json")]
    [InlineData("weekly-report.ps1", "-Folder 'a [1] \u00e4'", "a [1] \u00e4/response-times.html")]
    public async Task A_path_is_taken_from_the_callers_folder_and_to_the_letter(string example, string arguments, string file)
    {
        ShellResult result = await RunIn($"{Call(example)} {arguments}; [System.IO.FileInfo]::new(\"$PWD/{file}\").Length");
        Assert.Equal("", result.Error);
        Assert.True(int.Parse(result.Output.TrimEnd().Split('\n')[^1], System.Globalization.CultureInfo.InvariantCulture) > 0,
            result.Output);
    }

    [Theory, MemberData(nameof(Examples))]
    public async Task A_token_that_is_set_but_empty_is_an_error_and_never_the_sandbox(string example)
    {
        ShellResult result = await ShellProcess.RunWith(
            new System.Collections.Generic.Dictionary<string, string?> { ["INTERCOM_TOKEN"] = "" }, Call(example));
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("INTERCOM_TOKEN", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Triage_asks_before_it_writes_however_the_workspace_was_connected()
    {
        ShellResult result = await ShellProcess.RunWithoutToken("-NoLogo", "-NonInteractive", "-Command", $$"""
            function Get-IntercomConnection { [pscustomobject]@{ IsSandbox = $false } }
            function Send-IntercomReply {
                [CmdletBinding(SupportsShouldProcess)] param($Body)
                if ($PSCmdlet.ShouldProcess('it')) { 'sent without a question' }
            }
            {{Call("triage.ps1")}}
            """);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Taking care of", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("sent without a question", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_real_workspace_a_persons_data_are_not_left_in_a_temporary_folder()
    {
        ShellResult result = await RunIn($$"""
            function Get-IntercomConnection { [pscustomobject]@{ IsSandbox = $false } }
            function Get-IntercomContact { 'asked' }
            {{Call("gdpr-person.ps1")}} -Email jane@acme.example
            """);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Specify -Path", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("asked", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ExternalId;Email;Name`nx-1;a@x.example;Ann`n", "ExternalId;Email;Name")]
    [InlineData("ExternalId,E-Mail,Name`nx-1,a@x.example,Ann`n", "E-Mail")]
    public async Task Columns_that_would_be_lost_end_the_sync_before_anything_is_sent(string csv, string named)
    {
        ShellResult result = await RunIn($$"""
            [System.IO.File]::WriteAllText("$PWD/people.csv", "{{csv}}")
            function New-IntercomContact { 'sent' }
            function Get-Command { Microsoft.PowerShell.Core\Get-Command @args -CommandType Cmdlet }
            {{Call("sync-contacts.ps1")}} -Path people.csv
            """);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("sent", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sync_accepts_what_spreadsheets_write_and_returns_failed_rows_as_a_file()
    {
        ShellResult result = await RunIn($$"""
            $text = "ExternalId,Email,Name`r`nx-1,no address,Ann`r`n,,`r`nx-2,b@x.example,Björn`r`nx-2,b@x.example,Björn`r`n"
            [System.IO.File]::WriteAllText("$PWD/a [1].csv", $text, [System.Text.UTF8Encoding]::new($true))
            try {
                {{Call("sync-contacts.ps1")}} -Path 'a [1].csv' -FailedPath 'failed [1].csv' -Checkpoint 'a [1].journal'
            }
            catch { "ended: $_" }
            Get-Content -LiteralPath 'failed [1].csv'
            "journal: $(Test-Path -LiteralPath 'a [1].journal')"
            (Get-IntercomContact -ExternalId x-2).Name
            """);
        Assert.Equal("", result.Error);
        Assert.Contains("2 of 3 rows are in the workspace.", result.Output, StringComparison.Ordinal);
        Assert.Contains("ended: 1 of 3 rows failed", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("\"x-1\",\"no address\",\"Ann\"\njournal: False\nBj\u00f6rn\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_run_does_not_overwrite_the_export_of_a_deleted_person()
    {
        ShellResult result = await RunIn($$"""
            $email = (Get-IntercomConversation -First 1).Source.Author.Email
            {{Call("gdpr-person.ps1")}} -Email $email -Path person.json -Confirm:$false
            $written = Get-Content person.json -Raw
            try { {{Call("gdpr-person.ps1")}} -Email $email -Path person.json -Confirm:$false } catch { "ended: $_" }
            "kept: $($written.Contains($email) -and $written -eq (Get-Content person.json -Raw))"
            """);
        Assert.Equal("", result.Error);
        Assert.Contains("1 of 1 contacts are deleted.", result.Output, StringComparison.Ordinal);
        Assert.Contains("ended: No contact has the email address", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("kept: True\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_of_a_week_without_conversations_replaces_that_of_the_week_before()
    {
        ShellResult result = await RunIn($$"""
            $null = {{Call("weekly-report.ps1")}} -Folder .
            function Search-IntercomConversation { }
            $null = {{Call("weekly-report.ps1")}} -Folder .
            "$((Get-Item response-times.csv).Length) $((Get-Content response-times.html -Raw).Contains('<b>0</b>Conversations'))"
            """);
        Assert.Equal("", result.Error);
        Assert.EndsWith("0 True\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_shows_names_as_they_are_and_cuts_only_what_has_no_room()
    {
        ShellResult result = await RunIn($$"""
            $admins = Get-IntercomAdmin
            $self = Get-IntercomAdmin -Me
            function Get-IntercomAdmin {
                param([switch] $Me)
                if ($Me) { return $self }
                foreach ($admin in $admins) { [pscustomobject]@{ Id = $admin.Id; Name = "<b>Tom & `"J`" O'Neil of the night shift</b>" } }
            }
            {{Call("weekly-report.ps1")}} -Days 60 -Folder . | Out-Null
            Get-Content response-times.html -Raw
            """);
        Assert.Equal("", result.Error);
        Assert.Contains(
            "<title>&lt;b&gt;Tom &amp; &quot;J&quot; O&#39;Neil of the night shift&lt;/b&gt;</title>&lt;b&gt;Tom &amp; &quot;J&quot; "
            + "O&#39;Neil\u2026</text>", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Tom", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_runbook_that_was_copied_elsewhere_works_with_the_module_that_is_installed()
    {
        ShellResult result = await RunIn($$"""
            Copy-Item '{{Path.Combine(Folder, "close-waiting.ps1")}}' .
            Get-IntercomConnection | Disconnect-Intercom; Remove-Module Intercom
            $env:PSModulePath = '{{Path.Combine(Repository.Root, "out")}}' + [System.IO.Path]::PathSeparator + $env:PSModulePath
            ./close-waiting.ps1
            """);
        Assert.Equal("", result.Error);
        Assert.Contains("INTERCOM_TOKEN is not set", result.Output, StringComparison.Ordinal);
        Assert.Contains("2 closed, 0 failed.", result.Output, StringComparison.Ordinal);
    }

    private static string Call(string example) => $"& '{Path.Combine(Folder, example)}'";

    /// <summary>Runs commands in a folder of their own, under the rules of a careful caller.</summary>
    private static async Task<ShellResult> RunIn(string commands)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("runbook [1] \u00e4 ");
        try
        {
            return await ShellProcess.RunWithoutToken("-NoLogo", "-NonInteractive", "-Command",
                $"Set-StrictMode -Version Latest; Set-Location -LiteralPath '{folder.FullName}'\n" + commands);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
