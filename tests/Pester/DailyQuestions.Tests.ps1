# The questions that people ask every day, as they type them: filters, wildcards, positions and pipes. Run: ./build.ps1 Pester
BeforeDiscovery {
    . "$PSScriptRoot/Shared.ps1"
    Import-TestedModule
}

BeforeAll {
    . "$PSScriptRoot/Shared.ps1"
    Import-TestedModule

    # Every object of a list, to compare what a filter finds with what it should find.
    function Get-Everything([string] $Kind) {
        switch ($Kind) {
            Conversation { Get-IntercomConversation | Get-IntercomConversation }
            Contact { Get-IntercomContact }
            Ticket { Search-IntercomTicket { $_.CreatedAt -gt '2000-01-01' } }
        }
    }
}

Describe 'A filter finds exactly the objects that match: <Command>' -ForEach @(
    @{ Kind = 'Conversation'; Command = "Get-IntercomConversation -Assignee 'Ines Okafor'"; Test = { $_.AdminAssigneeId -eq '5003' } }
    @{ Kind = 'Conversation'; Command = 'Get-IntercomConversation -Assignee ines@sandbox.example'; Test = { $_.AdminAssigneeId -eq '5003' } }
    @{ Kind = 'Conversation'; Command = 'Get-IntercomConversation -Team Support'; Test = { $_.TeamAssigneeId -eq $team.Id } }
    @{ Kind = 'Conversation'; Command = 'Get-IntercomConversation -Unassigned -State open'; Test = { -not $_.AdminAssigneeId -and -not $_.TeamAssigneeId -and $_.State -eq 'open' } }
    @{ Kind = 'Conversation'; Command = 'Get-IntercomConversation -Tag VIP'; Test = { $_.Tags.Name -contains 'VIP' } }
    @{ Kind = 'Conversation'; Command = 'Get-IntercomConversation -State snoozed'; Test = { $_.State -eq 'snoozed' } }
    @{ Kind = 'Conversation'; Command = 'Get-IntercomConversation -State open, snoozed -Team Support'; Test = { $_.State -in 'open', 'snoozed' -and $_.TeamAssigneeId -eq $team.Id } }
    @{ Kind = 'Conversation'; Command = 'Get-IntercomConversation -Contact $ada'; Test = { $_.Contacts.Id -contains $ada.Id } }
    @{ Kind = 'Conversation'; Command = 'Get-IntercomConversation -Contact $ada.Email'; Test = { $_.Contacts.Id -contains $ada.Id } }
    @{ Kind = 'Conversation'; Command = "Get-IntercomConversation -Contact 'Ada Rossi'"; Test = { $_.Contacts.Id -contains $ada.Id } }
    @{ Kind = 'Conversation'; Command = 'Get-IntercomConversation -Waiting'; Test = { $_.State -eq 'open' -and $_.WaitingSince } }
    @{ Kind = 'Contact'; Command = 'Get-IntercomContact -Tag VIP'; Test = { $_.Tags.Id -contains $tag.Id } }
    @{ Kind = 'Contact'; Command = 'Get-IntercomContact -Role lead'; Test = { $_.Role -eq 'lead' } }
    @{ Kind = 'Contact'; Command = 'Get-IntercomContact -Owner ines@sandbox.example'; Test = { $_.OwnerId -eq '5003' } }
    @{ Kind = 'Contact'; Command = 'Get-IntercomContact -Company $company'; Test = { $_.Companies.Id -contains $company.Id } }
    @{ Kind = 'Contact'; Command = "Get-IntercomContact -Name 'Ada*'"; Test = { $_.Name -like 'Ada*' } }
    @{ Kind = 'Contact'; Command = "Get-IntercomContact -Name '*rossi*' -Role user"; Test = { $_.Name -like '*rossi*' -and $_.Role -eq 'user' } }
    @{ Kind = 'Ticket'; Command = "Get-IntercomTicket -Assignee 'Ines Okafor'"; Test = { $_.AdminAssigneeId -eq '5003' } }
    @{ Kind = 'Ticket'; Command = 'Get-IntercomTicket -Team Support'; Test = { $_.TeamAssigneeId -eq $team.Id } }
    @{ Kind = 'Ticket'; Command = "Get-IntercomTicket -State 'In progress'"; Test = { $_.TicketState.InternalLabel -eq 'In progress' } }
    @{ Kind = 'Ticket'; Command = 'Get-IntercomTicket -Type Bug'; Test = { $_.TicketType.Name -eq 'Bug' } }
    @{ Kind = 'Ticket'; Command = 'Get-IntercomTicket -Contact $ada'; Test = { $_.Contacts.Id -contains $ada.Id } }
    @{ Kind = 'Ticket'; Command = 'Get-IntercomTicket -Open'; Test = { $_.Open } }
    @{ Kind = 'Ticket'; Command = 'Get-IntercomTicket -Number 2'; Test = { $_.TicketNumber -eq '2' } }
    @{ Kind = 'Ticket'; Command = 'Get-IntercomTicket -Number 2, 7'; Test = { $_.TicketNumber -in '2', '7' } }
) {
    BeforeAll {
        $null = Connect-Intercom -Sandbox -Name daily
        $ada = Get-IntercomContact -ExternalId user-123
        $team = Get-IntercomTeam Support
        $tag = Get-IntercomTag VIP
        $company = Get-IntercomCompany -Name 'Iris Health'
    }
    AfterAll { Disconnect-Intercom -Connection daily }

    It 'returns no other object, and at least one' {
        $expected = @(Get-Everything $Kind | Where-Object $Test).Id | Sort-Object
        $found = @(& ([scriptblock]::Create($Command))).Id | Sort-Object
        $found.Count | Should -BeGreaterThan 0
        $found | Should -Be $expected
    }
}

