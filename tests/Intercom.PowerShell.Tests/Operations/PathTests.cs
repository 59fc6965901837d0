namespace Intercom.PowerShell.Tests.Operations;

/// <summary>A path is read to the letter, relative to the session's location and with its drives, wherever a cmdlet takes one.</summary>
public sealed class PathTests : IDisposable
{
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();
    private readonly string _root = Directory.CreateTempSubdirectory("intercom").FullName;
    private readonly string _folder;

    public PathTests()
    {
        _server.Connect(_shell);
        // The location has brackets too.
        _folder = Directory.CreateDirectory(Path.Combine(_root, "week[1]")).FullName;
        File.WriteAllText(Path.Combine(_folder, "report[1].txt"), "literal");
        File.WriteAllText(Path.Combine(_folder, "report1.txt"), "match");
        File.WriteAllText(Path.Combine(_folder, "log1.txt"), "one");
        File.WriteAllText(Path.Combine(_folder, "log2.txt"), "two");
        File.WriteAllText(Path.Combine(_folder, "a[b.txt"), "half");
        // The engine of the tests has no cmdlets of Management, such as Set-Location and New-PSDrive.
        _shell.Do(
            "$s = $ExecutionContext.SessionState; $s.Path.SetLocation([WildcardPattern]::Escape($args[0])) | Out-Null; "
            + "$s.Drive.New([Management.Automation.PSDriveInfo]::new('Week', $s.Provider.GetOne('FileSystem'), $args[0], '', $null), "
                + "'Global') | Out-Null",
            _folder);
    }

    [Theory]
    [InlineData("'report[1].txt'", "report[1].txt")]
    [InlineData("'./report[1].txt'", "report[1].txt")]
    [InlineData("'Week:/report[1].txt'", "report[1].txt")]
    [InlineData("\"$PWD/report[1].txt\"", "report[1].txt")]
    [InlineData("'report`[1`].txt'", "report[1].txt")]
    [InlineData("'a[b.txt'", "a[b.txt")]
    [InlineData("'log[12].txt'", "log1.txt", "log2.txt")]
    [InlineData("'log*.txt', 'report[1].txt'", "log1.txt", "log2.txt", "report[1].txt")]
    [InlineData("([IO.FileInfo]\"$PWD/report[1].txt\")", "report[1].txt")]
    public void An_attachment_is_the_file_of_this_name_first(string given, params string[] names)
    {
        foreach (var command in new[] { "Send-IntercomReply See -ConversationId 91", "Add-IntercomNote See -ConversationId 91" })
        {
            _server.Forget();
            Assert.Empty(_shell.Run($"{command} -Attachment {given}").Errors);
            var sent = JsonNode.Parse(_server.Requests[^1].Body)!["attachment_files"]!.AsArray();
            Assert.Equal(names, sent.Select(file => file!["name"]!.ToString()));
        }
    }

    [Theory]
    [InlineData("$null = Save-IntercomDataExport 'out[1].csv' -JobIdentifier j1", "out[1].csv")]
    [InlineData("$null = Save-IntercomDataExport 'Week:/out[2].csv' -JobIdentifier j1", "out[2].csv")]
    [InlineData("$null = Save-IntercomReportingExport './out[3].csv' -JobIdentifier j1 -AppId w1", "out[3].csv")]
    [InlineData("$null = Save-IntercomCallRecording 'out*.mp3' -CallId 5", "out*.mp3")]
    [InlineData("Set-IntercomContact c1 -Name x -Checkpoint 'run[1].journal'", "run[1].journal")]
    [InlineData("Set-IntercomContact c1 -Name x -Checkpoint 'Week:/run[2].journal'", "run[2].journal")]
    public void A_file_that_is_written_has_the_name_that_was_given(string command, string name)
    {
        if (OperatingSystem.IsWindows() && name.Contains('*', StringComparison.Ordinal)) return;
        Assert.Empty(_shell.Run(command).Errors);
        Assert.True(File.Exists(Path.Combine(_folder, name)), string.Join(", ", Directory.EnumerateFiles(_folder)));
    }

    [Theory]
    [InlineData("Send-IntercomReply See -ConversationId 91 -Attachment 'nosuch[1].txt'", "file_not_found")]
    [InlineData("Send-IntercomReply See -ConversationId 91 -Attachment 'c[d.txt'", "file_not_found")]
    [InlineData("Send-IntercomReply See -ConversationId 91 -Attachment nosuch:/a.txt", "invalid_path")]
    [InlineData("Send-IntercomReply See -ConversationId 91 -Attachment Variable:/HOME", "path_of_other_provider")]
    [InlineData("Save-IntercomDataExport nosuch:/a.csv -JobIdentifier j1", "invalid_path")]
    [InlineData("Save-IntercomDataExport Variable:/x -JobIdentifier j1", "path_of_other_provider")]
    [InlineData("Set-IntercomContact c1 -Name x -Checkpoint nosuch:/a.journal", "checkpoint_path")]
    [InlineData("Set-IntercomContact c1 -Name x -Checkpoint Variable:/x", "checkpoint_path")]
    public void What_is_not_a_file_is_refused_before_anything_is_sent(string command, string code)
    {
        var error = _shell.Run(command).Error;
        Assert.Equal(code, error.Code());
        Assert.Empty(_server.Calls);
    }

    public void Dispose()
    {
        _shell.Dispose();
        _server.Dispose();
        Directory.Delete(_root, recursive: true);
    }
}
