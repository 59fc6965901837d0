# The error of an invalid input names the input, the problem and the remedy. Invalid requests are not sent. Run: ./build.ps1 Pester
BeforeAll {
    . "$PSScriptRoot/Shared.ps1"
    Import-TestedModule
    $null = Connect-Intercom -Sandbox -Name errors
}

AfterAll {
    Get-IntercomConnection | Disconnect-Intercom
}

Describe 'Inputs that are rejected before a request is sent' {
    # A failed Connect-Intercom, as in some of these tests, clears the current connection.
    BeforeEach { Select-IntercomConnection errors }

    It '<Line>' -ForEach @(
        @{ Line = 'Get-IntercomContact ""'; Says = 'ContactId' }
        @{ Line = 'Get-IntercomContact "a/b"'; Says = 'a/b' }
        @{ Line = '[pscustomobject]@{ Name = "x" } | Set-IntercomContact -Name y'; Says = 'ContactId' }
        @{ Line = 'Get-Date | Close-IntercomConversation'; Says = 'ConversationId' }
        @{ Line = 'New-IntercomContact'; Says = 'e-?mail' }
        @{ Line = 'New-IntercomContact a@b.example -Role boss'; Says = 'boss.+user.+lead' }
        @{ Line = 'New-IntercomContact a@b.example -SignedUpAt notadate'; Says = 'notadate' }
        @{ Line = 'Search-IntercomContact @{}'; Says = 'empty' }
        @{ Line = 'Search-IntercomContact "{"'; Says = 'JSON' }
        @{ Line = 'Search-IntercomContact { Get-Date }'; Says = 'not a condition' }
        @{ Line = 'Search-IntercomContact { $_.Role -match "x" }'; Says = 'regular expression.+-like' }
        @{ Line = 'New-IntercomQuery role nearly user'; Says = 'nearly' }
        @{ Line = 'Suspend-IntercomConversation 1 (Get-Date).AddDays(-1)'; Says = 'past|future' }
        @{ Line = 'Get-IntercomContact -Parallel 99'; Says = '99' }
        @{ Line = 'Get-IntercomContact -Expand Pets'; Says = 'Pets.+Tags' }
        @{ Line = 'Set-IntercomConversationAssignee 1 -ToAdmin a -Unassign'; Says = 'cannot be used with -Unassign' }
        @{ Line = 'Get-IntercomContact -Connection nosuch'; Says = 'nosuch.+errors' }
        @{ Line = 'Select-IntercomConnection nosuch'; Says = 'nosuch.+errors' }
        @{ Line = 'Connect-Intercom -Region Mars'; Says = 'Mars' }
        @{ Line = 'Connect-Intercom -BaseUri http://intercom.example -Token (New-Secret t)'; Says = 'http://intercom\.example.+https' }
        @{ Line = "'1', '2' | Close-IntercomConversation 8"; Says = "'8'.+piped as well" }
        @{ Line = '[Intercom.Conversation]@{ Id = "7" } | Close-IntercomConversation 8 Bye'; Says = "'8'.+'7' is piped as well" }
        @{ Line = 'Send-IntercomEvent "" -ContactId c1'; Says = 'EventName' }
        @{ Line = 'Send-IntercomReply "" -ConversationId 1'; Says = 'Body' }
    ) {
        $before = Get-CallCount
        $failure = Get-Failure ([scriptblock]::Create($Line))
        $failure | Should -Not -BeNullOrEmpty
        "$failure" | Should -Match $Says
        Select-IntercomConnection errors
        Get-CallCount | Should -Be $before
    }
}

