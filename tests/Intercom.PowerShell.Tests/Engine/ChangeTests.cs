using System.Text.Json;

namespace Intercom.PowerShell.Tests.Engine;

/// <summary>The list of changes of a connection: what was sent, what it replaced, and what became of it.</summary>
public sealed class ChangeTests : IDisposable
{
    private const string Ada = """
        {"type":"contact","id":"c1","role":"user","name":"Ada","email":"ada@example.com","phone":null,"owner_id":2,"created_at":1700000000,
        "updated_at":1700000000,"custom_attributes":{"plan":"free"},"tags":{"type":"list","data":[{"id":"72","type":"tag"}],
        "has_more":false,"total_count":1}}
        """;

    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("intercom-changes-").FullName;

    public ChangeTests()
    {
        _server.Answer = Answer;
        _server.Connect(_shell);
    }

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static (int Status, string Body) Answer(Received request) => request switch
    {
        { Path: "/contacts/c1" } => (200, Ada),
        { Path: "/contacts/gone" } =>
            (404, """{"type":"error.list","request_id":"r-404","errors":[{"code":"not_found","message":"no"}]}"""),
        { Path: "/conversations/215" } => (200, """
            {"type":"conversation","id":"215","state":"snoozed","snoozed_until":4102444800,"created_at":1700000000,
            "admin_assignee_id":null,"team_assignee_id":31,"title":"Bill"}
            """),
        _ => RecordingServer.Simple(request),
    };

    private string[] Changes(string properties) =>
        [.. _shell.Do($"Get-IntercomChange | ForEach-Object {{ \"{properties}\" }}").Output.Select(item => item.ToString()!)];

    [Fact]
    public void A_change_has_its_cmdlet_its_resource_its_words_and_its_former_values()
    {
        _shell.Do("Get-IntercomContact c1 | Set-IntercomContact -Name Grace -CustomAttribute @{ plan = 'pro'; seats = 3 }");
        var change = _shell.Do("Get-IntercomChange").Output.Single();
        Assert.Equal("Set-IntercomContact", change.Properties["Command"].Value);
        Assert.Equal("contact c1 (Ada, ada@example.com)", change.Properties["Resource"].Value);
        Assert.StartsWith("Update contact c1 (Ada, ada@example.com): name \"Grace\"", (string)change.Properties["Action"].Value,
            StringComparison.Ordinal);
        Assert.Equal("Applied", change.Properties["Outcome"].Value);
        Assert.Equal(["c1"], Changes("$($_.ResourceId)"));
        Assert.Equal(["Ada free ''"],
            Changes("$($_.Before.name) $($_.Before.'custom_attributes.plan') '$($_.Before.'custom_attributes.seats')'"));
    }

    [Fact]
    public void Without_an_object_that_was_read_nothing_is_known_of_the_time_before()
    {
        _shell.Do("""
            Set-IntercomContact c1 -Name Grace
            [Intercom.Contact]@{ Id = 'c1'; Name = 'Half' } | Set-IntercomContact -Name Grace
            [pscustomobject]@{ ContactId = 'c1'; Name = 'Row' } | Set-IntercomContact
            """);
        Assert.Equal(["True", "True", "True"], Changes("$($null -eq $_.Before)"));
        Assert.Equal(["False", "False", "False"], Changes("$($_.CanUndo)"));
    }

    [Fact]
    public void An_object_that_is_used_twice_knows_its_first_change()
    {
        _shell.Do("$c = Get-IntercomContact c1; $c | Set-IntercomContact -Name One; $c | Set-IntercomContact -Name Two");
        Assert.Equal(["Ada", "One"], Changes("$($_.Before.name)"));
    }

    [Fact]
    public void A_failure_and_an_unknown_outcome_are_listed_as_such()
    {
        _shell.Run("Set-IntercomContact gone -Name x");
        _server.Answer = request => request.Path.EndsWith("/reply", StringComparison.Ordinal)
            ? (500, """{"type":"error.list","request_id":"r-500","errors":[{"code":"server_error","message":"no"}]}""") : Answer(request);
        _shell.Run("Send-IntercomReply Hello -ConversationId 215");
        Assert.Equal(["Failed r-404", "Unknown r-500"], Changes("$($_.Outcome) $($_.RequestId)"));
        Assert.Equal(["1"], _shell.Do("(Get-IntercomChange -Outcome failed).Number").Output.Select(item => item.ToString()));
        Assert.All(Changes("$($_.Error)"), text => Assert.NotEmpty(text));
    }

    [Fact]
    public void What_was_not_sent_is_not_listed()
    {
        _shell.Run("Add-IntercomTag NoSuchTag -ContactId c1; Set-IntercomContact c1 -Name x -WhatIf; Get-IntercomContact c1");
        Assert.Empty(Changes("$_"));
    }

