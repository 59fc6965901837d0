namespace Intercom.PowerShell.Tests.Operations;

/// <summary>The requests of the cmdlets for calls, and what they do with the responses.</summary>
public sealed class CallsWireTests : WireCases
{
    [Theory]
    [InlineData("Get-IntercomCall", "GET /calls?per_page=25")]
    [InlineData("Get-IntercomCall 5", "GET /calls/5")]
    [InlineData("Search-IntercomCall 91, 92, 91", """POST /calls/search {"conversation_ids":["91","92"]}""")]
    [InlineData("[Intercom.Conversation]@{ Id = '91' }, [Intercom.Conversation]@{ Id = '92' } | Search-IntercomCall",
        """POST /calls/search {"conversation_ids":["91","92"]}""")]
    [InlineData("Get-IntercomCallTranscript 5", "GET /calls/5/transcript")]
    [InlineData("$null = Save-IntercomCallRecording $folder/a.mp3 -CallId 5", "GET /calls/5/recording")]
    public void The_request_is_what_the_api_describes(string command, params string[] requests) => Sends(command, requests);

    [Fact]
    public void A_recording_is_saved_as_it_came_whatever_it_holds()
    {
        Serve("=1,=2"u8.ToArray(), isPacked: false);
        _shell.Do($"$null = Save-IntercomCallRecording '{_folder}/call.mp3' -CallId 5");
        Assert.Equal("=1,=2", File.ReadAllText(Path.Combine(_folder, "call.mp3")));
    }

    [Fact]
    public void Twenty_conversations_go_with_one_call()
    {
        _shell.Do("1..45 | Search-IntercomCall");
        Assert.Equal([20, 20, 5], _server.Requests.Select(request => JsonNode.Parse(request.Body)!["conversation_ids"]!.AsArray().Count));
    }
}
