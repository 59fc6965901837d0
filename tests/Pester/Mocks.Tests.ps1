# Mocks of the cmdlets in the tests of a runbook, as docs/testing-runbooks.md describes them. Run: ./build.ps1 Pester
BeforeDiscovery {
    . "$PSScriptRoot/Shared.ps1"
    Import-TestedModule
    $kinds = @(
        @{ Kind = 'contact'; IdName = 'ContactId'; Command = 'Set-IntercomContact'; Read = { Get-IntercomContact -ExternalId user-123 }; Given = @{ Name = 'New' } }
        @{ Kind = 'conversation'; IdName = 'ConversationId'; Command = 'Close-IntercomConversation'; Read = { Get-IntercomConversation 100120 }; Given = @{ Body = 'Done' } }
        @{ Kind = 'company'; IdName = 'CompanyId'; Command = 'Set-IntercomCompany'; Read = { Get-IntercomCompany -Name 'Iris Health' }; Given = @{ Plan = 'pro' } }
        @{ Kind = 'ticket'; IdName = 'TicketId'; Command = 'Set-IntercomTicket'; Read = { Get-IntercomTicket 300002 }; Given = @{ State = 'In progress' } }
        @{ Kind = 'tag'; IdName = 'TagId'; Command = 'Set-IntercomTag'; Read = { Get-IntercomTag VIP }; Given = @{ Name = 'Key account' } }
    )
}

BeforeAll {
    . "$PSScriptRoot/Shared.ps1"
    Import-TestedModule
    $null = Connect-Intercom -Sandbox -Name mocks
}

AfterAll {
    Disconnect-Intercom -Connection mocks
}

Describe 'A mock of a cmdlet that changes a <Kind>' -ForEach $kinds {
    BeforeAll {
        $object = & $Read
        # A tag is specified by name or id.
        $parameter = if ($Kind -eq 'tag') { 'Tag' } else { $IdName }
        $before = Get-CallCount
    }

    It 'receives the id of a piped object as $InputObject.<IdName>' {
        Mock $Command { }
        $object | & $Command @Given
        Should -Invoke $Command -Times 1 -Exactly -ParameterFilter { $InputObject.$IdName -eq $object.Id }
    }

    It 'receives an object as an argument without its type' {
        Mock $Command { } -RemoveParameterType $parameter
        $argument = @{ $parameter = $object }
        & $Command @argument @Given
        Should -Invoke $Command -Times 1 -Exactly -ParameterFilter { $PesterBoundParameters[$parameter].Id -eq $object.Id }
    }

    It 'receives a named id' {
        Mock $Command { }
        $argument = @{ $parameter = $object.Id }
        & $Command @argument @Given
        Should -Invoke $Command -Times 1 -Exactly -ParameterFilter { $PesterBoundParameters[$parameter] -eq $object.Id }
    }

    It 'sends nothing' {
        Get-CallCount | Should -Be $before
    }
}

Describe 'A mock' {
    It 'receives a date in words without its type' {
        Mock Suspend-IntercomConversation { } -RemoveParameterType Until
        Get-IntercomConversation 100120 | Suspend-IntercomConversation -Until 'tomorrow 9:00'
        Should -Invoke Suspend-IntercomConversation -Times 1 -Exactly -ParameterFilter { $Until -eq 'tomorrow 9:00' }
    }

    It 'receives what a cmdlet for several kinds of objects was given' {
        Mock Add-IntercomTag { }
        Get-IntercomConversation 100120 | Add-IntercomTag VIP
        Should -Invoke Add-IntercomTag -Times 1 -Exactly -ParameterFilter { $InputObject.ConversationId -eq '100120' -and $Tag -eq 'VIP' }
    }

    It 'returns objects that other cmdlets accept' {
        $contact = Get-IntercomContact -ExternalId user-1
        Mock Get-IntercomContact { [Intercom.Contact] @{ Id = $contact.Id } } -ParameterFilter { $Email -eq 'a@x.example' }
        (Get-IntercomContact -Email a@x.example | Set-IntercomContact -Name Mocked -PassThru).Id | Should -Be $contact.Id
    }
}
