namespace Intercom.PowerShell.Tests.Conventions;

/// <summary>
/// What cmdlets say to two parameters that exclude each other. PowerShell's binder says that the parameter set cannot be resolved, and does
/// not name them.
/// </summary>
public sealed class ContradictionTests : IDisposable
{
    /// <summary>Tries each pair of parameters that exclude each other, and returns the pairs without an error of the module.</summary>
    private const string Probe = """
        param($name)
        function Get-Value($parameter) {
            $set = $parameter.Attributes | Where-Object { $_ -is [ValidateSet] }
            $range = $parameter.Attributes | Where-Object { $_ -is [ValidateRange] }
            $type = [Nullable]::GetUnderlyingType($parameter.ParameterType)
            switch (($type ?? $parameter.ParameterType).Name.TrimEnd('[', ']')) {
                'SwitchParameter' { $true }
                'Boolean' { $true }
                'SecureString' { $secret = [securestring]::new(); $secret.AppendChar('x'); $secret }
                'Uri' { 'http://127.0.0.1:9' }
                'ScriptBlock' { { $_.Role -eq 'user' } }
                'DateTime' { [datetime]::new(2026, 1, 2) }
                { $_ -like '*Dictionary' -or $_ -eq 'Hashtable' } { @{ role = 'user' } }
                default {
                    if ($parameter.Name -eq 'Attachment') { (Get-Module Intercom).Path }
                    elseif ($parameter.Name -eq 'MissingScope') { 'Read conversations' }
                    elseif ($parameter.Name -eq 'MissingFeature') { 'News' }
                    elseif ($set) { $set.ValidValues[0] } elseif ($range) { $range.MinRange } else { '5' }
                }
            }
        }
        $command = Get-Command $name
        $own = @($command.Parameters.Values | Where-Object { $_.Name -notin [Management.Automation.PSCmdlet]::CommonParameters -and
            $_.Name -notin [Management.Automation.PSCmdlet]::OptionalCommonParameters })
        $needed = @($own | Where-Object { $_.ParameterSets['__AllParameterSets'].IsMandatory -or
            ($_.ParameterSets.Count -eq $command.ParameterSets.Count -and $_.ParameterSets.Values.IsMandatory -notcontains $false) })
        function Get-Selected($parameter) {
            $mark = $parameter.Attributes | Where-Object { $_.GetType().Name -in 'SelectsAttribute', 'OnlyForAttribute' }
            if ($mark.Sets) { $mark.Sets } elseif ($mark.Set) { $mark.Set }
        }
        function Test-Excluded($one, $other) {
            $sets = @($one.ParameterSets.Keys) | Where-Object { $_ -in $other.ParameterSets.Keys }
            if (-not $sets -and '__AllParameterSets' -notin @($one.ParameterSets.Keys) + $other.ParameterSets.Keys) { return $true }
            $first, $second = @(Get-Selected $one), @(Get-Selected $other)
            $first.Count -and $second.Count -and -not ($first | Where-Object { $_ -in $second })
        }
        for ($left = 0; $left -lt $own.Count; $left++) {
            for ($right = $left + 1; $right -lt $own.Count; $right++) {
                if (-not (Test-Excluded $own[$left] $own[$right])) { continue }
                $given = @{}
                foreach ($parameter in @($needed) + $own[$left] + $own[$right]) { $given[$parameter.Name] = Get-Value $parameter }
                if ($command.Parameters.ContainsKey('WhatIf')) { $given.WhatIf = $true }
                $pair = "-$($own[$left].Name) and -$($own[$right].Name)"
                try { $found = @(& $name @given 2>&1 3>$null) } catch { $found = @($_) }
                $failure = @($found | Where-Object { $_ -is [Management.Automation.ErrorRecord] })[0]
                $code = "$($failure.FullyQualifiedErrorId) $(if ($failure) { $failure.Exception.GetBaseException().Code })"
                if ($code -match 'two_selectors|parameter_of_other|missing_selector') { "ok: $pair" } else { "${pair}: $failure ($code)" }
            }
        }
        """;

    private readonly Shell _shell = new();

    public ContradictionTests() => _shell.Do("$null = Connect-Intercom -Sandbox");

