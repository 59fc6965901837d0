namespace Intercom.PowerShell.Tests.Sandbox;

/// <summary>What differs between the versions of the API, and what a script sees of it.</summary>
public sealed class VersionTests : IDisposable
{
    private readonly Shell _shell = new();

    private void Connect(string version, string more = "") =>
        _shell.Do($"$null = Connect-Intercom -Sandbox -Name version -ApiVersion {version} {more}");

    private string[] Lines(string script) => [.. _shell.Do(script).Output.Select(item => $"{item}")];

    /// <summary>Nobody is null, whatever a version sends, so that -not works in a condition.</summary>
    [Theory]
    [InlineData("2.14")]
    [InlineData("2.15")]
    [InlineData("2.16")]
    [InlineData("Preview")]
    public void Nobody_is_null_in_every_version(string version)
    {
        Connect(version);
        Assert.Equal(["True"], Lines("$null -eq (Get-IntercomConversation -Unassigned -First 1).AdminAssigneeId"));
        Assert.Equal(["True"], Lines("$null -eq (Get-IntercomTicket -Unassigned -First 1).TeamAssigneeId"));
        var counts = Lines("""
            (Get-IntercomConversation -Unassigned).Count
            (Search-IntercomConversation { -not $_.AdminAssigneeId -and -not $_.TeamAssigneeId }).Count
            (Search-IntercomConversation { $_.AdminAssigneeId -eq 0 -and $_.TeamAssigneeId -eq 0 }).Count
            (Get-IntercomConversation | Where-Object { -not $_.AdminAssigneeId -and -not $_.TeamAssigneeId }).Count
            """);
        Assert.NotEqual("0", counts[0]);
        Assert.Single(counts.Distinct());
    }

    [Theory]
    [InlineData("2.14", "priority", "not_priority")]
    [InlineData("2.16", "high", "none")]
    public void Both_sets_of_words_find_a_priority(string version, string high, string none)
    {
        Connect(version);
        Assert.Equal([high], Lines("(Search-IntercomConversation @{ priority = 'high' }).Priority").Distinct());
        Assert.Equal([high], Lines("(Search-IntercomConversation @{ priority = 'priority' }).Priority").Distinct());
        Assert.Equal([none], Lines("(Search-IntercomConversation @{ priority = 'none' } -First 3).Priority").Distinct());
        Assert.Equal(["Intercom.unknown_value"], Lines("""
            try { Search-IntercomConversation @{ priority = 'urgently' } } catch { ($_.FullyQualifiedErrorId -split ',')[0] }
            """));
    }

    [Theory]
    [InlineData("2.14")]
    [InlineData("2.16")]
    public void An_article_names_its_parent_in_every_version(string version)
    {
        Connect(version);
        Assert.Equal(["True"], Lines("""
            $article = (Get-IntercomArticle).Where({ $_.ParentIds }, 'First')[0]
            $article.ParentId -and $article.ParentId -eq $article.ParentIds[0]
            """));
    }

    private const string Merge = """
        $lead = New-IntercomContact -Role lead -Email a@one.example
        $user = New-IntercomContact b@one.example
        $lead | Merge-IntercomContact -Into $user -SkipDuplicateValidation -Confirm:$false
        """;

