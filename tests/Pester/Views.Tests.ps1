# Tables and lists, on screens of several widths. Run: ./build.ps1 Pester
BeforeDiscovery {
    . "$PSScriptRoot/Shared.ps1"
    Import-TestedModule
    $types = @((Get-SampleTable).Keys)
}

BeforeAll {
    . "$PSScriptRoot/Shared.ps1"
    Import-TestedModule
    $null = Connect-Intercom -Sandbox -Name views
    $table = Get-SampleTable

    # A second session. In its constrained language mode, scripts cannot call methods of the module's types.
    $constrained = [powershell]::Create()
    $null = $constrained.AddScript('Import-Module $args[0]').AddArgument($ModulePath).Invoke()

    # Returns the output of the second session in a language mode.
    function Show-In([string] $Mode, [object[]] $Items) {
        $constrained.Commands.Clear()
        $constrained.Streams.ClearStreams()
        $constrained.Runspace.SessionStateProxy.LanguageMode = $Mode
        $text = $constrained.AddScript('$args[0] | Out-String -Width 120; $args[0] | Format-List | Out-String -Width 120').AddArgument($Items).Invoke()
        $constrained.Streams.Error | Should -BeNullOrEmpty
        $text -join ''
    }
}

AfterAll {
    $constrained.Dispose()
    Disconnect-Intercom -Connection views
}

Describe '<_>' -ForEach $types {
    BeforeAll {
        $items = @(& $table[$_] | Select-Object -First 20)
        $lines = ($items | Show-Text) -split '\r?\n'
        $view = Get-FormatData $_ -PowerShellVersion $PSVersionTable.PSVersion | ForEach-Object FormatViewDefinition | Select-Object -First 1
    }

    # Of a screen of 80 columns, the last stays free.
    It 'shows every column on a screen of <_> columns, and no type names' -ForEach 79, 120, 200 {
        $shown = ($items | Show-Text -Width $_) -split '\r?\n'
        ($shown | Measure-Object Length -Maximum).Maximum | Should -BeIn (10..$_)
        $shown | Should -Not -MatchExactly $TypeNames
        if ($view.Control -is [System.Management.Automation.TableControl]) {
            foreach ($label in $view.Control.Headers.Label) { $shown[1].Contains($label) | Should -BeTrue -Because "the column $label is missing" }
        }
    }

    It 'has a property for each heading' {
        if ($view.Control -isnot [System.Management.Automation.TableControl]) { return }
        foreach ($label in $view.Control.Headers.Label) {
            $items[0].PSObject.Properties[$label] | Should -Not -BeNullOrEmpty -Because "$label is a heading"
        }
        & { Set-StrictMode -Version Latest; $items | Sort-Object $view.Control.Headers.Label } | Should -HaveCount $items.Count
        ($items[0] | Select-Object * | Get-Member -MemberType NoteProperty).Name | Should -Not -Contain 'Last seen'
    }

    It 'does not write errors, not even in strict mode' {
        $before = $Error.Count
        $strict = & { Set-StrictMode -Version Latest; ($items | Show-Text) -split '\r?\n' }
        $strict | Should -Be $lines
        $Error.Count | Should -Be $before
    }

    It 'shows the same in ConstrainedLanguage' {
        Show-In ConstrainedLanguage $items | Should -BeExactly (Show-In FullLanguage $items)
    }

    It 'has its own list view, which omits empty properties' {
        $lists = Get-FormatData $_ -PowerShellVersion $PSVersionTable.PSVersion | ForEach-Object FormatViewDefinition | Where-Object Control -Is ([System.Management.Automation.ListControl])
        $lists | Should -Not -BeNullOrEmpty
        $items | Select-Object -First 3 | Format-List | Show-Text | Should -Not -Match '(?m)^AdditionalFields +:'
    }

    It 'does not show type names in its list view' {
        $items | Select-Object -First 3 | Format-List | Show-Text | Should -Not -MatchExactly $TypeNames
        $items | Select-Object -First 3 | Format-List * | Show-Text | Should -Not -MatchExactly $TypeNames
    }
}

