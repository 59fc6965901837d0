using System.Text;
using System.Text.RegularExpressions;

namespace Intercom.PowerShell.Tests.Operations;

/// <summary>The requests of the cmdlets for exports and their files, and what they do with the responses.</summary>
public sealed class ExportsWireTests : WireCases
{
    [Theory]
    [InlineData("Start-IntercomDataExport 2009-02-13T23:31:30Z 2009-02-13T23:31:40Z",
        """POST /export/content/data {"created_at_after":1234567890,"created_at_before":1234567900}""")]
    [InlineData("Get-IntercomDataExport j1", "GET /export/content/data/j1")]
    [InlineData("[Intercom.DataExport]@{ JobIdentifier = 'j1' } | Stop-IntercomDataExport", "POST /export/cancel/j1")]
    [InlineData("$null = [Intercom.DataExport]@{ JobIdentifier = 'j1' } | Save-IntercomDataExport $folder/a.csv",
        "GET /download/content/data/j1")]
    [InlineData("Get-IntercomReportingDataset", "GET /export/reporting_data/get_datasets")]
    [InlineData("Start-IntercomReportingExport conversation 2009-02-13T23:31:30Z 2009-02-13T23:31:40Z -AttributeId a, b",
        """POST /export/reporting_data/enqueue """
        + """{"dataset_id":"conversation","start_time":1234567890,"end_time":1234567900,"attribute_ids":["a","b"]}""")]
    [InlineData("Get-IntercomReportingExport j1 -AppId w1 -ClientId c1", "GET /export/reporting_data/j1?app_id=w1&client_id=c1")]
    [InlineData("$null = Save-IntercomReportingExport $folder/b.csv -JobIdentifier j1 -AppId w1",
        "GET /download/reporting_data/j1?app_id=w1")]
    public void The_request_is_what_the_api_describes(string command, params string[] requests) => Sends(command, requests);

    [Theory]
    [InlineData("Save-IntercomDataExport $folder/there.csv -JobIdentifier j1", "-Force")]
    [InlineData("Save-IntercomDataExport $folder/nosuch/a.csv -JobIdentifier j1", "nosuch")]
    [InlineData("Save-IntercomDataExport Variable:/x -JobIdentifier j1", "Variable")]
    [InlineData("Start-IntercomDataExport 2024-02-01 2024-01-01", "after")]
    [InlineData("Start-IntercomDataExport 2999-01-01 2999-02-01", "future")]
    [InlineData("Start-IntercomReportingExport conversation 2024-02-01 2024-01-01", "after")]
    [InlineData("Get-IntercomReportingExport j1 -AppId w1", "INTERCOM_CLIENT_ID")]
    public void Bad_input_is_refused_before_anything_is_sent(string command, string says) => Refuses(command, says);

    [Fact]
    public void An_export_that_found_nothing_is_not_a_failure_and_leaves_no_file()
    {
        _server.Answer = _ => (200, """{"job_identifier":"j1","status":"no_data"}""");
        var outcome = _shell.Do(
            $"$e = Wait-IntercomDataExport j1; $e.Status; $e | Save-IntercomDataExport '{_folder}/new.csv'; $e | Save-IntercomDataExport "
            + $"'{_folder}/there.csv' -Force");
        Assert.Equal(["no_data"], outcome.Output.Select(item => item.ToString()));
        Assert.Equal(3, outcome.Warnings.Count);
        Assert.Contains("no messages were sent in that period", outcome.Warnings[0], StringComparison.Ordinal);
        Assert.Contains("new.csv", outcome.Warnings[1], StringComparison.Ordinal);
        Assert.Equal(["GET /export/content/data/j1"], _server.Calls);
        Assert.False(File.Exists(Path.Combine(_folder, "new.csv")));
        Assert.Equal("old", File.ReadAllText(Path.Combine(_folder, "there.csv")));
    }

