namespace Intercom.PowerShell.Tests.Sandbox;

/// <summary>A pipeline that changes the list it reads does its work on each item, once.</summary>
public sealed class ChangingListTests : IDisposable
{
    private readonly Shell _shell = new();

    public ChangingListTests() => _shell.Do("$null = Connect-Intercom -Sandbox");

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
    }

    private string Line(string script) => Assert.Single(_shell.Do(script).Output)!.ToString()!;

    [Theory]
    [InlineData("1..200 | ForEach-Object { [pscustomobject]@{ Title = \"Old $_\"; AuthorId = 5001 } } | New-IntercomArticle",
        "Get-IntercomArticle", "Remove-IntercomArticle -Confirm:$false")]
    [InlineData("1..130 | ForEach-Object { [pscustomobject]@{ Name = \"Old $_\" } } | New-IntercomCollection", "Get-IntercomCollection",
        "Remove-IntercomCollection -Confirm:$false")]
    [InlineData("1..130 | ForEach-Object { [pscustomobject]@{ Title = \"Old $_\"; SenderId = 5001 } } | New-IntercomNewsItem",
        "Get-IntercomNewsItem", "Remove-IntercomNewsItem -Confirm:$false")]
    [InlineData("1..130 | ForEach-Object { [pscustomobject]@{ Email = \"old$_@x.example\" } } | New-IntercomContact", "Get-IntercomContact",
        "Remove-IntercomContact -Confirm:$false")]
    public void Deleting_while_a_list_is_read_leaves_nothing(string create, string read, string delete)
    {
        _shell.Do($"$null = {create}");
        Assert.Equal("0", Line($"{read} | {delete}; @({read}).Count"));
    }

    [Fact]
    public void Conversations_deleted_while_they_are_read_are_read_all_the_same()
    {
        var outcome = _shell.Run("""
            Search-IntercomConversation @{ open = $true } -First 12 -IncludeParts | ForEach-Object {
                if (-not $gone) {
                    $gone = $true
                    Search-IntercomConversation @{ open = $true } -First 12 |
                        ForEach-Object { Remove-IntercomConversation $_.Id -Confirm:$false }
                }
                $_.Id
            }
            """);
        Assert.Equal(12, outcome.Output.Count);
        Assert.Empty(outcome.Errors);
    }

    [Fact]
    public void A_trial_and_the_run_see_the_same_set()
    {
        _shell.Do("$null = 1..120 | ForEach-Object { [pscustomobject]@{ Title = \"Old $_\"; AuthorId = 5001 } } | New-IntercomArticle");
        Assert.Equal("True",
            Line(
            "$seen = [System.Collections.Generic.List[string]]::new(); Get-IntercomArticle | ForEach-Object { $seen.Add($_.Id); $_ } | "
            + "Remove-IntercomArticle -WhatIf; $run = [System.Collections.Generic.List[string]]::new(); Get-IntercomArticle | "
            + "ForEach-Object { $run.Add($_.Id); $_ } | Remove-IntercomArticle -Confirm:$false; $seen.Count -eq $run.Count -and "
            + "[System.Collections.Generic.HashSet[string]]::new($seen).SetEquals($run)"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" -Descending")]
    public void A_search_sorted_by_what_the_pipeline_changes_answers_each_once(string order) => Assert.Equal("True", Line(
        $"$all = @(Search-IntercomConversation {{ $_.CreatedAt -gt '2020-01-01' }}).Count; $n = @(Search-IntercomConversation {{ "
            + $"$_.CreatedAt -gt '2020-01-01' }} -SortBy updated_at{order} | Send-IntercomReply 'x').Count; $all -gt 50 -and $n -eq $all"));

    [Fact]
    public void A_written_request_over_all_pages_returns_each_item_once() => Assert.Equal("True", Line(
        "$null = 1..120 | ForEach-Object { [pscustomobject]@{ Title = \"Old $_\"; AuthorId = 5001 } } | New-IntercomArticle; $n = "
            + "@(Get-IntercomArticle).Count; $ids = @(Invoke-IntercomRequest articles -Paginate | ForEach-Object { "
            + "Remove-IntercomArticle $_.id -Confirm:$false; $_.id }); $ids.Count -eq $n -and "
            + "[System.Collections.Generic.HashSet[string]]::new([string[]]$ids).Count -eq $n -and @(Get-IntercomArticle).Count -eq 0"));
}
