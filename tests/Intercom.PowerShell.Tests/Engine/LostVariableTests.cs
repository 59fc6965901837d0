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
    [InlineData("Send-IntercomReply -ConversationId 1 -Body \"Hello $nmae\"", "$nmae")]
    [InlineData("$cmd = 'Set-IntercomContact'; & $cmd c1 -Name $nmae", "$nmae")]
    [InlineData("& (Get-Command Set-IntercomContact) c1 -Name $nmae", "$nmae")]
    [InlineData("Set-IntercomContact c1 -CustomAttribute ([ordered]@{ plan = $nmae })", "$nmae")]
    [InlineData("Set-IntercomContact c1 -CustomAttribute ([hashtable]@{ plan = $nmae })", "$nmae")]
    [InlineData("Invoke-IntercomRequest contacts/c1 PUT ([ordered]@{ name = $nmae })", "$nmae")]
    [InlineData("Send-IntercomEvent e -ContactId c1 -Metadata @{ q = [pscustomobject]@{ a = $nmae } }", "$nmae")]
    [InlineData("Set-IntercomContact c1 -Name $($nmae)", "$nmae")]
    [InlineData("Set-IntercomContact c1 -Name ([string]$nmae)", "$nmae")]
    [InlineData("Set-IntercomContact c1 -Name ($nmae + ' Rossi')", "$nmae")]
    [InlineData("[pscustomobject]@{ ContactId = 'c1'; Name = '' } | Set-IntercomContact -ClearEmpty:$nmae", "$nmae")]
    [InlineData("[pscustomobject]@{ ContactId = 'c1' } | Set-IntercomContact -Name { $nmae }", "$nmae")]
    [InlineData("[pscustomobject]@{ ContactId = 'c1'; N = 'a' } | Set-IntercomContact -Name { $_.N + $nmae }", "$nmae")]
    [InlineData("[pscustomobject]@{ ContactId = 'c1' } | Set-IntercomContact -CustomAttribute { @{ plan = $nmae } }", "$nmae")]
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
    [InlineData("$rows = @([pscustomobject]@{ Name = 'Ada' }); Set-IntercomContact c1 -Name $rows[1].Name", "'1'")]
    [InlineData("$names = @{ name = 'x' }; Set-IntercomContact c1 -Name $names['nmae']", "'name'")]
    [InlineData("$h = @{ a = @{ name = 'x' } }; Set-IntercomContact c1 -Name $h.a.nmae", "'name'")]
    [InlineData("$row = [pscustomobject]@{ Name = 'Ada' }; Set-IntercomContact c1 -Name ($row).Nmae", "Nmae")]
    [InlineData("$row = [pscustomobject]@{ Name = 'Ada' }; $column = 'Nmae'; Set-IntercomContact c1 -Name $row.$column", "Nmae")]
    [InlineData("$row = [pscustomobject]@{ First = 'Ada' }; Set-IntercomContact c1 -Name ($row.Fisrt + ' ' + $row.First)", "Fisrt")]
    [InlineData("$o = [pscustomobject]@{ A = 1 }; [pscustomobject]@{ ContactId = 'c1' } | Set-IntercomContact -Name { $o.Nope }", "Nope")]
    [InlineData("$m = @{ c2 = 'Bob' }; [pscustomobject]@{ ContactId = 'c1' } | Set-IntercomContact -Name { $m[$_.ContactId] }", "'c1'")]
    [InlineData("$b = { $_.Nmae }; [pscustomobject]@{ ContactId = 'c1'; Nick = 'A' } | Set-IntercomContact -Name $b", "Nmae")]
    [InlineData("$p = @{ Name = { $_.Nmae } }; [pscustomobject]@{ ContactId = 'c1'; Nick = 'A' } | Set-IntercomContact @p", "Nmae")]
    [InlineData("$none = Where-Object -InputObject 1 { $false }; Set-IntercomContact c1 -Name $none", "returned nothing")]
    [InlineData("$none = Where-Object -InputObject 1 { $false }; Set-IntercomContact c1 -CustomAttribute @{ plan = $none }",
        "returned nothing")]
    [InlineData("$none = Where-Object -InputObject 1 { $false }; $given = @{ plan = $none }; "
        + "Set-IntercomContact c1 -CustomAttribute $given", "returned nothing")]
    public void A_property_that_does_not_exist_is_an_error_and_nothing_is_sent(string script, string name)
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
    [InlineData("Set-IntercomContact c1 -Name ($nmae ?? 'Ada')", "\"Ada\"")]
    [InlineData("Set-IntercomContact c1 -Name $(if ($nmae) { $nmae } else { 'Ada' })", "\"Ada\"")]
    [InlineData("Set-IntercomContact c1 -Name $($x = 'Ada'; $x)", "\"Ada\"")]
    [InlineData("Set-IntercomContact c1 -Name (@('Ada') | ForEach-Object { $each = $_; $each })", "\"Ada\"")]
    [InlineData("Set-IntercomContact c1 -Name $(foreach ($each in 'Ada') { $each })", "\"Ada\"")]
    [InlineData("$names = @{ c1 = 'Ada' }; [pscustomobject]@{ ContactId = 'c1' } | Set-IntercomContact -Name { $names[$_.ContactId] }",
        "\"Ada\"")]
    [InlineData("function Named($Name) { { $Name }.GetNewClosure() }; $b = Named Ada; "
        + "[pscustomobject]@{ ContactId = 'c1' } | Set-IntercomContact -Name $b", "\"Ada\"")]
    [InlineData("$d = [Collections.Generic.Dictionary[long, string]]::new(); $d[5] = 'Ada'; "
        + "Set-IntercomContact c1 -Name $d[5]", "\"Ada\"")]
    [InlineData("$names = @('Ada'); $i = 0; Set-IntercomContact c1 -Name $names[$i++]", "\"Ada\"")]
    [InlineData("$names = @('Ada'); $script:i = 0; [pscustomobject]@{ ContactId = 'c1' } | "
        + "Set-IntercomContact -Name { $n = $names[$script:i]; $script:i++; $n }", "\"Ada\"")]
    [InlineData("$h = @{ c1 = 'Ada' }; [pscustomobject]@{ ContactId = 'c1' } | "
        + "Set-IntercomContact -Name { $v = $h[$_.ContactId]; $h.Remove($_.ContactId); $v }", "\"Ada\"")]
    [InlineData("$k = 'zz'; $map = @{ k1 = 'Ada' }; [pscustomobject]@{ ContactId = 'c1'; Key = 'k1' } | "
        + "Set-IntercomContact -Name { $k = $_.Key; $map[$k] }", "\"Ada\"")]
    [InlineData("function Count($Rows) { Set-IntercomContact c1 -Name \"$($Rows.Count)\" }; Count", "\"0\"")]
    [InlineData("$a = $null; Set-IntercomContact c1 -Name (${a}?.b.c + 'Ada')", "\"Ada\"")]
    [InlineData("function F([switch]$X) { Set-IntercomContact c1 -Name Ada -Verbose:($PSBoundParameters['Verbose'] -eq $true) }; F",
        "\"Ada\"")]
    [InlineData("$r = [pscustomobject]@{ A = 1 }; Set-IntercomContact c1 -Name Ada -Verbose:($null -ne $r.Zip)", "\"Ada\"")]
    [InlineData("$r = @{ a = 1 }; Set-IntercomContact c1 -Name Ada -Verbose:([bool]$r['zip'])", "\"Ada\"")]
    [InlineData("$sl = [Collections.SortedList]::new(); $sl[5] = 'Ada'; Set-IntercomContact c1 -Name \"$($sl.Values)\"", "\"Ada\"")]
    [InlineData("[pscustomobject]@{ ContactId = 'c1'; F = 'Ada' } | Set-IntercomContact -Name { $null = $_.F -match '^(?<f>.+)'; "
        + "$Matches.f }", "\"Ada\"")]
    [InlineData("[pscustomobject]@{ ContactId = 'c1'; F = 'Ada' } | Set-IntercomContact -Name { $r = $_; $r.F }", "\"Ada\"")]
    [InlineData("Set-IntercomContact c1 -Name \"Ada$OFS\"", "\"Ada\"")]
    [InlineData("$it = 'Ada'; Set-IntercomContact c1 -Name $variable:it", "\"Ada\"")]
    [InlineData("$o = [ordered]@{ a = 'x'; b = 'Ada' }; Set-IntercomContact c1 -Name $o[1]", "\"Ada\"")]
    [InlineData("$o = [ordered]@{ a = 'x'; b = 'Ada' }; Set-IntercomContact c1 -Name $o[-1]", "\"Ada\"")]
    [InlineData("$t = [Data.DataTable]::new(); $null = $t.Columns.Add('N'); $null = $t.Rows.Add('Ada'); "
        + "Set-IntercomContact c1 -Name $t.N", "\"Ada\"")]
    [InlineData("$m = New-Module { function Wrap($Block) { [pscustomobject]@{ ContactId = 'c1' } | Set-IntercomContact -Name $Block } }; "
        + "$outer = 'Ada'; Wrap { $outer }", "\"Ada\"")]
    [InlineData("1 | ForEach-Object { $i = $_; Set-IntercomContact \"c$i\" -Name \"Ada\" }", "\"Ada\"")]
    public void A_property_that_exists_is_sent_without_a_warning(string script, string name)
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
    [InlineData("$nothing = $null; Set-IntercomContact c1 -Name $nothing", 1)]
    [InlineData("function Change($Name) { Set-IntercomContact c1 -Name $Name }; Change", 1)]
    [InlineData("$nothing = $null; Set-IntercomContact c1 -CustomAttribute @{ plan = $nothing }", 1)]
    [InlineData("Set-IntercomContact c1 -Name $null", 0)]
    public void Only_a_variable_that_holds_null_is_a_warning(string script, int warnings)
    {
        var outcome = _shell.Run(script);
        Assert.Empty(outcome.Errors);
        Assert.Equal(warnings, outcome.Warnings.Count);
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
        Assert.Equal("not_text", _shell.Run(script).Error.Code());
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
        Assert.Equal("inexact_id", _shell.Run("Close-IntercomConversation 1.5").Error.Code());
        Assert.NotEmpty(_shell.Run("1.5 | Close-IntercomConversation").Errors);
        Assert.Empty(_server.Calls);
    }

    public void Dispose()
    {
        _shell.Dispose();
        _server.Dispose();
    }
}
