using System.Text;
using System.Text.RegularExpressions;

namespace Intercom.PowerShell.Tests.Operations;

/// <summary>What the cmdlets for calls, exports, Fin and the allowlist send, to the letter.</summary>
public sealed class CallsWireTests : IDisposable
{
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("intercom").FullName;

    public CallsWireTests()
    {
        _server.Connect(_shell);
        File.WriteAllText(Path.Combine(_folder, "there.csv"), "old");
        File.WriteAllText(Path.Combine(_folder, "log.txt"), "hello");
    }

    [Theory]
    [InlineData("Get-IntercomCall", "GET /calls?per_page=25")]
    [InlineData("Get-IntercomCall 5", "GET /calls/5")]
    [InlineData("Search-IntercomCall 91, 92, 91", """POST /calls/search {"conversation_ids":["91","92"]}""")]
    [InlineData("[Intercom.Conversation]@{ Id = '91' }, [Intercom.Conversation]@{ Id = '92' } | Search-IntercomCall",
        """POST /calls/search {"conversation_ids":["91","92"]}""")]
    [InlineData("Get-IntercomCallTranscript 5", "GET /calls/5/transcript")]
    [InlineData("$null = Save-IntercomCallRecording $folder/a.mp3 -CallId 5", "GET /calls/5/recording")]
    [InlineData("Send-IntercomPhoneSwitch '+353 87 123 4567' -CustomAttribute @{ plan = 'pro' }",
        """POST /phone_call_redirects {"phone":"+353 87 123 4567","custom_attributes":{"plan":"pro"}}""")]
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
    [InlineData("Get-IntercomJob 20", "GET /jobs/status/20")]
    [InlineData("Get-IntercomIPAllowlist", "GET /ip_allowlist")]
    [InlineData("Set-IntercomIPAllowlist -Enabled $true -Address 203.0.113.0/24, 2001:db8::1 -CallerAddress 203.0.113.9 -Confirm:$false",
        """PUT /ip_allowlist {"enabled":true,"ip_allowlist":["203.0.113.0/24","2001:db8::1"]}""")]
    [InlineData("Set-IntercomIPAllowlist -Enabled $true -Address @() -Force -Confirm:$false",
        """PUT /ip_allowlist {"enabled":true,"ip_allowlist":[]}""")]
    [InlineData("Set-IntercomIPAllowlist -Enabled $false -Address 10.0.0.1 -Confirm:$false",
        """PUT /ip_allowlist {"enabled":false,"ip_allowlist":["10.0.0.1"]}""")]
    [InlineData(
        "Start-IntercomFinConversation e1 Hi u1 -UserName Z -UserEmail z@x.example -UserAttribute @{ plan = 'pro' } "
        + "-ConversationAttribute @{ team = 'a' } -Timestamp 2009-02-13T23:31:30.5Z -AttachmentUrl https://x.example/a.pdf -Attachment "
        + "$folder/log.txt -History @{ author = 'agent'; body = 'Yes'; timestamp = '2009-02-13T23:00:00Z' }",
        """POST /fin/start {"conversation_id":"e1","message":{"author":"user","body":"Hi","timestamp":"2009-02-13T23:31:30.500Z"}"""
        + ""","user":{"id":"u1","name":"Z","email":"z@x.example","attributes":{"plan":"pro"}},"conversation_metadata":{"attributes":"""
        + """{"team":"a"},"history":[{"author":"agent","body":"Yes","timestamp":"2009-02-13T23:00:00Z"}]},"attachments":"""
        + """[{"type":"url","url":"https://x.example/a.pdf"}"""
        + """,{"type":"file","name":"log.txt","content_type":"text/plain","data":"aGVsbG8="}]}""")]
    [InlineData("Send-IntercomFinReply e1 More u1 -Author agent -Timestamp 2009-02-13T23:31:30Z",
        """POST /fin/reply {"conversation_id":"e1","message":{"author":"agent","body":"More","timestamp":"2009-02-13T23:31:30.000Z"}"""
        + ""","user":{"id":"u1"}}""")]
    [InlineData("Send-IntercomFinRating e1 Good -Remark Quick",
        """POST /fin/csat {"conversation_id":"e1","rating":"good","remark":"Quick"}""")]
    public void The_request_is_what_the_api_describes(string command, params string[] requests)
    {
        Assert.Empty(_shell.Run($"$folder = '{_folder}'; {command}").Errors);
        Assert.Equal(requests.Select(Received.Sorted), _server.Calls);
    }

