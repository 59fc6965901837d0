namespace Intercom.PowerShell.Tests.Conventions;

/// <summary>
/// What cmdlets say to inputs that lack something. PowerShell's binder says that the parameter set cannot be resolved, which names neither
/// what is missing nor what to do.
/// </summary>
public sealed class IncompleteInputTests : IDisposable
{
    /// <summary>Tries each incomplete input with one cmdlet, and returns the ids of the errors.</summary>
    private const string Probe = """
        param($name, $single)
        $whatIf = if ((Get-Command $name).Parameters.ContainsKey('WhatIf')) { @{ WhatIf = $true } } else { @{ } }
        $seen = [System.Collections.Generic.List[object]]::new()
        function Try-Input($label, $block) {
            try { $found = & $block 2>&1 3>$null } catch { $found = $_ }
            foreach ($item in $found) {
                if ($item -is [System.Management.Automation.ErrorRecord]) { $seen.Add("$label -> $($item.FullyQualifiedErrorId)") }
            }
        }
        Try-Input 'nothing' { & $name @whatIf }
        Try-Input 'x' { & $name x @whatIf }
        Try-Input '5' { & $name 5 @whatIf }
        $piped = @(5, 'x', [pscustomobject]@{ Id = '5' }) + @('Admin', 'Article', 'Company', 'Contact', 'Conversation', 'ConversationPart',
            'CustomObject', 'Event', 'Note', 'Reference', 'Segment', 'Tag', 'Team', 'Ticket', 'TicketType', 'Visitor' |
            ForEach-Object { $object = ([type]"Intercom.$_")::new(); if ($object.PSObject.Properties['Id']) { $object.Id = '5' }; $object })
        foreach ($item in $piped) {
            Try-Input "$($item.GetType().Name) |" { $item | & $name @whatIf }
            Try-Input "$($item.GetType().Name) | x" { $item | & $name x @whatIf }
        }
        foreach ($parameter in $single) {
            $given = @{ $parameter = '5' } + $whatIf
            Try-Input "-$parameter" { & $name @given }
            Try-Input "5 | -$parameter" { 5 | & $name @given }
        }
        $seen
        """;

    private readonly Shell _shell = new();

    public IncompleteInputTests() => _shell.Do("$null = Connect-Intercom -Sandbox");

    public static IEnumerable<TheoryDataRow<string>> Commands => BuiltModule.Cmdlets
        .Where(command => BuiltModule.Attributes(command, "Operation").Any())
        .Select(command => new TheoryDataRow<string>(BuiltModule.NameOf(command)));

