namespace Intercom.PowerShell.Tests.Queries;

/// <summary>The values of a query are taken where its script block was made, and a missing value never becomes null.</summary>
public sealed class QueryValueTests : IDisposable
{
    private const string Setup = """
        $set = 'set'; $empty = @(); $none = $null; $blank = ''; $list = 'a', 'b'; $one = @('a'); $holed = 'a', $null
        $row = [pscustomobject]@{ Email = 'a@b.example'; Phone = $null; Blank = ''; Inner = [pscustomobject]@{ City = 'Oslo' } }
        $rows = $row, [pscustomobject]@{ Email = 'c@d.example'; Phone = '1' }
        $hash = @{ Email = 'a@b.example' }
        $env:INTERCOM_TEST_MAIL = 'env@b.example'
        function Get-Nothing { }
        """;

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("$_.Name -like \"a$none*\"", "$none is $null")]
    [InlineData("$_.Name -eq \"a $($row.Phone)\"", "$($row.Phone) is $null")]
    [InlineData("$_.Name -in \"a$none\", 'b'", "$none is $null")]
    [InlineData("$_.Name -like \"a$set*\"", null)]
    [InlineData("$_.Name -like \"a$blank*\"", null)]
    public void A_variable_without_a_value_inside_a_text_is_a_warning(string query, string? warning)
    {
        var outcome = _shell.Run($"{Setup}\nNew-IntercomQuery {{ {query} }}");
        Assert.Empty(outcome.Errors);
        if (warning is null) Assert.Empty(outcome.Warnings);
        else Assert.Contains(warning, Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("function Make($mail) { { $_.Name -like \"*$mail*\" }.GetNewClosure() }; New-IntercomQuery (Make Rossi)", "Name ~ Rossi")]
    [InlineData("function Make($mail) { $block = { $_.Name -eq $mail }; New-IntercomQuery $block }; Make Rossi", "Name = Rossi")]
    [InlineData("$m = New-Module { $secret = 's'; function Get-Block { { $_.Name -eq $secret } } }; New-IntercomQuery (Get-Block)",
        "Name = s")]
    [InlineData(
        "$m = New-Module { $mail = 'of the module'; function Find-It([scriptblock]$Block) { New-IntercomQuery $Block } }; function "
        + "Make($mail) { Find-It { $_.Name -eq $mail } }; Make mine", "Name = mine")]
    [InlineData(
        "$m = New-Module { function Find-It([scriptblock]$Block) { $mail = 'inner'; New-IntercomQuery $Block } }; $mail = 'outer'; "
        + "Find-It { $_.Name -eq $mail }", "Name = outer")]
    [InlineData("$mail = 'x'; & { $mail = 'local'; New-IntercomQuery { $_.Name -eq $mail -or $_.Name -eq $script:mail } }",
        "Name = local OR Name = x")]
    [InlineData("1 | ForEach-Object { New-IntercomQuery { $_.Name -in ($list | ForEach-Object { $_.ToUpper() }) } }", "Name IN A, B")]
    [InlineData("New-IntercomQuery { $_.Name -in $(foreach ($each in $rows) { $each.Email }) }", "Name IN a@b.example, c@d.example")]
    [InlineData("New-IntercomQuery { $_.Name -in ($rows | Where-Object Phone -PipelineVariable kept | ForEach-Object { $kept.Email }) }",
        "Name IN c@d.example")]
    [InlineData("New-IntercomQuery { $_.Name -in $rows.Email }", "Name IN a@b.example, c@d.example")]
    [InlineData("New-IntercomQuery { $_.Name -eq $row.Inner.City }", "Name = Oslo")]
    [InlineData("New-IntercomQuery { $_.Name -eq $hash.Email -and $_.Name -eq $hash['Email'] }",
        "Name = a@b.example AND Name = a@b.example")]
    [InlineData("New-IntercomQuery { $_.Name -eq $env:INTERCOM_TEST_MAIL }", "Name = env@b.example")]
    [InlineData("New-IntercomQuery { $_.OwnerId -eq $rows.Count }", "OwnerId = 2")]
    [InlineData("New-IntercomQuery { $_.Name -eq $null -or $_.Name -eq ($null) }", "Name = null OR Name = null")]
    [InlineData("New-IntercomQuery { $_.Name -in 'a', $null }", "Name IN a, null")]
    [InlineData("New-IntercomQuery { $_.Name -in $empty }", "Name IN (nothing)")]
    [InlineData("New-IntercomQuery { $_.Name -in @(Get-Nothing) }", "Name IN (nothing)")]
    [InlineData("New-IntercomQuery { $_.Name -notin @() }", "Name NIN (nothing)")]
    [InlineData("New-IntercomQuery { $empty -contains $_.Name }", "Name IN (nothing)")]
    [InlineData("New-IntercomQuery { $_.Name -in $one -and -not ($_.Name -in $list) }", "Name IN a AND Name NIN a, b")]
    [InlineData("New-IntercomQuery phone = $null", "phone = null")]
    [InlineData("New-IntercomQuery -Value $null -Field phone -Operator =", "phone = null")]
    [InlineData("New-IntercomQuery phone IN 1, $null", "phone IN 1, null")]
    public void Values_are_those_of_the_place_where_the_block_was_made(string script, string query) =>
        Assert.Equal(query, _shell.Do(Setup + "\n" + script).Output.Single().ToString());

    [Theory]
    [InlineData("$_.Name -eq $unset", "variable_not_set")]
    [InlineData("$_.Name -like \"*$unset*\"", "variable_not_set")]
    [InlineData("$_.Name -in @($unset)", "variable_not_set")]
    [InlineData("$_.Name -eq $unset.Email", "variable_not_set")]
    [InlineData("$_.Name -in ($list | ForEach-Object { $unset })", "variable_not_set")]
    [InlineData("$_.Name -eq $env:INTERCOM_TEST_NOT_SET", "variable_not_set")]
    [InlineData("$_.Name -eq $script:unset", "variable_not_set")]
    [InlineData("$_.Name -eq $row.Emial", "unknown_property", "Did you mean 'Email'?")]
    [InlineData("$_.Name -like \"*$($row.Emial)*\"", "unknown_property", "'Emial' is not a property")]
    [InlineData("$_.Name -eq $row.Inner.Ctiy", "unknown_property", "'Ctiy' is not a property of $row.Inner")]
    [InlineData("$_.Name -in @($rows.Emial)", "unknown_property", "'Emial' is not a property of $rows")]
    [InlineData("$_.Name -eq $hash.Emial", "unknown_property", "Did you mean 'Email'?")]
    [InlineData("$_.Name -eq $hash['Emial']", "no_value")]
    [InlineData("$_.Name -eq $row.Phone", "no_value", "'$row.Phone' has no value")]
    [InlineData("$_.Name -eq (Get-Nothing)", "no_value")]
    [InlineData("$_.Name -eq (Get-Nothing).Id", "no_value")]
    [InlineData("$_.Name -ne $(Get-Nothing)", "no_value")]
    [InlineData("$_.Name -in $null", "null_for_list")]
    [InlineData("$_.Name -in $none", "null_for_list")]
    [InlineData("$_.Name -in (Get-Nothing)", "null_for_list")]
    [InlineData("$_.Name -notin (Get-Nothing)", "null_for_list")]
    [InlineData("$_.Name -in @($none)", "null_in_list")]
    [InlineData("$_.Name -in $holed", "null_in_list")]
    [InlineData("$_.Phone -in @($rows.Phone)", "null_in_list")]
    [InlineData("$_.Name -in ''", "empty_filter_value")]
    [InlineData("$_.Name -in 'a', $blank", "empty_filter_value")]
    [InlineData("$_.Name -eq ''", "empty_filter_value")]
    [InlineData("$_.Name -ne $row.Blank", "empty_filter_value")]
    [InlineData("$_.Name -eq @()", "list_for_one_value")]
    [InlineData("$_.Name -ne $empty", "list_for_one_value")]
    [InlineData("$_.Name -eq $list", "list_for_one_value", "Use -in")]
    [InlineData("$_.Name -ne $list", "list_for_one_value", "Use -notin")]
    [InlineData("$_.TagIds -contains @()", "list_for_one_value")]
    [InlineData("$_.TagIds -contains $null", "nothing_contains_null")]
    [InlineData("$_.TagIds -notcontains $null", "nothing_contains_null")]
    [InlineData("$_.TagIds -contains ''", "empty_filter_value")]
    [InlineData("$_.Name -in @(@('a'), 'b')", "list_in_list")]
    [InlineData("$_.Name -like ''", "pattern_of_nothing")]
    [InlineData("$_.Name -notlike ''", "pattern_of_nothing")]
    [InlineData("$_.Name -like '*'", "pattern_of_nothing")]
    [InlineData("$_.Name -like \"*$blank*\"", "pattern_of_nothing")]
    [InlineData("$_.Name -notlike '**'", "pattern_of_nothing")]
    [InlineData("$_.Name -like $none", "pattern_not_text")]
    [InlineData("$_.Name -like $list", "pattern_not_text")]
    [InlineData("$_.CreatedAt -gt $empty", "list_for_one_value")]
    [InlineData("$_.Name -eq $using:mail", "value_failed")]
    [InlineData("$_.TagIds[0] -eq 'a'", "not_a_field_name")]
    public void A_missing_value_is_an_error_that_says_what_is_missing(string condition, string code, string words = "")
    {
        foreach (var cmdlet in new[] { "New-IntercomQuery", "Test-IntercomQuery" })
        {
            var error = _shell.Run(Setup + $"\n{cmdlet} {{ {condition} }}").Error;
            Assert.Equal("Intercom." + code, error.FullyQualifiedErrorId.Split(',')[0]);
            Assert.Contains(words, error.ErrorDetails.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("New-IntercomQuery email = $row.Phone", "$null")]
    [InlineData("New-IntercomQuery email = $unset", "$null")]
    [InlineData("New-IntercomQuery email = $none", "$null")]
    [InlineData("New-IntercomQuery email IN $holed", "$null")]
    [InlineData("New-IntercomQuery email = $blank", "empty string")]
    [InlineData("New-IntercomQuery email '!~' ''", "empty")]
    [InlineData("New-IntercomQuery @{ email = $row.Emial }", "$null")]
    [InlineData("New-IntercomQuery @{ email = $rows.Phone }", "$null")]
    [InlineData("New-IntercomQuery @{ email = '' }", "empty string")]
    [InlineData("New-IntercomQuery @{ field = 'email'; operator = '='; value = $none }", "compares email with $null")]
    [InlineData("[pscustomobject]@{ email = $none } | New-IntercomQuery", "$null")]
    [InlineData("Test-IntercomQuery ([pscustomobject]@{ email = $none })", "$null")]
    [InlineData("Test-IntercomQuery @{ query = @{ email = $none } }", "$null")]
    public void Null_that_may_come_from_anywhere_is_an_error_in_every_form(string script, string words) =>
        Assert.Contains(words, _shell.Run(Setup + "\n" + script).Error.ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_variable_that_holds_null_asks_for_null_with_a_warning()
    {
        var outcome = _shell.Run(Setup + "\nNew-IntercomQuery { $_.Email -eq $none }");
        Assert.Equal("Email = null", outcome.Output.Single().ToString());
        Assert.Contains("$none is $null", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
        Assert.EndsWith("matches objects without Email.", outcome.Warnings[0], StringComparison.Ordinal);
        Assert.EndsWith("matches objects with Email.",
            Assert.Single(_shell.Run(Setup + "\nNew-IntercomQuery { $_.Email -ne $none }").Warnings), StringComparison.Ordinal);
        Assert.Empty(_shell.Run("New-IntercomQuery { $_.Email -eq $null }").Warnings);
    }

    [Fact]
    public void An_object_of_JSON_says_null_itself() => Assert.Equal(
        "email = null", _shell.Do("[pscustomobject]@{ field = 'email'; operator = '='; value = $null } | New-IntercomQuery").Output.Single()
            .ToString());

    [Fact]
    public void A_value_knows_the_folder_of_its_script()
    {
        var folder = Directory.CreateTempSubdirectory("query-values-");
        try
        {
            var script = Path.Combine(folder.FullName, "q.ps1");
            File.WriteAllText(script, "New-IntercomQuery { $_.Name -eq [IO.Path]::GetFileName($PSScriptRoot) }");
            Assert.Equal($"Name = {folder.Name}", _shell.Do("& $args[0]", script).Output.Single().ToString());
            File.WriteAllText(script, "using namespace System.IO\nNew-IntercomQuery { $_.Name -eq [Path]::GetFileName('a/b') }");
            Assert.Equal("Name = b", _shell.Do("& $args[0]", script).Output.Single().ToString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