    [Theory]
    [InlineData("Save-IntercomDataExport $folder/there.csv -JobIdentifier j1", "-Force")]
    [InlineData("Save-IntercomDataExport $folder/nosuch/a.csv -JobIdentifier j1", "nosuch")]
    [InlineData("Save-IntercomDataExport Variable:/x -JobIdentifier j1", "Variable")]
    [InlineData("Start-IntercomDataExport 2024-02-01 2024-01-01", "after")]
    [InlineData("Start-IntercomDataExport 2999-01-01 2999-02-01", "future")]
    [InlineData("Start-IntercomReportingExport conversation 2024-02-01 2024-01-01", "after")]
    [InlineData("Get-IntercomReportingExport j1 -AppId w1", "INTERCOM_CLIENT_ID")]
    [InlineData("Send-IntercomPhoneSwitch 0871234567", "E.164")]
    [InlineData("Set-IntercomIPAllowlist -Confirm:$false", "-Enabled")]
    [InlineData("Set-IntercomIPAllowlist -Address 1.2.3 -Confirm:$false", "1.2.3")]
    [InlineData("Set-IntercomIPAllowlist -Address 1.2.3.4/33 -Confirm:$false", "1.2.3.4/33")]
    [InlineData("Set-IntercomIPAllowlist -Enabled $true -Address @() -Confirm:$false", "empty")]
    [InlineData("Set-IntercomIPAllowlist -Enabled $true -Address 10.0.0.0/8, ::1 -Confirm:$false", "No public address")]
    [InlineData("Set-IntercomIPAllowlist -Enabled $true -Address 203.0.113.0/24 -CallerAddress 198.51.100.1 -Confirm:$false",
        "198.51.100.1")]
    [InlineData("Send-IntercomFinRating e1 perfect", "perfect")]
    [InlineData("$a = @{}; 1..11 | ForEach-Object { $a[\"k$_\"] = 1 }; Start-IntercomFinConversation e1 Hi u1 -UserAttribute $a",
        "11 attributes")]
    [InlineData("Start-IntercomFinConversation e1 Hi u1 -History (1..11 | ForEach-Object { @{ author = 'user'; body = 'x' } })",
        "11 messages")]
    [InlineData("Start-IntercomFinConversation e1 Hi u1 -History @{ body = 'x' }", "author")]
    [InlineData("Start-IntercomFinConversation e1 Hi u1 -History @{ author = 'user'; body = 'x'; time_stamp = '2026-05-01T09:00Z' }",
        "Did you mean 'timestamp'")]
    [InlineData("Start-IntercomFinConversation e1 Hi u1 -History @{ author = 'user'; body = 'x'; 7 = 'y' }", "'7' is not a key")]
    [InlineData("Send-IntercomFinReply e1 Hi u1 -AttachmentUrl (1..11 | ForEach-Object { \"https://x.example/$_.png\" })",
        "11 attachments")]
    public void Bad_input_is_refused_before_anything_is_sent(string command, string says)
    {
        var error = _shell.Run($"$folder = '{_folder}'; {command}").Error;
        Assert.Contains(says, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_server.Calls);
    }

    [Fact]
    public void The_present_list_is_looked_at_before_a_part_of_it_is_changed()
    {
        _server.Answer = request => (200, """{"type":"ip_allowlist","enabled":true,"ip_allowlist":["203.0.113.0/24"]}""");
        Assert.Contains("No public address", _shell.Run("Set-IntercomIPAllowlist -Address 192.168.1.1 -Confirm:$false").Error.ToString(),
            StringComparison.Ordinal);
        Assert.Equal(["GET /ip_allowlist"], _server.Calls);
    }

    [Theory]
    [InlineData("Set-IntercomIPAllowlist -Enabled $false -Confirm:$false",
        """PUT /ip_allowlist {"enabled":false,"ip_allowlist":["203.0.113.0/24"]}""")]
    [InlineData("Set-IntercomIPAllowlist -Address 198.51.100.7 -Confirm:$false",
        """PUT /ip_allowlist {"enabled":true,"ip_allowlist":["198.51.100.7"]}""")]
    [InlineData("Set-IntercomIPAllowlist -Address @() -Force -Confirm:$false", """PUT /ip_allowlist {"enabled":true,"ip_allowlist":[]}""")]
    public void The_half_of_the_allowlist_that_is_not_given_is_sent_as_it_is(string command, string request)
    {
        _server.Answer = _ => (200, """{"type":"ip_allowlist","enabled":true,"ip_allowlist":["203.0.113.0/24"]}""");
        _shell.Do(command);
        Assert.Equal(["GET /ip_allowlist", request], _server.Calls);
    }

