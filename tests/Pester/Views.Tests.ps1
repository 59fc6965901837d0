# The views on a screen of 120 columns. Run: ./build.ps1 Pester
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
    }

    It 'fits into 120 columns with every column, and does not show type names' {
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeIn (10..120)
        $lines | Should -Not -MatchExactly $TypeNames
        $view = Get-FormatData $_ -PowerShellVersion $PSVersionTable.PSVersion | ForEach-Object FormatViewDefinition | Select-Object -First 1
        if ($view.Control -is [System.Management.Automation.TableControl]) {
            $shown = $lines[1..2] -join ' '
            foreach ($label in $view.Control.Headers.Label) { $shown.Contains($label) | Should -BeTrue -Because "the column $label is to be seen" }
        }
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
    It 'conversations: the waiting contact and time, and the assignee, by name if the session has read it' {
        $null = Connect-Intercom -Sandbox -Name views
        $conversation = [Intercom.Conversation]@{ Id = '1'; State = 'open'; Title = 'Moon'; AdminAssigneeId = '5003'; WaitingSince = [datetime]::UtcNow.AddDays(-3).AddHours(-2) }
        $conversation | Show-Text | Should -Match '1 +open +Moon +3 d +5003'
        $null = Get-IntercomAdmin
        $conversation | Show-Text | Should -Match '3 d +Ines Okafor'
        [Intercom.Conversation]@{ Id = '2'; TeamAssigneeId = '6002'; AdminAssigneeId = '0'; WaitingSince = [datetime]::UtcNow.AddMinutes(-5).AddSeconds(-20) } | Show-Text | Should -Match '5 min +team 6002'
        $null = Get-IntercomTeam 6002
        [Intercom.Conversation]@{ Id = '2'; TeamAssigneeId = '6002'; WaitingSince = [datetime]::UtcNow.AddHours(-7).AddMinutes(-5) } | Show-Text | Should -Match '7 h +team Billing'
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

    It 'contacts: name, address, role, companies, last seen' {
        $contact = Get-IntercomContact -ExternalId user-1 -Expand Companies
        $text = $contact | Show-Text
        $text | Should -Match 'Role +Name +Email +Companies +Last seen'
        $text.Contains($contact.Companies[0].Name.Substring(0, 8)) | Should -BeTrue
    }

    It 'contacts: the number of companies if Intercom does not return their names' {
        $contact = [Intercom.Contact]@{ Id = 'c1'; Name = 'Ann' }
        $contact.Companies = [Intercom.ItemList[Intercom.Reference]]::new([Intercom.Reference[]]@(@{ Id = 'x' }, @{ Id = 'y' }))
        $contact | Show-Text | Should -Match 'Ann +2'
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