Describe 'Tables show the most important properties' {
    It 'conversations: the waiting time, and the assignee by name' {
        $null = Connect-Intercom -Sandbox -Name views
        $conversation = [Intercom.Conversation]@{ Id = '1'; State = 'open'; Title = 'Moon'; AdminAssigneeId = '5003'; WaitingSince = [datetime]::UtcNow.AddDays(-3).AddHours(-2) }
        $conversation | Show-Text | Should -Match '1 +open +Moon +3 d +Ines Okafor'
        [Intercom.Conversation]@{ Id = '2'; TeamAssigneeId = '6002'; AdminAssigneeId = '0'; WaitingSince = [datetime]::UtcNow.AddMinutes(-5).AddSeconds(-20) } | Show-Text | Should -Match '5 min +team Billing'
        [Intercom.Conversation]@{ Id = '3'; TeamAssigneeId = '6002'; AdminAssigneeId = '5003' } | Show-Text | Should -Match 'Ines Okafor / Billing'
    }

    It 'conversations: priority is visible, in the words of every version' {
        [Intercom.Conversation]@{ Id = '1'; State = 'open'; Priority = 'priority' } | Show-Text | Should -Match '1 +open +yes'
        [Intercom.Conversation]@{ Id = '1'; State = 'open'; Priority = 'urgent' } | Show-Text | Should -Match '1 +open +yes'
        [Intercom.Conversation]@{ Id = '1'; State = 'open'; Priority = 'not_priority' } | Show-Text | Should -Not -Match 'yes'
        [Intercom.Conversation]@{ Id = '1'; State = 'open'; Priority = 'none' } | Show-Text | Should -Not -Match 'yes'
    }

    It 'names: one call for each kind, when the first is shown; none for what is not shown, and none with -NoNameLookup' {
        $null = Connect-Intercom -Sandbox -Name names
        try {
            $conversations = Get-IntercomConversation -First 30
            $before = Get-CallCount
            $conversations | Select-Object Id, State, Waiting | Out-Null
            Get-CallCount | Should -Be $before
            ($conversations | Group-Object Assignee).Name | Should -Contain 'Ines Okafor'
            $null = $conversations | Show-Text
            Get-CallCount | Should -Be ($before + 2)

            $null = Connect-Intercom -Sandbox -Name names -NoNameLookup
            $before = Get-CallCount
            [Intercom.Conversation]@{ Id = '1'; AdminAssigneeId = '5003'; TeamAssigneeId = '6002' } | Show-Text | Should -Match '5003 / 6002'
            Get-CallCount | Should -Be $before
        }
        finally {
            Disconnect-Intercom -Connection names
            $null = Connect-Intercom -Sandbox -Name views
        }
    }

    It 'names: tags of contacts too; an id that the list does not contain stays an id, without further calls' {
        $null = Connect-Intercom -Sandbox -Name names
        try {
            Get-IntercomContact -First 1 | Format-List | Show-Text | Should -Match '(?m)^Tags +: .*Bug report'
            $unknown = 1..3 | ForEach-Object { [Intercom.Conversation]@{ Id = "$_"; AdminAssigneeId = "99$_" } }
            $null = $unknown[0] | Show-Text
            $before = Get-CallCount
            $unknown | Show-Text | Should -Match '993'
            Get-CallCount | Should -Be $before
        }
        finally {
            Disconnect-Intercom -Connection names
            $null = Connect-Intercom -Sandbox -Name views
        }
    }

    It 'waiting times sort by length, group as they are shown, and compare with words and lengths of time' {
        $conversations = 26, 3, 50, 49, 0.2 | ForEach-Object { [Intercom.Conversation]@{ Id = "$_"; WaitingSince = [datetime]::UtcNow.AddHours(-$_) } }
        ($conversations | Sort-Object Waiting).Id | Should -Be '0.2', '3', '26', '50', '49'
        ($conversations | Group-Object Waiting | Sort-Object Count)[-1].Name | Should -Be '2 d'
        ($conversations | Where-Object Waiting -GT '1 d').Id | Should -Be '50', '49'
        ($conversations | Where-Object Waiting -GE ([timespan]::FromDays(1))).Id | Should -Be '26', '50', '49'
        { $conversations | Where-Object { $_.Waiting -gt 'long' } } | Should -Throw '*not an age*'
    }

    It 'more columns on a wide screen: Format-Table -View Wide' {
        Get-IntercomContact -First 1 | Format-Table -View Wide | Show-Text | Should -Match 'Last seen +Companies'
        Get-IntercomConversation -First 1 | Format-Table -View Wide | Show-Text | Should -Match 'Assignee +Updated'
    }

    It 'connections: all properties in 80 columns, without the last column' {
        $lines = (Get-IntercomConnection views | Out-String -Width 79) -replace "$([char]27)\[[0-9;]*m" -split '\r?\n'
        $lines[1] | Should -Match '^Name +Current +Workspace +Admin +Region +Address *$'
        $lines[3] | Should -Match '^views +True +Sandbox Workspace +Mara Lindqvist +US +sandbox\.invalid *$'
    }

    It 'conversations: nobody waits if the time is in the future' {
        [Intercom.Conversation]@{ Id = '1'; State = 'open'; WaitingSince = [datetime]::UtcNow.AddYears(50) } | Show-Text | Should -Match '(?m)^1 +open *\r?$'
    }

    It 'conversations: a partial object shows its properties' {
        & { Set-StrictMode -Version Latest; [Intercom.Conversation]@{ Id = '1' } | Show-Text } | Should -Match '(?m)^1 *\r?$'
    }

    It 'contacts: name, address, role, last seen, and companies where there is room' {
        $contact = Get-IntercomContact -ExternalId user-1 -Expand Companies
        $contact | Show-Text | Should -Match 'Role +Name +Email +Last seen'
        $text = $contact | Format-Table -View Wide | Show-Text
        $text.Contains($contact.Companies[0].Name.Substring(0, 8)) | Should -BeTrue
    }

    It 'contacts: the number of companies if Intercom does not return their names' {
        $contact = [Intercom.Contact]@{ Id = 'c1'; Name = 'Ann' }
        $contact.Companies = [Intercom.ItemList[Intercom.Reference]]::new([Intercom.Reference[]]@(@{ Id = 'x' }, @{ Id = 'y' }))
        $contact | Format-Table -View Wide | Show-Text | Should -Match 'Ann +2'
    }

    It 'tickets: the assignee by name' {
        $null = Get-IntercomAdmin
        [Intercom.Ticket]@{ Id = '1'; AdminAssigneeId = '5003' } | Show-Text | Should -Match 'Ines Okafor'
    }

    It 'segments: the number of contacts with -IncludeCount' {
        Get-IntercomSegment -IncludeCount | Show-Text | Should -Match 'Count +Name'
    }

    It 'parts of tickets: the previous and the new state' {
        (Get-IntercomTicket 300002).TicketParts | Show-Text | Should -Match 'submitted -> in_progress'
    }

    It 'transcripts: every line' {
        $text = Get-IntercomCall | Where-Object State -EQ completed | Select-Object -First 1 | Get-IntercomCallTranscript | Show-Text
        $text | Should -Match 'how can I help|How can I help'
        $text | Should -Match 'Thank you\.'
    }

    It 'news: the newsfeeds that contain the item' {
        Get-IntercomNewsItem -First 1 | Show-Text | Should -Match '7801 +A faster inbox'
    }

    It 'objects from a job have the same view' {
        $contact = Get-IntercomContact -First 1
        $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($contact))
        ($copy | Show-Text) -split '\r?\n' | Select-Object -First 3 | Should -Be (($contact | Show-Text) -split '\r?\n' | Select-Object -First 3)
        $copy | Show-Text | Should -Match ([regex]::Escape($contact.Id))
    }

    It 'objects from a job have the original properties, and none that only views use' {
        $conversation = Get-IntercomConversation -First 1
        $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($conversation))
        $copy.PSObject.Properties.Name | Sort-Object | Should -Be ($conversation.PSObject.Properties.Name | Sort-Object)
    }
}
