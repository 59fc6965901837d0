# Tab completion: names of the workspace on the sandbox, and no output without a connection. Run: ./build.ps1 Pester
BeforeDiscovery {
    . "$PSScriptRoot/Shared.ps1"
    Import-TestedModule
    $promises = foreach ($command in Get-Command -Module Intercom -CommandType Cmdlet) {
        foreach ($parameter in $command.Parameters.Values) {
            # The values of a query depend on its field, and completion after a pipe depends on the pipe. Both are tested below.
            if ($parameter.Name -eq 'Connection' -or "$command -$($parameter.Name)" -in 'New-IntercomQuery -Value', 'Set-IntercomConversationAssignee -ConversationId') { continue }
            if ($parameter.Attributes | Where-Object { $_ -is [ArgumentCompleter] }) { "$command -$($parameter.Name)" }
        }
    }
}

BeforeAll {
    . "$PSScriptRoot/Shared.ps1"
    Import-TestedModule
    $null = Connect-Intercom -Sandbox -Name completion
    # Completion offers the names of events that were sent or read.
    Get-IntercomContact -First 1 | Send-IntercomEvent met-tab

    function Complete-Line([string] $Line) {
        # A list that does not arrive in time is omitted, and appears when the key is pressed again.
        foreach ($press in 1..10) {
            $found = @((TabExpansion2 $Line $Line.Length).CompletionMatches | Where-Object ResultType -In ParameterValue, Property)
            if ($found) { break }
        }
        $found.CompletionText
    }
}

AfterAll {
    Get-IntercomConnection completion -ErrorAction Ignore | Disconnect-Intercom
}

Describe 'The Tab key' {
    It 'offers something for <_>' -ForEach $promises {
        Complete-Line "$_ " | Should -Not -BeNullOrEmpty
    }

    It 'offers <Offered> for: <Line>' -ForEach @(
        @{ Line = 'Add-IntercomTag v'; Offered = 'VIP' }
        @{ Line = 'Add-IntercomTag bug'; Offered = "'Bug report'" }
        @{ Line = "Add-IntercomTag 'bug"; Offered = "'Bug report'" }
        @{ Line = 'Get-IntercomConversation -First 1 | Remove-IntercomTag chu'; Offered = "'Churn risk'" }
        @{ Line = 'Get-IntercomConversation 1 | Set-IntercomConversationAssignee in'; Offered = 'ines@sandbox.example' }
        @{ Line = 'Set-IntercomConversationAssignee 1 -ToAdmin i'; Offered = 'ines@sandbox.example' }
        @{ Line = 'Set-IntercomConversationAssignee 1 -ToTeam B'; Offered = 'Billing' }
        @{ Line = 'Set-IntercomContact 1 -Owner p'; Offered = 'priya@sandbox.example' }
        @{ Line = 'New-IntercomTicket cust'; Offered = "'Customer request'" }
        @{ Line = 'Set-IntercomTicket 1 wait'; Offered = "'Waiting on customer'" }
        @{ Line = 'New-IntercomArticle T -Collection get'; Offered = "'Getting started'" }
        @{ Line = 'Get-IntercomContact -Connection c'; Offered = 'completion' }
        @{ Line = 'Select-IntercomConnection '; Offered = 'completion' }
        @{ Line = 'Disconnect-Intercom '; Offered = 'completion' }
        @{ Line = 'Connect-Intercom -Region e'; Offered = 'EU' }
        @{ Line = 'Get-IntercomContact -Expand n'; Offered = 'Notes' }
        @{ Line = 'New-IntercomQuery last_s'; Offered = 'last_seen_at' }
        @{ Line = 'New-IntercomQuery created_at '; Offered = "'>'" }
        @{ Line = 'New-IntercomQuery state = sn'; Offered = 'snoozed' }
        @{ Line = 'New-IntercomQuery admin_assignee_id = 5003'; Offered = '5003' }
        @{ Line = 'Test-IntercomQuery x conv'; Offered = 'Conversation' }
        @{ Line = 'Set-IntercomArticle 1 -State p'; Offered = 'published' }
    ) {
        Complete-Line $Line | Should -Contain $Offered
    }

    It 'uses the connection that the line names' {
        $null = Connect-Intercom -Sandbox -Name completion-other
        $null = New-IntercomTag Zebra
        Select-IntercomConnection completion
        Complete-Line 'Add-IntercomTag -Connection completion-other zeb' | Should -Be Zebra
        Complete-Line 'Add-IntercomTag -Connection completion zeb' | Should -BeNullOrEmpty
        Disconnect-Intercom -Connection completion-other
    }

    It 'offers a new name immediately' {
        $null = New-IntercomTag Okapi
        Complete-Line 'Add-IntercomTag oka' | Should -Be Okapi
    }

    It 'completes the fields after $_ once this is enabled' {
        Register-IntercomQueryCompletion
        Complete-Line 'Search-IntercomContact { $_.CreatedA' | Should -Contain CreatedAt
        Complete-Line 'Search-IntercomConversation { $_.WaitingS' | Should -Contain WaitingSince
    }

    It 'offers only names that match the typed text' {
        Complete-Line 'Add-IntercomTag nosuchtag' | Should -BeNullOrEmpty
    }
}

Describe 'Without a connection' {
    BeforeAll {
        Get-IntercomConnection | Disconnect-Intercom
    }

    It 'offers nothing and writes no error for <_>' -ForEach ($promises | Where-Object { $_ -match '-(Tag|ToAdmin|ToTeam|Owner|TicketType|Collection|Parent)$|Get-Intercom(Tag|TicketType|Connection) -Name' }) {
        $before = $Error.Count
        $line = "$_ "
        (TabExpansion2 $line $line.Length).CompletionMatches | Where-Object ResultType -EQ ParameterValue | Should -BeNullOrEmpty
        $Error.Count | Should -Be $before
    }

    It 'completes values that do not require a connection' {
        Complete-Line 'New-IntercomContact -Role l' | Should -Be lead
        Complete-Line 'New-IntercomQuery rol' | Should -Be role
    }
}