    [Fact]
    public void The_error_of_a_merged_contact_names_the_survivor()
    {
        Connect("2.16");
        _shell.Do(Merge);
        var error = Assert.Single(_shell.Run("Get-IntercomContact $lead.Id").Errors);
        var survivor = Assert.Single(Lines("$user.Id"));
        Assert.StartsWith("Intercom.contact_merged", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains($"was merged into {survivor}.", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("-FollowMerge", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    /// <summary>The switch sends 2.16 by itself, because earlier versions do not tell a merged contact from a missing one.</summary>
    [Fact]
    public void A_merged_contact_can_be_followed()
    {
        Connect("2.14");
        _shell.Do(Merge);
        Assert.Equal(["True"], Lines("(Get-IntercomContact $lead.Id -FollowMerge).Id -eq $user.Id"));
        Assert.Equal(["True"], Lines("(Get-IntercomContact $user.Id -FollowMerge).Id -eq $user.Id"));
        Assert.Equal(["True"], Lines(
            "(Get-IntercomContact $user.Id -IncludeMergeHistory).MergeHistory.SourceContactId -eq $lead.Id"));
        var error = Assert.Single(_shell.Run("Get-IntercomContact 65c0a1206458dfce07000000 -FollowMerge").Errors);
        Assert.StartsWith("Intercom.not_found", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    /// <summary>Since 2.16, Intercom skips a company that it does not know, and answers with success.</summary>
    [Fact]
    public void A_company_that_was_not_tagged_is_the_error_of_its_input()
    {
        Connect("2.16");
        var errors = _shell.Run("""
            $known = Get-IntercomCompany -First 1
            'nowhere', $known.Id | ForEach-Object { Add-IntercomTag VIP -CompanyId $_ }
            Remove-IntercomTag VIP -CompanyId nowhere -Confirm:$false
            """).Errors;
        Assert.Equal(2, errors.Count);
        Assert.All(errors, error => Assert.StartsWith("Intercom.not_tagged", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Equal(["True"], Lines("(Get-IntercomCompany $known.Id).Tags.Name -contains 'VIP'"));
    }

    [Fact]
    public void Custom_objects_are_listed_with_every_connection()
    {
        Connect("2.14");
        Assert.Equal(["3", "2", "A-1"], Lines("""
            (Get-IntercomCustomObject Order).Count
            (Get-IntercomCustomObject Order -First 2).Count
            (Get-IntercomCustomObject Order -ExternalId A-1).ExternalId
            """));
    }

    /// <summary>An exact search asks for the limit itself since 2.17, and for whole days before.</summary>
    [Fact]
    public void Dates_of_contacts_are_sent_to_the_second_since_2_17()
    {
        Connect("2.16");
        Assert.NotEmpty(Lines("(Test-IntercomQuery { $_.CreatedAt -gt '2026-01-01 12:30' }).Notes"));
        Connect("2.17");
        Assert.Empty(Lines("(Test-IntercomQuery { $_.CreatedAt -gt '2026-01-01 12:30' }).Notes"));
        Assert.Equal(["created_at >= 2026-01-01T12:30:00Z"], Lines(
            "(Test-IntercomQuery { $_.CreatedAt -ge '2026-01-01T12:30Z' }).Sent"));
        Assert.Equal(["True"], Lines("""
            $all = Get-IntercomContact
            $limit = $all[100].CreatedAt
            $found = Search-IntercomContact { $_.CreatedAt -ge $limit }
            $sliced = Search-IntercomContact { $_.CreatedAt -ge $limit } -Parallel 4
            $found.Count -eq ($all | Where-Object CreatedAt -ge $limit).Count -and $sliced.Count -eq $found.Count
            """));
    }

    [Fact]
    public void The_error_of_an_operation_that_the_version_lacks_names_the_version()
    {
        // The operations of later versions are those that state one.
        var newer = Lines("""
            $null = Connect-Intercom -Sandbox -Name version
            foreach ($operation in Get-IntercomOperation -ApiVersion Preview -Method GET) {
                if ($operation.Since -ne '2.14' -and $operation.Path -notmatch '{') { "$($operation.Path) $($operation.Since)" }
            }
            """);
        Assert.SkipWhen(newer.Length == 0, "No operation is newer than 2.14 yet.");
        var (path, since) = (newer[0].Split(' ')[0], newer[0].Split(' ')[1]);
        var error = Assert.Single(_shell.Run($"Invoke-IntercomRequest {path}").Errors);
        Assert.Contains($"GET /{path} requires version {since} of the API, and the request was sent with 2.14.",
            error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains($"-ApiVersion {since}", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sandbox_over_HTTP_has_the_version_for_requests_without_one()
    {
        Assert.Equal(["True", "False"], Lines("""
            foreach ($version in '2.14', '2.16') {
                $sandbox = Start-IntercomSandbox -ApiVersion $version
                $web = [System.Net.Http.HttpClient]::new()
                $web.DefaultRequestHeaders.Add('Authorization', "Bearer $($sandbox.Token)")
                $web.GetStringAsync("$($sandbox.BaseUri)articles?per_page=1").Result -match '"parent_id"'
                $sandbox | Stop-IntercomSandbox
            }
            """));
        var error = Assert.Single(_shell.Run("Start-IntercomSandbox -ApiVersion latest").Errors);
        Assert.StartsWith("Intercom.invalid_version", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
    }
}
