using System.Reflection;

namespace Intercom.PowerShell.Tests.Engine;

/// <summary>Arguments without a value: PowerShell passes a variable that is not set as $null, and an object as its text.</summary>
public sealed class LostVariableTests : IDisposable
{
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public LostVariableTests() => _server.Connect(_shell);

    [Theory]
    [InlineData("Set-IntercomContact c1 -Name $nmae", "$nmae")]
    [InlineData("Set-IntercomContact c1 -Name:$nmae", "$nmae")]
    [InlineData("[pscustomobject]@{ ContactId = 'c1' } | Set-IntercomContact -OwnerId $owner", "$owner")]
    [InlineData("Set-IntercomContact c1 -CustomAttribute @{ plan = $plna; seats = 3 }", "$plna")]
    [InlineData("Set-IntercomContact c1 -Name $env:INTERCOM_NOT_SET", "$env:INTERCOM_NOT_SET")]
    [InlineData("function Change { Set-IntercomContact c1 -Name $script:lost }; Change", "$script:lost")]
    [InlineData("Get-IntercomTag -Name $nmae", "$nmae")]
    public void A_variable_that_is_not_set_is_an_error_and_nothing_is_sent(string script, string variable)
    {
        var outcome = _shell.Run(script);
        Assert.Contains(variable, outcome.Error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_server.Calls);
        Assert.NotEmpty(_shell.Run(script + (script.Contains("Get-", StringComparison.Ordinal) ? "" : " -WhatIf")).Errors);
    }

    [Theory]
    [InlineData("$row = [pscustomobject]@{ Name = 'Ada' }; Set-IntercomContact c1 -Name $row.Nmae", "Nmae")]
    [InlineData("$row = @{ Name = 'Ada' }; Set-IntercomContact c1 -Name $row.Nmae", "Nmae")]
    [InlineData("$a = [pscustomobject]@{ b = [pscustomobject]@{ c = 1 } }; Set-IntercomContact c1 -CustomAttribute @{ x = $a.b.d }", "'d'")]
    [InlineData("$row = [pscustomobject]@{ Name = 'Ada' }; Get-IntercomTag -Name $row.Nmae", "Nmae")]
    [InlineData("$rows = @([pscustomobject]@{ Name = 'Ada' }); $rows | ForEach-Object { Set-IntercomContact c1 -Name $_.Nmae }", "Nmae")]
    [InlineData("[pscustomobject]@{ ContactId = 'c1'; Nick = 'Ada' } | Set-IntercomContact -Name { $_.Nmae }", "Nmae")]
    [InlineData("[pscustomobject]@{ ContactId = 'c1'; Nick = 'Ada' } | Set-IntercomContact -Name { \"Dr. $($_.Nikc)\" }", "'Nick'")]
    [InlineData("[pscustomobject]@{ ContactId = 'c1'; A = [pscustomobject]@{ B = 'x' } } | Set-IntercomContact -Name { $_.A.C }", "'C'")]
    [InlineData("Set-IntercomContact c1 -Name $row.Name", "variable $row is not set")]
    [InlineData("$row = $null; Set-IntercomContact c1 -Name $row.Name", "$row is $null")]
    [InlineData("$row = $null; Set-IntercomContact c1 -CustomAttribute @{ plan = $row.A.B }", "$row is $null")]
    [InlineData("$rows = @([pscustomobject]@{ Name = 'Ada' }); Set-IntercomContact c1 -Name $rows[0].Nmae", "Nmae")]
    [InlineData("$rows = @([pscustomobject]@{ Name = 'Ada' }); Set-IntercomContact c1 -Name $rows[-1].Nmae", "Nmae")]
    public void A_property_that_is_not_there_is_an_error_and_nothing_is_sent(string script, string name)
    {
        Assert.Contains(name, _shell.Run(script).Error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_server.Calls);
    }

    [Theory]
    [InlineData("$row = [pscustomobject]@{ Name = $null }; Set-IntercomContact c1 -Name $row.Name", "null")]
    [InlineData("[pscustomobject]@{ ContactId = 'c1'; Nick = 'Ada' } | Set-IntercomContact -Name { $_.Nick }", "\"Ada\"")]
    [InlineData("[pscustomobject]@{ ContactId = 'c1'; Nick = 'Ada'; Name = 'Bo' } | Set-IntercomContact -Name { $_.Nick }", "\"Ada\"")]
    [InlineData(
        "[pscustomobject]@{ ContactId = 'c1'; Nick = 'Ada' } | Set-IntercomContact -Name { if ($_.Full) { $_.Full } else { $_.Nick } }",
        "\"Ada\"")]
    [InlineData("[pscustomobject]@{ ContactId = 'c1'; A = [pscustomobject]@{ B = 'Ada' } } | Set-IntercomContact -Name { $_.A.B }",
        "\"Ada\"")]
    [InlineData("$row = [pscustomobject]@{ Company = $null }; Set-IntercomContact c1 -Name $row.Company.Name", "null")]
    [InlineData("$rows = @([pscustomobject]@{ Name = $null }); Set-IntercomContact c1 -Name $rows[0].Name", "null")]
    public void A_property_that_is_there_is_sent_without_a_warning(string script, string name)
    {
        var outcome = _shell.Run(script);
        Assert.Empty(outcome.Errors);
        Assert.Empty(outcome.Warnings);
        Assert.Equal([$"PUT /contacts/c1 {{\"name\":{name}}}"], _server.Calls);
    }