    [Fact]
    public void Requests_that_the_user_writes_are_listed_and_reads_are_not()
    {
        _shell.Do("$null = Invoke-IntercomRequest contacts/c1 PUT @{ name = 'x' }; $null = Invoke-IntercomRequest contacts/c1");
        Assert.Equal(["Invoke-IntercomRequest Applied Send PUT contacts/c1"], Changes("$($_.Command) $($_.Outcome) $($_.Action)"));
    }

    [Fact]
    public void A_created_resource_is_listed_with_its_new_id()
    {
        _shell.Do("$null = New-IntercomContact zoe@example.com");
        Assert.Equal(["contact c1 Undo does not delete what was created. Use the Remove- cmdlet of its kind."],
            Changes("$($_.Noun) $($_.ResourceId) $($_.Undo)"));
    }

    [Fact]
    public void The_list_is_limited_and_says_what_it_dropped()
    {
        _server.Connect(_shell);
        var outcome = _shell.Do(
            "1..10003 | ForEach-Object { 'c1' } | Set-IntercomContact -Name x -ThrottleLimit 64; Get-IntercomChange");
        Assert.Equal(10000, outcome.Output.Count);
        Assert.Equal("4", outcome.Output[0].Properties["Number"].Value.ToString());
        Assert.Contains("3 older changes", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
        Assert.Empty(_shell.Do("Get-IntercomChange -Last 5").Warnings);
    }

    [Fact]
    public void The_log_has_one_line_of_JSON_for_each_change_and_never_the_token()
    {
        var log = Connected("log.jsonl");
        _shell.Run("""
            Get-IntercomContact c1 | Set-IntercomContact -Name Grace
            Set-IntercomContact gone -Name x
            Set-IntercomContact c1 -Name $args[0]
            $null = Send-IntercomReply '<p>Hello "Ada"</p>' -ConversationId 215
            """, Shell.Token);
        var lines = Read(log).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["Applied", "Failed", "Applied", "Applied"], lines.Select(line => line.GetProperty("outcome").GetString()));
        Assert.Equal("Grace", lines[0].GetProperty("body").GetProperty("name").GetString());
        Assert.Equal("Ada", lines[0].GetProperty("before").GetProperty("name").GetString());
        Assert.Equal("ws1", lines[0].GetProperty("workspace").GetString());
        Assert.Equal("r-404", lines[1].GetProperty("request_id").GetString());
        Assert.Equal("<p>Hello \"Ada\"</p>", lines[3].GetProperty("body").GetProperty("body").GetString());
        Assert.DoesNotContain(Read(log), line => line.Contains(Shell.Token, StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(log));
    }

    [Fact]
    public void A_log_is_continued_after_a_line_that_was_left_incomplete()
    {
        var log = Path.Combine(_folder, "log.jsonl");
        File.WriteAllText(log, "{\"half");
        Connected("log.jsonl");
        _shell.Do("Set-IntercomContact c1 -Name x");
        Assert.Equal(["{\"half", "{\"time"], Read(log).Select(line => line[..6]));
    }

    [Theory]
    [InlineData("nowhere/log.jsonl", "Intercom.log_folder_not_found")]
    [InlineData(".", "Intercom.log_is_directory")]
    public void A_log_that_cannot_be_opened_ends_the_connecting_before_a_call(string path, string id)
    {
        var outcome = Connect(Path.Combine(_folder, path));
        Assert.StartsWith(id, outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(_server.Requests);
        Assert.StartsWith("Intercom.not_connected", _shell.Run("Get-IntercomChange").Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_that_cannot_be_written_any_more_stops_further_changes()
    {
        if (!File.Exists("/dev/full")) return;
        Assert.Empty(Connect("/dev/full").Errors);
        _server.Forget();
        var first = _shell.Run("'c1', 'c1', 'c1' | Set-IntercomContact -Name x -ThrottleLimit 1");
        Assert.StartsWith("Intercom.change_not_logged", first.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(_server.Calls);
        var second = _shell.Run("Set-IntercomContact c1 -Name x");
        Assert.StartsWith("Intercom.log_not_written", second.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(_server.Calls);
        Assert.Equal(["1 Applied"], Changes("$($_.Number) $($_.Outcome)"));
    }

    /// <summary>The lines of a file that is still open for writing, as Get-Content reads it.</summary>
    private static string[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private string Connected(string name)
    {
        var log = Path.Combine(_folder, name);
        Assert.Empty(Connect(log).Errors);
        _server.Forget();
        return log;
    }

    private Outcome Connect(string log)
    {
        _server.Forget();
        using var token = new System.Security.SecureString();
        foreach (var letter in Shell.Token) token.AppendChar(letter);
        return _shell.Run("$null = Connect-Intercom -BaseUri $args[0] -Token $args[1] -Name test -LogPath $args[2]",
            _server.BaseUri, token, log);
    }
}