    [Theory]
    [MemberData(nameof(Commands))]
    public void What_is_missing_is_said(string name)
    {
        var command = BuiltModule.Cmdlets.Single(type => BuiltModule.NameOf(type) == name);
        var single = BuiltModule.Parameters(command).Where(parameter => parameter.PropertyType == typeof(string)
            || parameter.PropertyType == typeof(string[])).Select(parameter => parameter.Name).ToArray();
        var seen = _shell.Do(Probe, name, single).Output.Select(line => $"{line}").ToList();
        Assert.DoesNotContain(seen, line => line.Contains("AmbiguousParameterSet", StringComparison.Ordinal)
            || line.Contains("InputObjectNotBound", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Get-IntercomTag VIP | Remove-IntercomTag", "missing_selector", "-ContactId, -ConversationId, -TicketId, -FromWorkspace")]
    [InlineData("300038 | Add-IntercomNote x", "unknown_kind_of_id", "-ContactId, -ConversationId, -TicketId or -CompanyId")]
    [InlineData("Add-IntercomNote x", "missing_selector", "-ContactId, -ConversationId, -TicketId or -CompanyId")]
    [InlineData("Send-IntercomReply x", "missing_selector", "-ConversationId or -TicketId")]
    [InlineData("Send-IntercomReply x -TicketId 5 -ConversationId 6", "two_selectors", "-ConversationId or -TicketId")]
    [InlineData("Add-IntercomNote x -TicketId 5 -Attachment $PSHOME", "Transformation", "is a directory")]
    [InlineData("Add-IntercomNote x -ConversationId 5 -CrossPost", "parameter_of_other", "Use it with -TicketId")]
    [InlineData("Set-IntercomConversationAssignee 5", "missing_assignee", "-ToAdmin, -ToTeam or both")]
    [InlineData("Set-IntercomConversationAssignee 5 -ToTeam Billing -Unassign", "assigned_and_unassigned", "Omit -Unassign")]
    [InlineData("Get-IntercomTag VIP | Get-IntercomCompany", "untaken_object", "-CompanyId, -ExternalCompanyId or -ContactId")]
    [InlineData("Get-IntercomTag VIP | Get-IntercomTeam", "untaken_object", "-TeamId")]
    [InlineData("Get-IntercomEvent", "missing_selector", "-ContactId, -ExternalId or -Email")]
    [InlineData("Get-IntercomEvent -Email a@b.c -ContactId 5", "two_selectors", "-ContactId or -Email")]
    [InlineData("Get-IntercomContact -Email ''", "empty_value", "-Email is empty")]
    [InlineData("Get-IntercomAdmin 5 -Me", "two_selectors", "-AdminId or -Me")]
    [InlineData("Get-IntercomConversation -PlainText", "parameter_of_other", "-PlainText cannot be used alone")]
    public void The_error_says_what_to_do(string script, string code, string says)
    {
        var error = _shell.Run(script).Error;
        Assert.Contains(code, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(says, error.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Pipes inputs without any value, and returns those for which something was read.</summary>
    private const string EmptyProbe = """
        param($name, $selectors)
        $rows = foreach ($selector in $selectors) {
            foreach ($value in '', '  ', $null, @()) { [pscustomobject]@{ $selector = $value } }
        }
        $objects = 'Contact', 'Conversation', 'Ticket', 'Company', 'Tag' | ForEach-Object { ([type]"Intercom.$_")::new() }
        foreach ($item in @($null, '', '  ') + @($rows) + @($objects)) {
            $before = (Get-IntercomRateLimit).Calls
            $found = try { $item | & $name 2>&1 3>$null } catch { $_ }
            $said = @($found | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
            if (-not $said -or $said.Count -lt @($found).Count -or (Get-IntercomRateLimit).Calls -ne $before) { "'$item' | $name" }
        }
        """;

    public static IEnumerable<TheoryDataRow<string>> Readers => BuiltModule.Cmdlets
        .Where(command => BuiltModule.Parameters(command).Any(parameter => parameter.Name == "InputObject")
            && BuiltModule.NameOf(command).StartsWith("Get-", StringComparison.Ordinal))
        .Select(command => new TheoryDataRow<string>(BuiltModule.NameOf(command)));

    /// <summary>A cell that is blank, or a variable that is lost, would otherwise return the whole workspace.</summary>
    [Theory]
    [MemberData(nameof(Readers))]
    public void A_piped_input_without_a_value_is_an_error_and_lists_nothing(string name)
    {
        var command = BuiltModule.Cmdlets.Single(type => BuiltModule.NameOf(type) == name);
        var selectors = BuiltModule.Parameters(command).Where(parameter => BuiltModule.Attributes(parameter, "Selects").Any())
            .Select(parameter => parameter.Name).ToArray();
        Assert.Empty(_shell.Do(EmptyProbe, name, selectors).Output.Select(line => $"{line}"));
    }

    [Theory]
    [InlineData("[pscustomobject]@{ ContactId = '' } | Get-IntercomConversation -State open")]
    [InlineData("[pscustomobject]@{ Contact = $null } | Get-IntercomTicket -Open")]
    [InlineData("$null | Get-IntercomContact -Role user")]
    [InlineData("[Intercom.Contact]::new() | Get-IntercomConversation -Waiting")]
    [InlineData("Get-IntercomContact $null")]
    public void A_search_is_not_sent_for_a_piped_input_without_a_value(string script)
    {
        var outcome = _shell.Run(script);
        Assert.Empty(outcome.Output);
        Assert.StartsWith("Intercom.", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain("invalid_input", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    /// <summary>A command in a function or a script block of a pipeline has no input of its own.</summary>
    [Theory]
    [InlineData("1, 2 | ForEach-Object { Get-IntercomTeam }")]
    [InlineData("function Get-Both { process { Get-IntercomTeam } }; 1, 2 | Get-Both")]
    [InlineData("1, 2 | & { process { Get-IntercomTeam } }")]
    public void A_command_without_input_of_its_own_lists(string script) => Assert.Equal(4, _shell.Do(script).Output.Count);

    [Fact]
    public void Nothing_is_listed_for_an_object_that_no_parameter_uses() =>
        Assert.Empty(_shell.Run("Get-IntercomTag VIP | Get-IntercomNewsItem").Output);

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
    }
}
