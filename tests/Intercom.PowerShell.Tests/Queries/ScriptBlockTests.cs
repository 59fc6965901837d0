namespace Intercom.PowerShell.Tests.Queries;

/// <summary>Script blocks are read into queries, never run.</summary>
public sealed class ScriptBlockTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("$_.Role -eq 'user'", "Role = user")]
    [InlineData("$_.Role -ne 'user'", "Role != user")]
    [InlineData("'user' -eq $_.Role", "Role = user")]
    [InlineData("$_.OwnerId -gt 5", "OwnerId > 5")]
    [InlineData("5 -gt $_.OwnerId", "OwnerId < 5")]
    [InlineData("5 -le $_.OwnerId", "OwnerId >= 5")]
    [InlineData("$_.OwnerId -ge 5 -and $_.OwnerId -lt 9", "OwnerId >= 5 AND OwnerId < 9")]
    [InlineData("$_.Role -in 'user', 'lead'", "Role IN user, lead")]
    [InlineData("$_.Role -in 'user'", "Role IN user")]
    [InlineData("$_.Role -notin @('user')", "Role NIN user")]
    [InlineData("'user', 'lead' -contains $_.Role", "Role IN user, lead")]
    [InlineData("$_.TagId -contains '7'", "TagId = \"7\"")]
    [InlineData("$_.Name -like 'A*'", "Name ^ A")]
    [InlineData("$_.Name -like '*a'", "Name $ a")]
    [InlineData("$_.Name -like '*a*'", "Name ~ a")]
    [InlineData("$_.Name -notlike '*a*'", "Name !~ a")]
    [InlineData("$_.Name -like 'Ada'", "Name = Ada")]
    [InlineData("$_.CustomAttributes['plan'] -eq 'x'", "CustomAttributes.plan = x")]
    [InlineData("$_.CustomAttributes.\"Plan Name\" -eq 'x'", "CustomAttributes.Plan Name = x")]
    [InlineData("$_.CustomAttributes[$names[0]] -eq 'x'", "CustomAttributes.a = x")]
    [InlineData("$_.custom_attributes.plan -eq 'x'", "custom_attributes.plan = x")]
    [InlineData("$_.Phone -eq $null", "Phone = null")]
    [InlineData("$_.HasHardBounced", "HasHardBounced = true")]
    [InlineData("-not $_.HasHardBounced", "HasHardBounced != true")]
    [InlineData("!($_.Role -eq 'user' -or $_.Name -like '*x*')", "Role != user AND Name !~ x")]
    [InlineData("-not ($_.Role -eq 'user' -and $_.Role -in 'a','b')", "Role != user OR Role NIN a, b")]
    [InlineData("$_.Role -eq 'a' -or $_.Role -eq 'b' -or $_.Role -eq 'c'", "Role = a OR Role = b OR Role = c")]
    [InlineData("$_.Role -eq 'a' -and ($_.Name -eq 'b' -or $_.Name -eq 'c')", "Role = a AND (Name = b OR Name = c)")]
    [InlineData("$_.CustomAttributes.'my plan' -eq 'x'", "CustomAttributes.my plan = x")]
    [InlineData("$_.Location.City -eq ('Par' + 'is')", "Location.City = Paris")]
    [InlineData("$PSItem.OwnerId -eq (2 + 3)", "OwnerId = 5")]
    [InlineData("$_.Name -eq $script:who.Name.ToUpper()", "Name = ZOE")]
    [InlineData("$_.Name -in $names", "Name IN a, b")]
    public void Each_form_becomes_the_query_that_it_says(string block, string query)
    {
        var made = _shell.Do($"$script:who = [pscustomobject]@{{ Name = 'Zoe' }}; $names = 'a', 'b'; New-IntercomQuery {{ {block} }}");
        Assert.Equal(query, made.Output.Single().ToString());
    }

    [Theory]
    [InlineData("$_.Name -ceq 'x'", "-ceq", "case_sensitive")]
    [InlineData("$_.Name -clike 'x*'", "-clike", "case_sensitive")]
    [InlineData("$_.Name -match 'x'", "-match", "regular_expression")]
    [InlineData("$_.Name -like 'a*b'", "'a*b'", "pattern_not_searchable")]
    [InlineData("$_.Name -like 'a?'", "'a?'", "pattern_not_searchable")]
    [InlineData("$_.Name -notlike 'a*'", "$_.Name -notlike 'a*'", "no_opposite")]
    [InlineData("$_.Name -eq $_.Email", "$_.Name -eq $_.Email", "two_fields")]
    [InlineData("1 -eq 1", "1 -eq 1", "no_field")]
    [InlineData("$_ -eq 1", "$_", "no_field")]
    [InlineData("$_.Name.Length -gt 3 -and $true", "$true", "not_a_condition")]
    [InlineData("$_.Name.ToUpper() -eq 'X'", "$_.Name.ToUpper() -eq 'X'", "no_field")]
    [InlineData("$_.OwnerId -gt $_.OwnerId + 1", "$_", "field_in_value")]
    [InlineData("Get-Process", "Get-Process", "statement_in_query")]
    [InlineData("$x = $_.Name", "$x = $_.Name", "statement_in_query")]
    [InlineData("$_.Name -eq 'a'; $_.Name -eq 'b'", "$_.Name -eq 'b'", "several_statements")]
    [InlineData("$_.Name -eq 'a' -xor $_.Role -eq 'b'", "-xor", "exclusive_or")]
    [InlineData("$_.OwnerId -eq [int]'boom'", "[int]'boom'", "value_failed")]
    [InlineData("param($x) $_.Name -eq 'a'", "param($x)", "block_with_parameters")]
    [InlineData("process { $_.Name -eq 'a' }", "process { $_.Name -eq 'a' }", "block_with_parts")]
    [InlineData("$_.OwnerId -band 4", "-band", "operator_not_searchable")]
    [InlineData("'A*' -like $_.Name", "'A*' -like $_.Name", "field_not_on_left")]
    public void What_cannot_be_searched_for_is_an_error_that_points_at_the_words(string block, string words, string code)
    {
        var error = _shell.Run($"New-IntercomQuery {{ {block} }}").Error;
        Assert.Equal("Intercom." + code, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(words, error.InvocationInfo.PositionMessage.Split('\n') is { Length: > 2 } lines ? Underlined(lines[1], lines[2])
            : "");
    }

    private static string Underlined(string code, string marks)
    {
        var start = marks.IndexOf('~', StringComparison.Ordinal);
        return code.Substring(start, marks.LastIndexOf('~') - start + 1);
    }

    [Fact]
    public void The_block_is_never_run_and_its_values_are_taken_once_in_the_callers_scope()
    {
        var outcome = _shell.Do("""
            $global:count = 0
            function Next { $global:count++; "n$global:count" }
            function Build($name) { $local = 'inner';
                New-IntercomQuery { $_.Name -eq $name -or $_.Email -eq $local -or $_.Phone -eq (Next) } }
            Build 'outer' | ForEach-Object { "$_" }
            $global:count
            """);
        Assert.Equal(["Name = outer OR Email = inner OR Phone = n1", "1"], outcome.Output.Select(item => item.ToString()));
    }

    [Fact]
    public void Queries_compare_by_value_and_survive_their_JSON()
    {
        var outcome = _shell.Do("""
            $a = New-IntercomQuery { $_.role -eq 'user' -and $_.name -like 'A*' }
            $b = New-IntercomQuery -All (New-IntercomQuery role = user), @{ field = 'name'; operator = '^'; value = 'A' }
            $c = New-IntercomQuery -Json $a.ToJson()
            $d = (New-IntercomQuery role = user), (New-IntercomQuery name '^' A) | New-IntercomQuery
            $a -eq $b; $a -eq $c; $a -eq $d; $a -eq (New-IntercomQuery role = user)
            """);
        Assert.Equal(["True", "True", "True", "False"], outcome.Output.Select(item => item.ToString()));
    }

    [Theory]
    [InlineData("New-IntercomQuery role == user", "role = user")]
    [InlineData("New-IntercomQuery owner_id ge 5", "owner_id >= 5")]
    [InlineData("New-IntercomQuery name contains x", "name ~ x")]
    [InlineData("New-IntercomQuery phone = $null", "phone = null")]
    [InlineData("New-IntercomQuery role = user -Not", "role != user")]
    [InlineData("New-IntercomQuery @{ role = 'user' }", "role = user")]
    [InlineData("(New-IntercomQuery a = 1), (New-IntercomQuery b = 2) | New-IntercomQuery -MatchAny", "a = 1 OR b = 2")]
    [InlineData("New-IntercomQuery -Any { $_.a -eq 1 }, @{ b = 2 }", "a = 1 OR b = 2")]
    public void Leaves_and_groups(string script, string query) => Assert.Equal(query, _shell.Do(script).Output.Single().ToString());

    [Theory]
    [InlineData("New-IntercomQuery role ~~ user", "unknown_operator")]
    [InlineData("New-IntercomQuery -Json '{nope'", "invalid_json")]
    [InlineData("New-IntercomQuery @{}", "empty_query")]
    public void An_input_that_is_not_a_query_says_what_to_do(string script, string code) =>
        Assert.Equal(code, _shell.Run(script).Error.Code());

    [Fact]
    public void Test_IntercomQuery_explains_without_a_connection()
    {
        var explained = _shell.Do("Test-IntercomQuery { $_.CreatedAt -ge '2026-01-02' -and $_.Nmae -eq 'x' }").Output.Single();
        Assert.True((bool)explained.Properties["IsValid"].Value);
        Assert.Contains("created_at >", explained.Properties["Sent"].Value.ToString(), StringComparison.Ordinal);
        var notes = (System.Collections.Generic.IEnumerable<string>)explained.Properties["Notes"].Value;
        Assert.Contains(notes, note => note.StartsWith("Rewritten", StringComparison.Ordinal));
        Assert.Contains(notes, note =>
            note.StartsWith("Warning", StringComparison.Ordinal) && note.Contains("name", StringComparison.Ordinal));
        Assert.False((bool)_shell.Do("Test-IntercomQuery { $_.CreatedAt -gt 1700000000000 }").Output.Single().Properties["IsValid"].Value);
        Assert.True((bool)_shell.Do("Test-IntercomQuery { $_.State -eq 'open' } Conversation").Output.Single().Properties["IsValid"].Value);
    }

    [Theory]
    [InlineData("Search-IntercomContact { $_.Las", "LastContactedAt", "LastSeenAt")]
    [InlineData("Search-IntercomContact { $_.Role -eq 'user' -and $_.Loc", "Location")]
    [InlineData("Search-IntercomContact { $_.Location.", "Location.City", "Location.Country")]
    [InlineData("Search-IntercomConversation { $_.Stat", "State", "Statistics")]
    [InlineData("$q = New-IntercomQuery { -not ($_.waiting", "WaitingSince")]
    public void Fields_are_completed_behind_the_item(string text, params string[] fields)
    {
        _shell.Do("Register-IntercomQueryCompletion; Register-IntercomQueryCompletion");
        var completion = _shell.Complete(text);
        Assert.Superset(fields.ToHashSet(), completion.CompletionMatches.Select(match => match.CompletionText).ToHashSet());
        Assert.All(completion.CompletionMatches, match => Assert.Matches("String|Date|Integer|Boolean", match.ToolTip));
        Assert.Equal(text.LastIndexOf("$_.", StringComparison.Ordinal) + 3, completion.ReplacementIndex);
    }

    [Fact]
    public void The_workspaces_own_attributes_are_completed_behind_their_group()
    {
        _shell.Do("Register-IntercomQueryCompletion; $null = Connect-Intercom -Sandbox");
        Assert.Equal(["CustomAttributes"],
            _shell.Complete("Search-IntercomContact { $_.Cus").CompletionMatches.Select(match => match.CompletionText));
        Assert.Equal(["CustomAttributes.seats"],
            _shell.Complete("Search-IntercomContact { $_.CustomAttributes.se").CompletionMatches.Select(match => match.CompletionText));
        Assert.DoesNotContain(_shell.Complete("Search-IntercomTicket { $_.CustomAttributes.se").CompletionMatches, match =>
            match.CompletionText.StartsWith("CustomAttributes", StringComparison.Ordinal));
        _shell.Do("Get-IntercomConnection | Disconnect-Intercom");
    }

    [Theory]
    [InlineData("Get-IntercomCon", "Get-IntercomContact")]
    [InlineData("Search-IntercomContact -Sor", "-SortBy")]
    [InlineData("$ErrorActionPref", "$ErrorActionPreference")]
    public void Everything_else_is_completed_as_before(string text, string word)
    {
        _shell.Do("Register-IntercomQueryCompletion");
        Assert.Contains(word, _shell.Complete(text).CompletionMatches.Select(match => match.CompletionText));
    }
}
