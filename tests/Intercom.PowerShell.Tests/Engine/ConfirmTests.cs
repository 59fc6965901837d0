namespace Intercom.PowerShell.Tests.Engine;

/// <summary>What -Confirm asks, and that only what was confirmed is sent.</summary>
public sealed class ConfirmTests : IDisposable
{
    private const int Yes = 0, YesToAll = 1, No = 2, NoToAll = 3;
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public ConfirmTests() => _server.Connect(_shell);

    public void Dispose()
    {
        _shell.Dispose();
        _server.Dispose();
    }

    private const string Deletions = "'c1', 'c2', 'c3' | Remove-IntercomContact";

    public static TheoryData<int[], string[], string[]> Answers => new()
    {
        { [Yes, No, Yes], ["c1", "c2", "c3"], ["c1", "c3"] },
        { [No, YesToAll], ["c1", "c2"], ["c2", "c3"] },
        { [Yes, NoToAll], ["c1", "c2"], ["c1"] },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void A_deletion_asks_for_each_object_and_sends_what_was_confirmed(int[] answers, string[] asked, string[] sent)
    {
        Assert.Equal(asked.Select(id => $"Delete contact {id}?"), _shell.Asked(answers, Deletions));
        Assert.Equal(sent.Select(id => $"DELETE /contacts/{id}"), Sent);
    }

    [Fact]
    public void Confirm_asks_for_a_change_in_the_words_of_WhatIf()
    {
        Assert.Equal(["Update contact c1: name \"Ada\"?"], _shell.Asked([No], "Set-IntercomContact c1 -Name Ada -Confirm"));
        Assert.Empty(_server.Requests);
        Assert.Equal(["Update contact c1: name \"Ada\"?"], _shell.Asked([Yes], "Set-IntercomContact c1 -Name Ada -Confirm"));
        Assert.Equal(["PUT /contacts/c1"], Sent);
    }

    [Fact]
    public void Nothing_is_asked_for_a_change_or_when_Confirm_is_false()
    {
        Assert.Empty(_shell.Asked([], "Set-IntercomContact c1 -Name Ada; " + Deletions + " -Confirm:$false"));
        Assert.Equal(4, _server.Requests.Count);
    }

    /// <summary>Only this use of the cmdlet destroys something: detaching a tag does not ask.</summary>
    [Fact]
    public void A_use_that_cannot_be_undone_asks_although_its_cmdlet_does_not()
    {
        Assert.Empty(_shell.Asked([], "'c1' | Remove-IntercomTag -TagId 71"));
        _server.Forget();
        Assert.Equal(["Delete tag 71 from the workspace? This cannot be undone."],
            _shell.Asked([No], "Remove-IntercomTag -TagId 71 -FromWorkspace"));
        Assert.Empty(Sent);
        Assert.Single(_shell.Asked([YesToAll], "Remove-IntercomTag -TagId 71, 72 -FromWorkspace"));
        Assert.Equal(["DELETE /tags/71", "DELETE /tags/72"], Sent);
    }

    private IEnumerable<string> Sent => _server.Requests.Where(request => request.Method != "GET")
        .Select(request => $"{request.Method} {request.Path}");
}