    [Theory]
    [InlineData("Save-IntercomDataExport", false)]
    [InlineData("Save-IntercomDataExport", true)]
    [InlineData("Save-IntercomReportingExport -AppId w1", false)]
    [InlineData("Save-IntercomReportingExport -AppId w1", true)]
    public void A_saved_table_starts_no_formula_in_a_spreadsheet_and_Raw_keeps_its_bytes(string command, bool isPacked)
    {
        var csv = Encoding.UTF8.GetBytes(
            "\uFEFFname,phone\r\n\"=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",+49 30 123\r\nBj\u00f6rn,-5\n@x, =1");
        Serve(csv, isPacked);
        var outcome = _shell.Do(
            $"$null = {command} '{_folder}/safe.csv' -JobIdentifier j1 -Verbose; $null = {command} '{_folder}/raw.csv' -JobIdentifier j1 "
            + $"-Raw -Verbose");
        Assert.Equal("\uFEFFname,phone\r\n\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",+49 30 123\r\nBj\u00f6rn,-5\n'@x,' =1",
            Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(_folder, "safe.csv"))));
        Assert.Equal(csv, File.ReadAllBytes(Path.Combine(_folder, "raw.csv")));
        Assert.Contains("safe.csv': 3 cells that a spreadsheet could run as formulas were prefixed with an apostrophe.",
            Assert.Single(outcome.Verbose, line => line.Contains("cells", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Save-IntercomDataExport", "{\"a\":[\n\"x\",\n=1]}")]
    [InlineData("Save-IntercomReportingExport -AppId w1", "=\0b\u0001,=c")]
    public void What_is_not_csv_is_saved_as_it_came(string command, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        foreach (var isPacked in new[] { false, true })
        {
            Serve(bytes, isPacked);
            _shell.Do($"$null = {command} '{_folder}/other.csv' -JobIdentifier j1 -Force");
            Assert.Equal(bytes, File.ReadAllBytes(Path.Combine(_folder, "other.csv")));
        }
    }

    [Fact]
    public void What_unpacks_to_more_than_its_limit_is_refused_and_leaves_no_file()
    {
        Serve(new byte[3 * 1024 * 1024], isPacked: true);
        var error = _shell.Run($"Save-IntercomDataExport '{_folder}/bomb.csv' -JobIdentifier j1 -MaxUnpackedMB 2").Error;
        Assert.StartsWith("Intercom.cannot_unpack,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("more than 2 MB", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder, "*bomb*"));
        _shell.Do($"$null = Save-IntercomDataExport '{_folder}/bomb.csv' -JobIdentifier j1 -MaxUnpackedMB 3");
        Assert.Equal(3 * 1024 * 1024, new FileInfo(Path.Combine(_folder, "bomb.csv")).Length);
    }

    [Fact]
    public void A_web_page_is_not_saved_and_the_file_stays_as_it_was()
    {
        _server.Odd = (_, response) =>
        {
            response.ContentType = "text/html";
            response.Close("<html>Sign in</html>"u8.ToArray(), false);
            return true;
        };
        foreach (var command in new[] { "Save-IntercomDataExport $folder/there.csv -Force -JobIdentifier j1",
            "Save-IntercomCallRecording $folder/there.csv -Force -CallId 5", "Get-IntercomCallTranscript 5" })
        {
            var error = _shell.Run($"$folder = '{_folder}'; {command}").Error;
            Assert.StartsWith("Intercom.unreadable_answer,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("web page", error.ToString(), StringComparison.Ordinal);
        }
        Assert.Equal("old", File.ReadAllText(Path.Combine(_folder, "there.csv")));
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public void A_download_that_takes_its_time_shows_how_much_has_come()
    {
        var clock = new StagedClock(_shell);
        using var isSeen = new AutoResetEvent(false);
        _server.Odd = (_, response) =>
        {
            response.ContentType = "text/csv";
            response.ContentLength64 = 4 * 1024 * 1024;
            var piece = new byte[1024 * 1024];
            for (var i = 0; i < 4; i++)
            {
                response.OutputStream.Write(piece);
                response.OutputStream.Flush();
                clock.Advance(1100);
                // The rest comes when the bar has shown so much.
                if (i is 0 or 1) isSeen.WaitOne(TimeSpan.FromSeconds(30));
            }
            response.Close();
            return true;
        };
        IReadOnlyList<ProgressRecord> Saved(string script) =>
            _shell.Run(script, engine => engine.Streams.Progress.DataAdded += (sender, added) =>
        {
            if (((PSDataCollection<ProgressRecord>)sender!)[added.Index].StatusDescription.Contains(" MB per second",
                StringComparison.Ordinal)) isSeen.Set();
        }).Progress;
        var progress = Saved($"'j1' | Save-IntercomDataExport '{_folder}/slow.csv'");
        Assert.Contains(progress, record =>
            Regex.IsMatch(record.StatusDescription, @"^[123]\.0 MB of 4\.0 MB, [0-9.]+ MB per second$")
            && record is { PercentComplete: 25 or 50 or 75, SecondsRemaining: >= 0 });
        Assert.Equal(ProgressRecordType.Completed, progress[^1].RecordType);
        // The sizes of files to come are not known.
        progress = Saved($"'j2', 'j3' | Save-IntercomDataExport '{_folder}'");
        Assert.Contains(progress, record =>
            Regex.IsMatch(record.StatusDescription, @"^[01] files, [1-8]\.0 MB, [0-9.]+ MB per second$") && record.PercentComplete < 0);
    }

    [Fact]
    public void Several_files_do_not_go_into_one()
    {
        _server.Answer = request => (200, request.Path);
        var error = _shell.Run($"'j1', 'j2' | Save-IntercomDataExport '{_folder}/there.csv' -Force").Error;
        Assert.Contains("directory", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("/download/content/data/j1", File.ReadAllText(Path.Combine(_folder, "there.csv")));
        Assert.Equal(["intercom-export-j1.csv", "intercom-export-j2.csv"], _shell.Do($"'j1', 'j2' | Save-IntercomDataExport '{_folder}'")
            .Values("Name"));
    }

    [Theory]
    [InlineData("", "somebody else's")]
    [InlineData("-Force", "ours")]
    public void A_file_that_appears_while_ours_comes_is_replaced_only_with_Force(string force, string content)
    {
        var path = Path.Combine(_folder, "new.csv");
        _server.Answer = _ =>
        {
            File.WriteAllText(path, "somebody else's");
            return (200, "ours");
        };
        var outcome = _shell.Run($"Save-IntercomDataExport '{path}' -JobIdentifier j1 {force}");
        if (force.Length == 0) Assert.StartsWith("Intercom.file_exists,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        else Assert.Empty(outcome.Errors);
        Assert.Equal(content, File.ReadAllText(path));
        Assert.Equal(3, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public void A_name_may_be_as_long_as_the_system_allows()
    {
        var name = new string('n', 246) + ".csv";
        Assert.Equal([name], _shell.Do($"Save-IntercomDataExport '{_folder}/{name}' -JobIdentifier j1").Values("Name"));
        Assert.Equal([name], _shell.Do($"Save-IntercomDataExport '{_folder}/{name}' -JobIdentifier j1 -Force").Values("Name"));
        Assert.Empty(Directory.GetFiles(_folder, "*.part*"));
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_a_write_error_that_names_it()
    {
        var name = new string('n', 260);
        var error = _shell.Run($"Save-IntercomDataExport '{_folder}/{name}' -JobIdentifier j1").Error;
        Assert.StartsWith("Intercom.write_failed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.WriteError, error.CategoryInfo.Category);
        Assert.Contains(name, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_columns_of_a_dataset_are_exported_when_none_are_named()
    {
        _server.Answer = request =>
            request.Method == "GET"
            ? (200,
            """{"type":"list","data":[{"id":"call","attributes":[{"id":"x"}]},{"id":"conversation","attributes":[{"id":"a"}"""
            + """,{"id":"b"}]}]}""") : (200, """{"job_identifier":"j1","status":"pending"}""");
        _shell.Do("Start-IntercomReportingExport conversation 2009-02-13T23:31:30Z 2009-02-13T23:31:40Z");
        Assert.Equal(
            Received.Sorted(
            """POST /export/reporting_data/enqueue """
            + """{"dataset_id":"conversation","start_time":1234567890,"end_time":1234567900,"attribute_ids":["a","b"]}"""),
            _server.Calls[^1]);
        Assert.Contains("call, conversation", _shell.Run("Start-IntercomReportingExport nosuch 2009-02-13").Error.ToString(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Wait-IntercomDataExport j1", """{"job_identifier":"j1","status":"canceled"}""", "canceled")]
    [InlineData("Wait-IntercomReportingExport j1 -ClientId c1", """{"job_identifier":"j1","status":"failed"}""", "failed")]
    public void A_job_that_did_not_do_its_work_is_an_error(string command, string answer, string says)
    {
        _server.Answer = request => request.Path == "/me" ? (200, """{"type":"admin","id":"1","app":{"id_code":"w1"}}""") : (200, answer);
        var error = _shell.Run(command).Error;
        Assert.StartsWith("Intercom.job_failed", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(says, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_job_that_goes_on_beyond_the_time_given_is_an_error_that_says_so()
    {
        _server.Answer = _ => (200, """{"job_identifier":"j1","status":"in_progress"}""");
        var error = _shell.Run("Wait-IntercomDataExport j1 -TimeoutSec 1").Error;
        Assert.StartsWith("Intercom.timeout", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-TimeoutSec", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_sends_and_saves_nothing()
    {
        _shell.Do($"Start-IntercomDataExport 2024-01-01 -WhatIf; Stop-IntercomDataExport j1 -WhatIf; "
            + $"Save-IntercomDataExport '{_folder}/x.csv' -JobIdentifier j1 -WhatIf");
        Assert.Empty(_server.Requests);
        Assert.False(File.Exists(Path.Combine(_folder, "x.csv")));
    }
}
