namespace Intercom.PowerShell.Tests.Sandbox;

/// <summary>-Parallel returns what the same search returns page by page, in the same order.</summary>
public sealed class ParallelReadTests : IDisposable
{
    private readonly Shell _shell = new();

    public ParallelReadTests() => _shell.Do("$null = Connect-Intercom -Sandbox");

    private string[] Ids(string script) =>
        _shell.Do($"foreach ($found in {script}) {{ $found.Id }}").Output.Select(item => item!.ToString()!).ToArray();

    [Theory]
    [InlineData("Search-IntercomConversation @{ open = $true }")]
    [InlineData("Search-IntercomConversation @{ open = $true } -Descending")]
    [InlineData("Search-IntercomConversation { $_.state -eq 'open' -or $_.state -eq 'closed' }")]
    [InlineData("Search-IntercomConversation @{ open = $true } -First 55 -Skip 3")]
    [InlineData("Search-IntercomConversation @{ id = 'nosuch' }")]
    [InlineData("Search-IntercomContact @{ role = 'user' }")]
    [InlineData("Search-IntercomContact @{ role = 'user' } -Descending")]
    [InlineData("Search-IntercomContact { $_.created_at -gt [datetime]::Now.AddDays(-200) }")]
    [InlineData("Search-IntercomTicket { $_.open -eq $true }")]
    public void A_search_in_slices_returns_the_same_in_the_same_order(string search)
    {
        var expected = Ids(search + " -SortBy created_at");
        foreach (var atOnce in new[] { 2, 4, 9 }) Assert.Equal(expected, Ids($"{search} -Parallel {atOnce}"));
    }

    [Theory]
    [InlineData("ascending")]
    [InlineData("descending")]
    public void The_order_in_pasted_JSON_holds(string order)
    {
        var search =
            $$$"""Search-IntercomConversation """
            + $$$"""'{"query":{"field":"open","operator":"=","value":true},"sort":{"field":"created_at","order":"{{{order}}}"}}'""";
        Assert.Equal(Ids(search), Ids(search + " -Parallel 4"));
    }

    [Fact]
    public void Two_thousand_contacts_of_many_days_come_once_and_in_order()
    {
        _shell.Do(
            "1..2000 | ForEach-Object { [pscustomobject]@{ ExternalId = \"p$_\" } } | New-IntercomContact -ThrottleLimit 32 | "
            + "ForEach-Object { }");
        var expected = Ids("Search-IntercomContact { $_.created_at -gt [datetime]'2001-01-01' } -SortBy created_at");
        Assert.True(expected.Length > 2000);
        Assert.Equal(expected, Ids("Get-IntercomContact -Parallel 4"));
        Assert.Equal(expected.Take(600), Ids("Get-IntercomContact -Parallel 4 -First 600"));
    }

    [Theory]
    [InlineData("Get-IntercomContact -Parallel 4")]
    [InlineData("Search-IntercomContact @{ role = 'user' } -Parallel 4")]
    [InlineData("Search-IntercomContact @{ role = 'user' } -Parallel 4 -Descending")]
    public void What_is_made_or_changed_meanwhile_is_neither_lost_nor_doubled(string read)
    {
        _shell.Do(
            "1..1000 | ForEach-Object { [pscustomobject]@{ ExternalId = \"m$_\" } } | New-IntercomContact -ThrottleLimit 32 | "
            + "ForEach-Object { }");
        var before = Ids(read.Replace(" -Parallel 4", "", StringComparison.Ordinal)
            .Replace(" -Descending", " -SortBy created_at -Descending", StringComparison.Ordinal));
        var during = _shell.Do($$"""
            $number = 0
            {{read}} | ForEach-Object {
                $number++
                if ($number % 25 -eq 0) {
                    Set-IntercomContact $_.Id -Name "changed $number"
                    $null = New-IntercomContact -ExternalId "while-$number"
                }
                $_.Id
            }
            """).Output.Select(item => item!.ToString()!).ToArray();
        Assert.Equal(during.Distinct(), during);
        Assert.Equal(before.Order(), during.Intersect(before).Order());
    }

    [Fact]
    public void All_conversations_come_in_the_order_of_their_creation()
    {
        var all = Ids("Get-IntercomConversation");
        var sliced = Ids("Get-IntercomConversation -Parallel 4");
        Assert.Equal(all.Order(), sliced.Order());
        Assert.Equal(Ids("Search-IntercomConversation { $_.created_at -gt [datetime]'2001-01-01' } -SortBy created_at"), sliced);
    }

    [Fact]
    public void The_parts_of_sliced_conversations_are_read_too() =>
        Assert.Equal("True",
            _shell.Do(
            "$c = Search-IntercomConversation @{ open = $true } -Parallel 4 -IncludeParts; @($c | Where-Object { "
            + "$_.ConversationParts.Count -gt 0 }).Count -gt 5").Output[0]!.ToString());

    [Fact]
    public void Another_order_is_refused_with_a_word_of_what_to_do() =>
        Assert.Equal("parallel_and_sort", _shell.Run("Search-IntercomContact @{ role = 'user' } -Parallel 4 -SortBy name").Error.Code());

    [Fact]
    public void Verbose_says_how_the_list_was_cut()
    {
        _shell.Do(
            "1..700 | ForEach-Object { [pscustomobject]@{ ExternalId = \"v$_\" } } | New-IntercomContact -ThrottleLimit 32 | "
            + "ForEach-Object { }");
        Assert.Contains(
            _shell.Run("$null = Search-IntercomConversation { $_.created_at -gt [datetime]'2001-01-01' } -Parallel 4 -Verbose").Verbose,
            line => line.Contains("slices", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
    }
}
