namespace Intercom.Shell.Tests;

/// <summary>The files that the runbooks leave: safe for spreadsheets, and their user's alone.</summary>
public partial class ExampleTests
{
    [Fact]
    public async Task A_failed_row_starts_no_formula_in_a_spreadsheet_and_comes_back_as_it_was()
    {
        ShellResult result = await RunIn($$"""
            $names = '=HYPERLINK("http://x","y")', "'=1", '-5', ' @x', "O'Neil", "'a"
            $people = foreach ($name in $names) { [pscustomobject]@{ Email = 'no address'; Name = $name; Phone = '+49 30 123' } }
            $people | Export-Csv people.csv -NoTypeInformation
            try { {{Call("sync-contacts.ps1")}} -Path people.csv -FailedPath failed.csv | Out-Null } catch { "ended: $_" }
            "cells: $((Import-Csv failed.csv).Name -join '|') $((Import-Csv failed.csv)[0].Phone)"
            try { {{Call("sync-contacts.ps1")}} -Path failed.csv -FromFailed -FailedPath again.csv | Out-Null } catch { }
            "again: $((Get-Content failed.csv -Raw) -eq (Get-Content again.csv -Raw))"
            # Once they are mended, what is sent is what the first file said.
            (Get-Content failed.csv) -replace 'no address', '' | Set-Content -LiteralPath mended.csv
            $global:sent = @()
            function New-IntercomContact {
                param([Parameter(ValueFromPipeline)] $Row, [switch] $UpdateIfExists, $Checkpoint)
                process { $global:sent += $Row.Name }
            }
            function Get-Command { Microsoft.PowerShell.Core\Get-Command @args -CommandType Cmdlet }
            {{Call("sync-contacts.ps1")}} -Path mended.csv -FromFailed | Out-Null
            "sent: $($global:sent -join '|')"
            """);
        Assert.Equal("", result.Error);
        Assert.Contains("with -FromFailed", result.Output, StringComparison.Ordinal);
        Assert.Contains("cells: '=HYPERLINK(\"http://x\",\"y\")|''=1|-5|' @x|O'Neil|'a +49 30 123\n", result.Output,
            StringComparison.Ordinal);
        Assert.Contains("again: True\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("sent: =HYPERLINK(\"http://x\",\"y\")|'=1|-5| @x|O'Neil|'a\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sync_reads_a_german_file_with_a_map_of_columns()
    {
        ShellResult result = await RunIn($$"""
            $null = New-IntercomDataAttribute birthday contact -DataType date
            $text = "E-Mail;Vorname;Geburtstag`r`nb@x.example;Björn;31.05.2026`r`n;;`r`nc@x.example;Carla;`r`n"
            [System.IO.File]::WriteAllText("$PWD/kunden.csv", $text, [System.Text.UTF8Encoding]::new($true))
            $map = @{ 'E-Mail' = 'Email'; Vorname = 'Name'; Geburtstag = 'CustomAttributes.birthday' }
            {{Call("sync-contacts.ps1")}} -Path kunden.csv -Delimiter ';' -ColumnMap $map -DateFormat dd.MM.yyyy | Out-Null
            $found = Get-IntercomContact b@x.example
            "$($found.Name) $([DateTimeOffset]::FromUnixTimeSeconds($found.CustomAttributes.birthday).LocalDateTime.ToString('yyyy-MM-dd'))"
            (Get-IntercomContact c@x.example).Name
            """);
        Assert.Equal("", result.Error);
        Assert.EndsWith("Bj\u00f6rn 2026-05-31\nCarla\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subject_that_is_a_formula_starts_none_in_the_reports_csv()
    {
        ShellResult result = await RunIn($$"""
            $conversations = @(Search-IntercomConversation { $_.CreatedAt -ge (Get-Date).AddDays(-60) } -First 2)
            $conversations[0].Title = '=HYPERLINK("http://x","y")'
            $admins = @(Get-IntercomAdmin)
            function Search-IntercomConversation { $conversations }
            function Get-IntercomAdmin {
                param([switch] $Me)
                if ($Me) { $admins[0] } else { foreach ($admin in $admins) { [pscustomobject]@{ Id = $admin.Id; Name = '@SUM(A1)' } } }
            }
            {{Call("weekly-report.ps1")}} -Folder . | Out-Null
            Import-Csv response-times.csv | ForEach-Object { "cell: $($_.Subject)"; "cell: $($_.Assignee)" }
            """);
        Assert.Equal("", result.Error);
        Assert.Contains("cell: '=HYPERLINK(\"http://x\",\"y\")\n", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("cell: @", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_runbook_that_writes_csv_makes_it_safe_in_the_same_way()
    {
        string[] writers = [.. Directory.GetFiles(Folder, "*.ps1").Select(File.ReadAllText)
            .Where(text => text.Contains("-Csv -", StringComparison.Ordinal) && text.Contains("Export-Csv", StringComparison.Ordinal))];
        Assert.Equal(2, writers.Length);
        Assert.All(writers.SelectMany(text => text.Split('\n'))
            .Where(line =>
            line.Contains("Export-Csv", StringComparison.Ordinal) || line.Contains("ConvertTo-Csv", StringComparison.Ordinal)), line =>
            Assert.Contains("| ConvertTo-SafeRow | Export-Csv", line, StringComparison.Ordinal));
        Assert.Single(writers.Select(text => text[text.IndexOf("function ConvertTo-SafeRow", StringComparison.Ordinal)..])
            .Select(text => text[..text.IndexOf("\\z\"\n}", StringComparison.Ordinal)]).Distinct());
    }

    [Fact]
    public async Task What_runbooks_leave_in_the_temporary_folder_is_unpredictable_and_their_users_alone()
    {
        if (OperatingSystem.IsWindows()) return;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("runbook-temp-");
        try
        {
            string[] calls = [Call("export-conversations.ps1"), Call("gdpr-person.ps1") + " -ExportOnly", Call("weekly-report.ps1"),
                Call("sync-contacts.ps1") + $" -Path '{folder.FullName}/people.csv'"];
            string people = Path.Combine(folder.FullName, "people.csv");
            await File.WriteAllTextAsync(people, "Email,Name\nno address,Ann\n", TestContext.Current.CancellationToken);
            ShellResult result = await ShellProcess.RunWith(new Dictionary<string, string?> { ["INTERCOM_TOKEN"] = null,
                ["TMPDIR"] = folder.FullName },
                string.Join("\n", calls.Concat(calls)
                .Select(call => $"try {{ {call} | Out-Null }} catch {{ if (\"$_\" -notlike '*rows failed*') {{ throw }} }}")));
            Assert.Equal("", result.Error);
            FileSystemInfo[] left = [.. folder.GetFileSystemInfos().Where(entry => entry.FullName != people)];
            // Each of the four made a new folder each time.
            Assert.Equal(8, left.OfType<DirectoryInfo>().Count(entry => entry.GetFiles().Length > 0));
            Assert.All(left, entry =>
                Assert.Equal(entry is DirectoryInfo ? UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                : UnixFileMode.UserRead | UnixFileMode.UserWrite, entry.UnixFileMode));
            Assert.All(left, entry => Assert.Matches("^intercom-[A-Za-z0-9]{6}$", entry.Name));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