    [Fact]
    public void Messages_to_Fin_of_one_conversation_go_one_after_the_other_each_with_a_time_of_its_own()
    {
        _shell.Do(
            "1..60 | ForEach-Object { [pscustomobject]@{ FinConversationId = 'e1'; Body = \"$_\"; UserId = 'u1' } } | "
            + "Send-IntercomFinReply");
        var messages = _server.Requests.Select(request => JsonNode.Parse(request.Body)!["message"]!).ToList();
        Assert.Equal(Enumerable.Range(1, 60).Select(number => number.ToString(CultureInfo.InvariantCulture)),
            messages.Select(message => message["body"]!.ToString()));
        var times = messages.Select(message => message["timestamp"]!.ToString()).ToList();
        Assert.Equal(60, times.Distinct().Count());
        Assert.Equal(times.Order(StringComparer.Ordinal), times);
        Assert.Equal(1, _server.MostUnderWay);
    }

    [Fact]
    public void What_was_said_before_to_Fin_without_a_time_was_said_in_its_order_and_before_the_message()
    {
        _shell.Do(
            "Start-IntercomFinConversation e1 Hi u1 -History @{ author = 'user'; body = 'a' }, @{ author = 'agent'; body = 'b' }, @{ "
            + "author = 'user'; body = 'c' }");
        var body = JsonNode.Parse(_server.Requests[0].Body)!;
        var times = body["conversation_metadata"]!["history"]!.AsArray().Append(body["message"])
            .Select(message => message!["timestamp"]!.ToString()).ToList();
        Assert.Equal(4, times.Distinct().Count());
        Assert.Equal(times.Order(StringComparer.Ordinal), times);
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("-Remark ''", 2)]
    [InlineData("-Remark Quick", 1)]
    public void A_rating_with_a_remark_which_locks_it_is_never_sent_twice(string remark, int calls)
    {
        _server.Answer = _ =>
            _server.Requests.Count > 1 ? (200, """{"conversation_id":"e1","rating":"good","status":"rated"}""") : (500, "");
        var outcome = _shell.Run($"Send-IntercomFinRating e1 good {remark}");
        Assert.Equal(calls, _server.Calls.Count);
        if (calls > 1) Assert.Single(outcome.Output);
        else Assert.Contains("Check whether the request", outcome.Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void An_export_that_found_nothing_is_no_failure_and_leaves_no_file()
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
    public void A_recording_is_saved_as_it_came_whatever_it_holds()
    {
        Serve("=1,=2"u8.ToArray(), isPacked: false);
        _shell.Do($"$null = Save-IntercomCallRecording '{_folder}/call.mp3' -CallId 5");
        Assert.Equal("=1,=2", File.ReadAllText(Path.Combine(_folder, "call.mp3")));
    }

    private void Serve(byte[] content, bool isPacked)
    {
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(content);
        _server.Odd = (_, response) =>
        {
            response.ContentType = "application/octet-stream";
            response.Close(isPacked ? packed.ToArray() : content, false);
            return true;
        };
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
    public void Twenty_conversations_go_with_one_call()
    {
        _shell.Do("1..45 | Search-IntercomCall");
        Assert.Equal([20, 20, 5], _server.Requests.Select(request => JsonNode.Parse(request.Body)!["conversation_ids"]!.AsArray().Count));
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
    [InlineData("Wait-IntercomJob 20", """{"type":"job","id":"20","status":"failed"}""", "failed")]
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
    public void WhatIf_sends_nothing_and_high_impact_asks()
    {
        _shell.Do(
            $"Start-IntercomDataExport 2024-01-01 -WhatIf; Stop-IntercomDataExport j1 -WhatIf; Save-IntercomDataExport '{_folder}/x.csv' "
            + $"-JobIdentifier j1 -WhatIf; Set-IntercomIPAllowlist -Enabled $false -WhatIf; Send-IntercomPhoneSwitch +353871234567 "
            + $"-WhatIf; Start-IntercomFinConversation e1 Hi u1 -WhatIf; Send-IntercomFinRating e1 ok -WhatIf");
        Assert.NotEmpty(_shell.Run("Set-IntercomIPAllowlist -Enabled $false").Errors);
        Assert.Empty(_server.Requests);
        Assert.False(File.Exists(Path.Combine(_folder, "x.csv")));
    }

    public void Dispose()
    {
        _shell.Dispose();
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
