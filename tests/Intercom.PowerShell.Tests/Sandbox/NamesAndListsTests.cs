namespace Intercom.PowerShell.Tests.Sandbox;

/// <summary>Names where people think in names, and several values where people give several.</summary>
public sealed class NamesAndListsTests : IDisposable
{
    private readonly Shell _shell = new();

    public NamesAndListsTests() => _shell.Do("$null = Connect-Intercom -Sandbox; $c = Get-IntercomContact -ExternalId user-1");

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
    }

    [Theory]
    [InlineData("Get-IntercomTag vip", "7001")]
    [InlineData("Get-IntercomTag 7001, 'bug report'", "7001 7002")]
    [InlineData("'VIP', '7002' | Get-IntercomTag", "7001 7002")]
    [InlineData("Get-IntercomTeam billing", "6002")]
    [InlineData("Get-IntercomAdmin 'Mara Lindqvist', tomas@sandbox.example", "5001 5002")]
    [InlineData("Get-IntercomSegment 'Open leads'", "65e0c3000000000000000003")]
    public void A_name_gets_what_an_id_gets(string script, string ids) =>
        Assert.Equal(ids, string.Join(" ", _shell.Do(script).Values("Id")));

    [Theory]
    [InlineData("Get-IntercomTag vipp, vip", "vipp", "'VIP'")]
    [InlineData("Get-IntercomTeam Biling, Billing", "Biling", "'Billing'")]
    [InlineData("Get-IntercomAdmin maraa@sandbox.example, 5001", "maraa@sandbox.example", "'mara@sandbox.example'")]
    public void An_unknown_name_lists_near_ones_and_the_others_are_returned(string script, string name, string near)
    {
        var outcome = _shell.Run(script);
        Assert.Single(outcome.Output);
        Assert.Equal(name, outcome.Error.TargetObject);
        Assert.Contains(near, outcome.Error.ToString(), StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ObjectNotFound, outcome.Error.CategoryInfo.Category);
    }

    [Fact]
    public void Contacts_are_found_by_several_addresses_and_each_unknown_one_is_an_error()
    {
        _shell.Do("$two = @(Get-IntercomContact -First 30 | Where-Object Email | Take-First 2)");
        var outcome = _shell.Run("Get-IntercomContact -Email $two[0].Email, nobody@example.com, $two[1].Email");
        Assert.Equal(_shell.Do("$two.Email").Output.Select(item => item.ToString()), outcome.Values("Email"));
        Assert.Equal("nobody@example.com", outcome.Error.TargetObject);
    }

    [Fact]
    public void Companies_are_found_by_several_names_or_ids_of_ones_own()
    {
        Assert.Equal(["Opal Retail", "Hollow Oak"], _shell.Do("Get-IntercomCompany -Name 'Opal Retail', 'Hollow Oak'").Values("Name"));
        Assert.Equal(["Opal Retail", "Hollow Oak"], _shell.Do("Get-IntercomCompany -ExternalCompanyId opal-retail, hollow-oak")
            .Values("Name"));
        Assert.Equal(["Hollow Oak"], _shell.Do("[pscustomobject]@{ ExternalCompanyId = 'hollow-oak' } | Get-IntercomCompany")
            .Values("Name"));
    }

    [Theory]
    [InlineData("Get-IntercomCompany -Name opal, 'Opal Retail'", "opal", "full names")]
    [InlineData("Get-IntercomCompany -ExternalCompanyId nosuch, opal-retail", "nosuch", "external id")]
    public void An_unknown_company_is_named_as_it_was_written(string script, string asked, string word)
    {
        var outcome = _shell.Run(script);
        Assert.Equal(["Opal Retail"], outcome.Values("Name"));
        Assert.Equal(asked, outcome.Error.TargetObject);
        Assert.Contains(word, outcome.Error.ToString(), StringComparison.Ordinal);
        Assert.Contains($"'{asked}'", outcome.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_tags_are_made_put_on_and_taken_off_by_one_command()
    {
        Assert.Equal(["One", "Two"], _shell.Do("New-IntercomTag One, Two").Values("Name"));
        Assert.Single(_shell.Do("$c | Add-IntercomTag One, Two -PassThru").Output);
        _shell.Do("Get-IntercomCompany -Name 'Opal Retail' | Add-IntercomTag One, Two");
        Assert.Superset(new[] { "One", "Two" }.ToHashSet(), _shell.Do("$c | Get-IntercomTag").Values("Name").ToHashSet());
        Assert.Equal(["One, Two"], _shell.Do("(Get-IntercomCompany -Name 'Opal Retail').Tags.Name -join ', '").As<string>());
        _shell.Do("$c | Remove-IntercomTag (Get-IntercomTag One, Two)");
        Assert.DoesNotContain("One", _shell.Do("$c | Get-IntercomTag").Values("Name"));
        Assert.DoesNotContain("Two", _shell.Do("$c | Get-IntercomTag").Values("Name"));
    }

    [Fact]
    public void Of_several_tags_an_unknown_one_is_an_error_and_the_others_are_added()
    {
        var outcome = _shell.Run("$c | Add-IntercomTag nosuch, Urgent");
        Assert.Contains("'nosuch'", outcome.Error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Urgent", _shell.Do("$c | Get-IntercomTag").Values("Name"));
    }

    [Fact]
    public void Tags_are_deleted_from_the_pipeline()
    {
        _shell.Do("New-IntercomTag Gone, 'Gone too' | Remove-IntercomTag -FromWorkspace -Confirm:$false");
        Assert.Empty(_shell.Do("Get-IntercomTag -Name Gone*").Output);
        _shell.Do("$null = New-IntercomTag Gone, 'Gone too'; Remove-IntercomTag Gone, 'Gone too' -FromWorkspace -Confirm:$false");
        Assert.Empty(_shell.Do("Get-IntercomTag -Name Gone*").Output);
    }

    [Fact]
    public void A_piped_tag_without_FromWorkspace_deletes_nothing()
    {
        var outcome = _shell.Run("$t = New-IntercomTag Stays; $t | Remove-IntercomTag -Confirm:$false");
        Assert.NotEmpty(outcome.Errors);
        Assert.Single(_shell.Do("Get-IntercomTag -Name Stays").Output);
    }

    [Fact]
    public void A_subscription_type_is_named()
    {
        _shell.Do("$c | Add-IntercomContactSubscription newsletter opt_out");
        Assert.Contains("301", _shell.Do("$c | Get-IntercomSubscriptionType").Values("Id"));
        _shell.Do("$c | Remove-IntercomContactSubscription Newsletter");
        Assert.DoesNotContain("301", _shell.Do("$c | Get-IntercomSubscriptionType").Values("Id"));
    }

    [Theory]
    [InlineData("Set-IntercomContact ada@example.com -Name A", "-Email")]
    [InlineData("Get-IntercomContact 'Ada Lovelace'", "Search-IntercomContact")]
    [InlineData("Get-IntercomCompany 'Opal Retail'", "-Name")]
    public void Text_that_is_not_an_id_is_told_how_to_find_the_id(string script, string word) =>
        Assert.Contains(word, _shell.Run(script).Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);

    [Theory]
    [InlineData("$c | Add-IntercomNote Hi -AdminId tomas@sandbox.example; ($c | Get-IntercomNote)[0].Author.Name")]
    [InlineData(
        "(Send-IntercomReply Hi -ConversationId (Get-IntercomConversation -First 1).Id -AdminId 'Tomás "
        + "Herrera').ConversationParts[-1].Author.Name")]
    public void The_acting_admin_is_named(string script) => Assert.Equal("Tomás Herrera", _shell.Do(script).Output[^1].ToString());

    [Fact]
    public void An_unknown_acting_admin_is_the_error_and_nothing_is_done()
    {
        var error = _shell.Run("$c | Add-IntercomNote Hi -AdminId tomass@sandbox.example").Error;
        Assert.Contains("'tomas@sandbox.example'", error.ToString(), StringComparison.Ordinal);
        Assert.Contains(
            "Get-IntercomAdmin",
            _shell.Run("Get-IntercomConversation 100120 | Add-IntercomTag VIP -AdminId 404").Error.ErrorDetails.RecommendedAction,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "Intercom.not_found", _shell.Run("$c | Add-IntercomNote Hi -AdminId 404").Error.FullyQualifiedErrorId,
            StringComparison.Ordinal);
        Assert.Contains("ExternalCompanyId", _shell.Run("$c | Add-IntercomContactCompany opal-retail").Error.ErrorDetails.RecommendedAction,
            StringComparison.Ordinal);
        Assert.Empty(_shell.Do("$c | Get-IntercomNote").Output);
    }

    [Fact]
    public void Admins_are_set_to_away_by_name_and_all_come_out()
    {
        Assert.Equal(["5001", "5002"], _shell.Do("Set-IntercomAdminStatus 'Mara Lindqvist', tomas@sandbox.example $true -PassThru")
            .Values("Id"));
        Assert.Equal(["True"], _shell.Do("Get-IntercomAdmin mara@sandbox.example").Values("AwayModeEnabled"));
    }

    [Theory]
    [InlineData("nosuch", 1)]
    [InlineData("LastSeenAt", 0)]
    [InlineData("custom_attributes.seats", 0)]
    public void An_unknown_field_to_sort_by_causes_a_warning(string field, int warnings) =>
        Assert.Equal(warnings,
            _shell.Do($"Search-IntercomContact (New-IntercomQuery role = lead) -SortBy {field} -First 1").Warnings.Count(warning =>
            warning.Contains($"'{field}'", StringComparison.Ordinal)));

    [Fact]
    public void Only_contacts_are_said_to_need_a_little_while() =>
        Assert.DoesNotContain("contact", _shell.Run("Get-IntercomSegment 65e0c3000000000000000009").Error.ErrorDetails.RecommendedAction,
            StringComparison.OrdinalIgnoreCase);
}