    /// <summary>Windows PowerShell and PowerShell 7.4 know only the line of a command, on which it can stand several times.</summary>
    [Theory]
    [InlineData("$a | Set-X -Name { $_.A }; $b | Set-X -Name { $_.B }", 5, "Set-X -Name { $_.A }")]
    [InlineData("$a | Set-X -Name { $_.A }; $b | Set-X -Name { $_.B }", 32, "Set-X -Name { $_.B }")]
    [InlineData("$a | Set-X -Name (Set-X -Name { $_.B })", 5, "Set-X -Name (Set-X -Name { $_.B })")]
    [InlineData("& Set-X -Name { $_.A }", 2, "& Set-X -Name { $_.A }")]
    [InlineData("Set-X 1; Set-X 2", 3, null)]
    [InlineData("Get-X 1", 0, null)]
    public void A_command_is_found_by_its_place_in_the_line(string line, int place, string? command)
    {
        var written = BuiltModule.Assembly.GetType("Intercom.PowerShell.WrittenCommand", throwOnError: true)!;
        const BindingFlags Internal = BindingFlags.Static | BindingFlags.NonPublic;
        var commands = written.GetMethod("Commands", Internal)!.Invoke(null, [line]);
        var found = written.GetMethod("At", Internal)!.Invoke(null, [commands, place, new[] { "Set-X" }]);
        Assert.Equal(command, (found as System.Management.Automation.Language.CommandAst)?.Extent.Text);
    }

    [Theory]
    [InlineData("$x = [pscustomobject]@{ ContactId = 'c1'; X = 'x' }; $x | Set-IntercomContact -Name { $_.X }; "
        + "[pscustomobject]@{ ContactId = 'c1'; Y = 'y' } | Set-IntercomContact -Name { $_.Y }", "x", "y")]
    [InlineData("[pscustomobject]@{ ContactId = 'c1'; X = 'x' } | Set-IntercomContact -Name { $_.X } -PassThru | "
        + "Set-IntercomContact -Name { $_.Id }", "x", "1")]
    public void Blocks_of_another_command_on_the_line_do_not_count(string script, string first, string second)
    {
        _server.Answer = _ => (200, """{"type":"contact","id":"1"}""");
        Assert.Empty(_shell.Run(script).Errors);
        Assert.Equal(
            [$"{{\"name\":\"{first}\"}}", $"{{\"name\":\"{second}\"}}"],
            _server.Calls.Where(call => call.StartsWith("PUT", StringComparison.Ordinal)).Select(call => call[(call.IndexOf('{'))..]));
    }

    [Theory]
    [InlineData("Set-IntercomContact c1 -Name $null")]
    [InlineData("$nothing = $null; Set-IntercomContact c1 -Name $nothing")]
    [InlineData("function Change($Name) { Set-IntercomContact c1 -Name $Name }; Change")]
    [InlineData("$given = @{ ContactId = 'c1'; Name = $null }; Set-IntercomContact @given")]
    public void Null_that_was_meant_clears(string script)
    {
        _shell.Do(script);
        Assert.Equal(["PUT /contacts/c1 {\"name\":null}"], _server.Calls);
    }

    [Theory]
    [InlineData("$null")]
    [InlineData("''")]
    [InlineData("$nothing")]
    public void An_admin_who_was_given_and_is_nobody_is_not_the_tokens_own(string admin)
    {
        var outcome = _shell.Run($"$nothing = $null; Send-IntercomReply -ConversationId 1 -Body Hello -AdminId {admin}");
        Assert.Contains("-AdminId", outcome.Error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_server.Calls);
    }

    [Theory]
    [InlineData("[pscustomobject]@{ Title = 'Invoices' } | Search-IntercomArticle")]
    [InlineData("@{ Title = 'Invoices' } | Search-IntercomArticle")]
    [InlineData("[pscustomobject]@{ Path = 'contacts' } | Invoke-IntercomRequest")]
    public void An_object_is_not_taken_for_text(string script)
    {
        Assert.Contains("this parameter requires text", _shell.Run(script).Error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_server.Calls);
    }

    [Fact]
    public void Each_text_that_a_read_takes_by_the_pipeline_refuses_objects() => Assert.All(
        from command in BuiltModule.Cmdlets
        where !command.BaseType!.Name.Contains("Write", StringComparison.Ordinal)
        from parameter in BuiltModule.Parameters(command)
        where parameter.PropertyType == typeof(string) && parameter.GetCustomAttributes<ParameterAttribute>()
            .Any(set => set.ValueFromPipeline)
        select (command, parameter),
        pair => Assert.True(
            pair.parameter.GetCustomAttributes<ArgumentTransformationAttribute>().Any()
                || pair.command.Name is "NewTagCommand" or "SendPhoneSwitchCommand",
            $"{pair.command.Name} -{pair.parameter.Name}"));

    [Fact]
    public void A_fraction_is_not_a_number_of_a_conversation()
    {
        Assert.Contains("1.5", _shell.Run("Close-IntercomConversation 1.5").Error.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(_shell.Run("1.5 | Close-IntercomConversation").Errors);
        Assert.Empty(_server.Calls);
    }

    public void Dispose()
    {
        _shell.Dispose();
        _server.Dispose();
    }
}