Describe 'Inputs that the workspace rejects' {
    # A failed Connect-Intercom, as in some of these tests, clears the current connection.
    BeforeEach { Select-IntercomConnection errors }

    It '<Line>' -ForEach @(
        @{ Line = 'Get-IntercomContact nosuch'; Id = 'not_found'; Category = 'ObjectNotFound'; Says = 'nosuch' }
        @{ Line = 'Get-IntercomConversation 9'; Id = 'not_found'; Category = 'ObjectNotFound'; Says = 'conversations/9' }
        @{ Line = 'Get-IntercomContact -Email nobody@x.example'; Id = 'email_not_found'; Category = 'ObjectNotFound'; Says = 'nobody@x.example' }
        @{ Line = 'Get-IntercomContact -First 1 | Add-IntercomTag vipp'; Id = 'name_not_found'; Category = 'ObjectNotFound'; Says = "vipp.+Did you mean 'VIP'" }
        @{ Line = 'Get-IntercomConversation -First 1 | Set-IntercomConversationAssignee -ToTeam Biling'; Id = 'name_not_found'; Category = 'ObjectNotFound'; Says = "Biling.+Did you mean 'Billing'" }
        @{ Line = 'Get-IntercomConversation -First 1 | Set-IntercomConversationAssignee -ToAdmin nobody@sandbox.example'; Id = 'name_not_found'; Category = 'ObjectNotFound'; Says = 'nobody@sandbox.example.+Get-IntercomAdmin' }
        @{ Line = 'New-IntercomTicket Bugg T -ExternalId user-1'; Id = 'name_not_found'; Category = 'ObjectNotFound'; Says = "Bugg.+Did you mean 'Bug'" }
        @{ Line = 'New-IntercomContact (Get-IntercomContact -ExternalId user-1).Email'; Id = 'conflict'; Category = 'ResourceExists'; Says = 'id' }
        @{ Line = 'New-IntercomContact notanaddress'; Id = '*'; Category = 'InvalidArgument'; Says = 'email is invalid' }
        @{ Line = 'Remove-IntercomTicket 9 -Confirm:$false'; Id = '*'; Category = 'ObjectNotFound'; Says = 'Ticket' }
        @{ Line = 'Invoke-IntercomRequest nosuch'; Id = '*'; Category = 'ObjectNotFound'; Says = 'nosuch' }
    ) {
        $failure = Get-Failure ([scriptblock]::Create($Line))
        $failure.FullyQualifiedErrorId | Should -BeLike "Intercom.$Id,*"
        $failure.CategoryInfo.Category | Should -Be $Category
        "$failure" | Should -Match $Says
        if ($failure.Exception -is [Intercom.Http.IntercomApiException]) { "$failure" | Should -Match '\(request ' }
    }

    It 'an error of the API contains the recommended action' {
        (Get-Failure { Get-IntercomContact nosuch }).ErrorDetails.RecommendedAction | Should -Match 'id'
    }

    It 'the error view shows the line of the script, not the module' {
        (Get-Failure { Get-IntercomContact nosuch }).InvocationInfo.Line | Should -Match 'Get-IntercomContact nosuch'
    }
}

Describe 'Conflicts and permissions' {
    # A failed Connect-Intercom, as in some of these tests, clears the current connection.
    BeforeEach { Select-IntercomConnection errors }

    It 'an existing file is not overwritten without -Force' {
        $path = Join-Path $TestDrive there.csv
        Set-Content $path kept
        "$(Get-Failure { Start-IntercomDataExport (Get-Date).AddYears(-2) | Wait-IntercomDataExport | Save-IntercomDataExport $path })" | Should -Match 'there\.csv.+-Force'
        Get-Content $path | Should -Be kept
    }

    It 'the error names a directory that does not exist' {
        "$(Get-Failure { Get-IntercomCall | Where-Object State -EQ completed | Select-Object -First 1 | Save-IntercomCallRecording (Join-Path $TestDrive no/such/x.mp3) })" | Should -Match 'such'
    }

    It 'an allowlist that would lock the caller out is rejected' {
        "$(Get-Failure { Set-IntercomIPAllowlist -Enabled $true -Address 198.51.100.1 -Confirm:$false })" | Should -Match 'lock you out'
    }

    It 'a revoked token does not create a connection' {
        $server = Start-IntercomSandbox
        $failure = Get-Failure { Connect-Intercom -BaseUri $server.BaseUri -Token (New-Secret revoked) -Name errors-revoked }
        Stop-IntercomSandbox $server
        $failure.FullyQualifiedErrorId | Should -BeLike 'Intercom.token_revoked,*'
        $failure.CategoryInfo.Category | Should -Be AuthenticationError
        (Get-IntercomConnection).Name | Should -Not -Contain errors-revoked
    }
}

Describe 'Without a connection' {
    BeforeAll {
        Get-IntercomConnection | Disconnect-Intercom
    }

    It '<_> writes one error, which explains how to connect' -ForEach 'Get-IntercomContact', "'a', 'b' | Get-IntercomContact", 'New-IntercomContact a@b.example', "'1', '2' | Close-IntercomConversation", 'Search-IntercomContact { $_.Role -eq "user" }', 'Invoke-IntercomRequest me', 'Get-IntercomRateLimit' {
        $failures = @()
        try { & ([scriptblock]::Create($_)) 2>&1 | ForEach-Object { $failures += $_ } } catch { $failures += $_ }
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'Intercom.not_connected,*'
        "$($failures[0])" | Should -Match 'Connect-Intercom.+INTERCOM_TOKEN.+-Sandbox'
    }

    It 'Test-IntercomConnection reports it and does not fail' {
        Test-IntercomConnection -Quiet | Should -BeFalse
        (Test-IntercomConnection)[0].Passed | Should -BeFalse
    }

    It 'Get-IntercomConnection returns nothing' {
        Get-IntercomConnection | Should -BeNullOrEmpty
    }
}