Describe 'At the prompt' {
    BeforeAll {
        $null = Connect-Intercom -Sandbox -Name prompt
        $ada = Get-IntercomContact -ExternalId user-123
    }
    AfterAll { Disconnect-Intercom -Connection prompt }

    It 'a contact is piped to <Cmdlet>' -ForEach @(
        @{ Cmdlet = 'Get-IntercomConversation'; Test = { param($found) ($found | Get-IntercomConversation).Contacts.Id | Should -Contain $ada.Id } }
        @{ Cmdlet = 'Get-IntercomTicket'; Test = { param($found) $found | ForEach-Object { $_.Contacts.Id | Should -Contain $ada.Id } } }
        @{ Cmdlet = 'Get-IntercomEvent'; Test = { param($found) $found.EventName | Should -Contain placed-order } }
        @{ Cmdlet = 'Get-IntercomNote'; Test = { param($found) $found.Body | Should -Not -BeNullOrEmpty } }
        @{ Cmdlet = 'Get-IntercomCompany'; Test = { param($found) $found.Name | Should -Contain 'Juniper Bank' } }
    ) {
        $found = @($ada | & $Cmdlet)
        $found.Count | Should -BeGreaterThan 0
        & $Test $found
    }

    It 'a wildcard is a position: <Line>' -ForEach @(
        @{ Line = 'Get-IntercomTag V*'; Names = 'VIP' }
        @{ Line = 'Get-IntercomAdmin ines*'; Names = 'Ines Okafor' }
        @{ Line = 'Get-IntercomTeam *ill*'; Names = 'Billing' }
        @{ Line = 'Get-IntercomTicketType B*'; Names = 'Bug' }
    ) {
        (& ([scriptblock]::Create($Line))).Name | Should -Be $Names
    }

    It 'a reply has two positions, and after a pipe one' {
        $reply = Send-IntercomReply 100118 'hi'
        $reply.Id | Should -Be 100118
        ((Get-IntercomConversation 100118 -PlainText).ConversationParts | Select-Object -Last 1).Body | Should -Be hi
        $null = Get-IntercomConversation 100117 | Send-IntercomReply 'hello'
        ((Get-IntercomConversation 100117 -PlainText).ConversationParts | Select-Object -Last 1).Body | Should -Be hello
    }

    It 'a note has two positions, and after a pipe one' {
        Add-IntercomNote 100118 'n'
        $part = (Get-IntercomConversation 100118 -PlainText).ConversationParts | Select-Object -Last 1
        $part.Body, $part.PartType | Should -Be n, note
        $ada | Add-IntercomNote 'Of a person.'
        ($ada | Get-IntercomNote).Body -join ' ' | Should -Match 'Of a person'
    }

    It 'a conversation is assigned to a team and an admin at once' {
        Set-IntercomConversationAssignee 100118 -ToTeam Billing -ToAdmin ines@sandbox.example
        $read = Get-IntercomConversation 100118
        $read.AdminAssigneeId, $read.TeamAssigneeId | Should -Be 5003, (Get-IntercomTeam Billing).Id
        (Get-IntercomChange -Last 2).Outcome | Should -Be Applied, Applied
    }

    It 'a ticket is found by the number of the inbox, and changed' {
        Get-IntercomTicket -Number 2 | Set-IntercomTicket -State 'In progress'
        (Get-IntercomTicket -Number 2).TicketState.InternalLabel | Should -Be 'In progress'
    }

    It 'two parameters that exclude each other are named: <Line>' -ForEach @(
        @{ Line = 'Send-IntercomEvent e -ExternalId a -Email b@c.example'; Says = '-ExternalId and -Email' }
        @{ Line = 'Get-IntercomTicket -Number 5 -Open'; Says = '-Number and -Open' }
        @{ Line = 'Get-IntercomConversation 100120 -State open'; Says = '-ConversationId and -State' }
        @{ Line = 'New-IntercomQuery -All a -Any b'; Says = '-All and -Any' }
        @{ Line = 'Connect-Intercom -Sandbox -Region EU -Name other'; Says = '-Region cannot be used with -Sandbox' }
    ) {
        $failure = Get-Failure ([scriptblock]::Create($Line))
        Select-IntercomConnection prompt
        "$failure" | Should -Match ([regex]::Escape($Says))
        "$failure" | Should -Not -Match 'Parameter set'
    }

    It 'a file of customers may have a column for each way to identify them' {
        $rows = "ExternalId,Email`nuser-1,someone@else.example`n,$($ada.Email)" | ConvertFrom-Csv
        $rows | Send-IntercomEvent met-us
        (Get-IntercomEvent -ExternalId user-1).EventName | Should -Contain met-us
        ($ada | Get-IntercomEvent).EventName | Should -Contain met-us
    }
}
