using System.IO.Compression;
using System.Net;
using System.Text;

namespace Intercom.PowerShell.Tests.Hostile;

/// <summary>
/// Hostile and broken answers as a user meets them: an error that can be read, its id, its category, its target; and the next call works.
/// </summary>
public sealed class HostileAnswerTests : IDisposable
{
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public HostileAnswerTests() => _server.Connect(_shell);

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        _server.Dispose();
    }

    public static TheoryData<string, string, string> Broken => new()
    {
        { "a web page", "<!DOCTYPE html><html><body>Sign in</body></html>", "a web page" },
        { "nothing", "", "is empty" },
        { "white space", " \r\n\t ", "is empty" },
        { "null", "null", "" },
        { "a number", "42", "cannot be read" },
        { "a text", "\"hello\"", "cannot be read" },
        { "half a document", "{\"type\":\"contact\",\"id\":\"c1\",\"na", "cannot be read" },
        { "two documents", "{\"type\":\"contact\"}{\"type\":\"contact\"}", "cannot be read" },
        { "objects 10,000 levels deep", "{\"custom_attributes\":" + string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + "1"
            + new string('}', 10_001), "cannot be read" },
        { "lists 10,000 levels deep", "{\"tags\":" + new string('[', 10_000) + new string(']', 10_000) + "}", "cannot be read" },
        { "half a letter", "{\"type\":\"contact\",\"id\":\"c1\",\"name\":\"\\ud800\"}", "cannot be read" },
        { "bytes that are no text", "\0\u0001\u0002", "cannot be read" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_answer_is_an_error_that_can_be_read(string what, string body, string words)
    {
        _server.Answer = _ => (200, body);
        foreach (var script in new[] { "Get-IntercomContact c1", "Get-IntercomContact",
            "Search-IntercomContact (New-IntercomQuery role = user)" })
        {
            var error = _shell.Run(script).Error;
            Assert.StartsWith("Intercom.unreadable_answer,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Equal(ErrorCategory.InvalidResult, error.CategoryInfo.Category);
            Assert.Contains("contacts", error.ToString(), StringComparison.Ordinal);
            if (script == "Get-IntercomContact c1")
                Assert.True(error.ToString().Contains(words, StringComparison.Ordinal), $"{what}: {error}");
        }
        Works();
    }

    [Theory]
    [InlineData("gzip", false)]
    [InlineData("gzip", true)]
    [InlineData("deflate", false)]
    [InlineData("br", false)]
    public void Broken_compression_is_an_error_that_can_be_read_and_what_must_not_happen_twice_is_sent_once(string encoding, bool cut)
    {
        _server.Odd = (request, response) =>
        {
            if (!request.Path.EndsWith("/reply", StringComparison.Ordinal)) return false;
            response.Headers["Content-Encoding"] = encoding;
            response.OutputStream.Write(cut
                ? Packed("{\"name\":\"" + string.Concat(Enumerable.Range(0, 4000).Select(i => i * 7919)) + "\"}")[..4000]
                : [0xFF, 0xFE, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
            response.Close();
            return true;
        };
        var error = _shell.Run("215 | Send-IntercomReply 'Hello' -AdminId 1").Error;
        Assert.StartsWith("Intercom.unreadable_answer,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(_server.Calls, call => call.Contains("/reply", StringComparison.Ordinal));
        _server.Odd = null;
        Works();
    }

    [Fact]
    public void An_answer_whose_compression_broke_once_is_asked_for_again()
    {
        var first = true;
        _server.Odd = (_, response) =>
        {
            if (!first) return false;
            first = false;
            response.Headers["Content-Encoding"] = "gzip";
            response.OutputStream.Write([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
            response.Close();
            return true;
        };
        Assert.Equal("Zoe", _shell.Do("(Get-IntercomContact c1).Name").Output[0].ToString());
        Assert.Equal(2, _server.Calls.Count);
    }

    [Fact]
    public void An_error_list_with_status_200_is_the_error_that_it_says()
    {
        _server.Answer = _ =>
            (200,
            """{"type":"error.list","request_id":"r-7","errors":[{"code":"not_found","message":"User Not """
            + """Found"},{"code":"other","message":"And more"}]}""");
        foreach (var script in new[] { "Get-IntercomContact c1", "Get-IntercomContact", "Set-IntercomContact c1 -Name x",
            "Invoke-IntercomRequest contacts/c1" })
        {
            var error = _shell.Run(script).Error;
            Assert.StartsWith("Intercom.not_found,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("User Not Found. And more.", error.ToString(), StringComparison.Ordinal);
            Assert.Contains("r-7", error.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("7")]
    [InlineData("1.5")]
    [InlineData("-99999999999999999999999999")]
    [InlineData("true")]
    [InlineData("\"\"")]
    [InlineData("\"soon\"")]
    [InlineData("[]")]
    [InlineData("[1,[2]]")]
    [InlineData("{}")]
    [InlineData("{\"a\":{\"b\":1}}")]
    [InlineData("null")]
    public void A_contact_is_read_despite_ids_dates_and_lists_of_every_wrong_type(string wrong)
    {
        _server.Answer = request => request.Path.StartsWith("/contacts", StringComparison.Ordinal)
            ? (200,
                Wrapped(request.Path == "/contacts/c1",
                $$"""{"type":"contact","id":{{wrong}},"created_at":{{wrong}},"updated_at":{{wrong}},"owner_id":{{wrong}},"role":"""
                + $$"""{{wrong}},"tags":{{wrong}},"companies":{{wrong}},"location":{{wrong}},"custom_attributes":{{wrong}}"""
                + $$""","has_hard_bounced":{{wrong}},"unknown":{{wrong}},"name":"Zoe"}"""))
            : RecordingServer.Simple(request);
        Assert.Equal("Zoe", _shell.Do("(Get-IntercomContact c1).Name").Output[0].ToString());
        Assert.Equal("Zoe", _shell.Do("Get-IntercomContact | ForEach-Object Name").Output[0].ToString());
        // Shown, it breaks nothing either.
        Assert.Contains("Zoe", _shell.Screen("Get-IntercomContact c1"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_that_nobody_knew_is_the_word()
    {
        _server.Answer = request =>
            request.Path.StartsWith("/conversations/", StringComparison.Ordinal)
            ? (200, """{"type":"conversation","id":"215","state":"hibernating","priority":"utmost","source":{"type":"telepathy"}}""")
            : RecordingServer.Simple(request);
        Assert.Equal("hibernating", _shell.Do("(Get-IntercomConversation 215).State").Output[0].ToString());
    }

    [Fact]
    public void An_answer_of_a_hundred_levels_comes_whole_and_can_be_sent_back()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1" + new string('}', 100);
        _server.Answer = _ => (200, deep);
        var outcome = _shell.Do(
            "$o = Invoke-IntercomRequest deep; $o; $null = Invoke-IntercomRequest deep PUT $o; $null = Invoke-IntercomRequest deep PUT "
            + "$args[0]", deep);
        object? value = outcome.Output[0];
        for (var level = 0; level < 100; level++) value = ((PSObject)value!).Properties["a"].Value;
        Assert.Equal(1L, value);
        Assert.Equal(["GET /deep", "PUT /deep " + deep, "PUT /deep " + deep],
            _server.Requests.Select(request => $"{request.Method} {request.Path} {request.Body}".TrimEnd()));
    }

    [Theory]
    [InlineData("$h = @{}; $h.again = @{ list = @($h) }; Set-IntercomContact c1 -CustomAttribute $h")]
    [InlineData("$h = @{}; $h.again = $h; New-IntercomContact a@b.c -AdditionalField $h")]
    [InlineData(
        "$o = [pscustomobject]@{ a = 1 }; $o.PSObject.Properties.Add([psnoteproperty]::new('again', $o)); Invoke-IntercomRequest "
        + "contacts POST $o")]
    public void A_value_that_holds_itself_is_an_error_and_not_the_end_of_the_process(string script)
    {
        Assert.Contains("128 levels", _shell.Run(script).Error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_server.Calls);
    }

    [Fact]
    public void A_cursor_that_comes_again_ends_the_walk_with_an_error_behind_the_items()
    {
        _server.Answer = _ =>
            (200, """{"type":"list","data":[{"type":"contact","id":"c1"}],"pages":{"type":"pages","next":{"starting_after":"again"}}}""");
        var walk = _shell.Run("Get-IntercomContact");
        // The second page holds the item of the first, which is not given again.
        Assert.Single(walk.Output);
        Assert.StartsWith("Intercom.repeated_cursor,", walk.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.InvalidResult, walk.Error.CategoryInfo.Category);
        Assert.Equal(2, _server.Calls.Count);
    }

    [Fact]
    public void A_next_page_at_another_host_is_refused_and_the_token_stays_home()
    {
        using var elsewhere = new RecordingServer();
        foreach (var link in new[] { $"{elsewhere.BaseUri}events?page=2", $"//{elsewhere.BaseUri.Authority}/events",
            $"{_server.BaseUri}{elsewhere.BaseUri}events" })
        {
            _server.Answer = _ =>
                (200, $$$"""{"type":"event.list","events":[{"type":"event","id":"e1","event_name":"x"}],"pages":{"next":"{{{link}}}"}}""");
            var walk = _shell.Run("Get-IntercomEvent -ContactId c1");
            Assert.Single(walk.Output);
            Assert.StartsWith("Intercom.foreign_link,", walk.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Equal(ErrorCategory.ConnectionError, walk.Error.CategoryInfo.Category);
        }
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public void A_redirect_to_another_host_is_refused_and_the_token_stays_home()
    {
        using var elsewhere = new RecordingServer();
        _server.Odd = (_, response) =>
        {
            response.StatusCode = (int)HttpStatusCode.TemporaryRedirect;
            response.RedirectLocation = elsewhere.BaseUri + "contacts/c1";
            response.StatusCode = (int)HttpStatusCode.TemporaryRedirect;
            response.Close();
            return true;
        };
        foreach (var script in new[] { "Get-IntercomContact c1", "Get-IntercomContact", "Set-IntercomContact c1 -Name x",
            "Invoke-IntercomRequest contacts/c1" })
        {
            var error = _shell.Run(script).Error;
            Assert.StartsWith("Intercom.redirect_refused,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        }
        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [InlineData("http://elsewhere.example/contacts")]
    [InlineData("/http://elsewhere.example/contacts")]
    [InlineData("//elsewhere.example/contacts")]
    [InlineData("\\\\elsewhere.example\\contacts")]
    public void Invoke_IntercomRequest_takes_the_token_to_no_other_host(string path)
    {
        var outcome = _shell.Run("Invoke-IntercomRequest $args[0]", path);
        // A path that only looks like an address is a path; what leads elsewhere is refused.
        if (_server.Calls.Count == 0)
        {
            Assert.Contains(outcome.Error.FullyQualifiedErrorId.Split(',')[0],
                new[] { "Intercom.other_host", "Intercom.invalid_path", "Intercom.foreign_link" });
        }
        else Assert.All(_server.Requests, request => Assert.Equal(_server.BaseUri.Authority, request.Headers["Host"]));
    }

    [Fact]
    public void An_answer_of_two_gigabytes_is_refused_and_the_memory_stays_level()
    {
        var chunk = new byte[1 << 20];
        Array.Fill(chunk, (byte)'x');
        var sent = 0L;
        _server.Odd = (request, response) =>
        {
            if (request.Path != "/contacts/huge") return false;
            response.SendChunked = true;
            response.OutputStream.Write(Encoding.UTF8.GetBytes("{\"name\":\""));
            for (; sent < 2L << 30; sent += chunk.Length) response.OutputStream.Write(chunk);
            return true;
        };
        var error = _shell.Run("Get-IntercomContact huge").Error;
        Assert.StartsWith("Intercom.answer_too_large,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.InvalidResult, error.CategoryInfo.Category);
        Assert.Contains("128 MB", error.ToString(), StringComparison.Ordinal);
        Assert.InRange(sent, 1, 256L << 20);
        Works();
    }

    private void Works()
    {
        _server.Answer = RecordingServer.Simple;
        Assert.Equal("Zoe", _shell.Do("(Get-IntercomContact c1).Name").Output[0].ToString());
    }

    private static string Wrapped(bool alone, string item) =>
        alone ? item : "{\"type\":\"list\",\"data\":[" + item + "],\"pages\":{\"next\":null}}";

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, true)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