    public static IEnumerable<TheoryDataRow<string>> Commands => BuiltModule.Cmdlets
        .Select(command => new TheoryDataRow<string>(BuiltModule.NameOf(command)));

    [Theory]
    [MemberData(nameof(Commands))]
    public void Parameters_that_exclude_each_other_are_named(string name) =>
        Assert.DoesNotContain(_shell.Do(Probe, name).Output.Select(line => $"{line}"),
            line => !line.StartsWith("ok:", StringComparison.Ordinal));

    /// <summary>The probe above looks for pairs itself, so it must find those that are known.</summary>
    [Theory]
    [InlineData("Send-IntercomEvent", 3)]
    [InlineData("Add-IntercomContactCompany", 1)]
    [InlineData("Connect-Intercom", 74)]
    [InlineData("New-IntercomQuery", 41)]
    public void The_known_pairs_are_tried(string name, int count) => Assert.Equal(count, _shell.Do(Probe, name).Output.Count);

    [Theory]
    [InlineData("Send-IntercomEvent e -ExternalId a -Email b@c.d", "-ExternalId and -Email cannot be used together")]
    [InlineData("'63a' | Send-IntercomEvent e -Email b@c.d", "-ContactId and -Email cannot be used together")]
    [InlineData("Get-IntercomContact -First 1 | Send-IntercomEvent e -Email b@c.d", "-ContactId and -Email cannot be used together")]
    [InlineData("Send-IntercomEvent e", "Specify -ContactId, -ExternalId or -Email")]
    [InlineData("Get-IntercomConversation 100120 | Send-IntercomEvent e", "Specify -ContactId, -ExternalId or -Email")]
    [InlineData("Get-IntercomContact -First 1 | Add-IntercomContactCompany", "Specify -CompanyId or -ExternalCompanyId")]
    [InlineData("Get-IntercomConversation 100120 | Add-IntercomConversationContact", "Specify -ContactId, -ExternalId or -Email")]
    [InlineData("Connect-Intercom -Sandbox -Region EU", "-Region cannot be used with -Sandbox. Use it with -Token or -SecretName")]
    [InlineData("Connect-Intercom -FailureRate 0.1", "-FailureRate cannot be used alone. Use it with -Sandbox")]
    [InlineData("New-IntercomQuery -All 1 -Any 2", "-All and -Any cannot be used together")]
    public void The_error_names_them(string script, string says) =>
        Assert.Contains(says, _shell.Run(script).Error.ToString(), StringComparison.Ordinal);

    /// <summary>A file of customers has a column for each way to identify them.</summary>
    [Theory]
    [InlineData("ExternalId = 'user-1'; Email = 'b@c.d'", "Send-IntercomEvent e", "Send event e of contact user-1")]
    [InlineData("Id = '63a'; ExternalId = 'user-1'; Email = 'b@c.d'", "Send-IntercomEvent e", "Send event e of contact 63a")]
    [InlineData("ExternalId = ''; Email = 'b@c.d'", "Send-IntercomEvent e", "Send event e of contact b@c.d")]
    [InlineData("ExternalId = ''; Email = 'b@c.d'", "Send-IntercomEvent e -ClearEmpty", "Send event e of contact b@c.d")]
    [InlineData("ExternalId = 'user-1'; Email = 'b@c.d'", "Send-IntercomEvent e -Email x@y.z", "Send event e of contact x@y.z")]
    [InlineData("Id = '63a'; Name = 'n'", "Send-IntercomEvent e -Email x@y.z", "Send event e of contact x@y.z")]
    [InlineData("ExternalId = 'user-1'; Email = 'b@c.d'", "Add-IntercomConversationContact -ConversationId 100120",
        "Add contact user-1 to conversation 100120")]
    [InlineData("ContactId = 'z'; CompanyId = 'a'; ExternalCompanyId = 'b'", "Add-IntercomContactCompany", "Add company a to contact z")]
    public void A_row_with_several_ways_to_identify_an_object_uses_the_first(string row, string command, string action)
    {
        _shell.TakeScreen();
        _shell.Do($"[pscustomobject]@{{ {row} }} | {command} -WhatIf");
        Assert.Contains(action, _shell.TakeScreen(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
    }
}
