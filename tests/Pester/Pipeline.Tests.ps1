# Pipelines with PowerShell's own cmdlets, and the number of calls that they make. Run: ./build.ps1 Pester
BeforeDiscovery { . "$PSScriptRoot/Shared.ps1" }

BeforeAll {
    . "$PSScriptRoot/Shared.ps1"
    Import-TestedModule
    $null = Connect-Intercom -Sandbox -Name pipeline
}

AfterAll {
    Disconnect-Intercom -Connection pipeline
}

Describe 'Reading' {
    It 'makes one call for: <Line>' -ForEach @(
        @{ Line = 'Get-IntercomContact | Select-Object -First 1'; Count = 1 }
        @{ Line = 'Get-IntercomContact -First 10'; Count = 10 }
        @{ Line = 'Get-IntercomConversation | Select-Object -First 3'; Count = 3 }
        @{ Line = 'Search-IntercomContact @{ role = "user" } | Select-Object -First 2'; Count = 2 }
        @{ Line = 'Get-IntercomContact | Where-Object Role -EQ lead | Select-Object -First 1'; Count = 1 }
        @{ Line = 'Get-IntercomTag | Select-Object -Last 1'; Count = 1 }
    ) {
        $before = Get-CallCount
        @(& ([scriptblock]::Create($Line))) | Should -HaveCount $Count
        Get-CallCount | Should -Be ($before + 1)
    }

    It 'filters, sorts, groups and measures like other objects' {
        $all = Get-IntercomContact
        ($all | Where-Object { $_.Role -eq 'lead' -and $_.CreatedAt -lt (Get-Date) }).Count | Should -Be 50
        ($all | Group-Object Role | Sort-Object Name).Name | Should -Be lead, user
        $sorted = @($all | Sort-Object CreatedAt)
        $sorted[0].CreatedAt | Should -BeLessOrEqual $sorted[-1].CreatedAt
        ($all | Measure-Object CreatedAt -Minimum).Minimum | Should -Be $sorted[0].CreatedAt
        ($all | Where-Object Role -EQ user | Measure-Object { $_.CustomAttributes.seats } -Sum).Sum | Should -BeGreaterThan 100
        ($all | Select-Object -ExpandProperty Companies | Select-Object -ExpandProperty Id -Unique).Count | Should -BeGreaterThan 5
        ($all | Select-Object -Skip 248 | Select-Object Name, @{ Name = 'Days'; Expression = { ((Get-Date) - $_.CreatedAt).Days } }).Days | ForEach-Object { $_ -is [int] } | Should -Not -Contain $false
        $all | Select-Object -Unique Role | Should -HaveCount 2
        Compare-Object $all.Id (Get-IntercomContact).Id | Should -BeNullOrEmpty
    }

    It 'pages by -First, -Skip and -IncludeTotalCount' {
        (Get-IntercomContact -First 3 -Skip 2).Id | Should -Be ((Get-IntercomContact -First 5).Id | Select-Object -Skip 2)
        $counted = @(Get-IntercomContact -First 2 -IncludeTotalCount)
        "$($counted[0])" | Should -Match 250
        $counted.Count | Should -Be 3
    }

    It 'returns dates that PowerShell can calculate with' {
        $contact = Get-IntercomContact -First 1
        (Get-Date) - $contact.CreatedAt | Should -BeOfType [timespan]
        $contact.CreatedAt -lt (Get-Date) | Should -BeTrue
        $contact.CreatedAt.Kind | Should -Be Local
        $contact.CreatedAt.AddDays(1) -gt $contact.CreatedAt | Should -BeTrue
    }

    It 'makes each property available by its path' {
        (Get-IntercomConversation -First 3).Source.Author.Email | Should -HaveCount 3
        (Get-IntercomContact -ExternalId user-1).Tags.Id.Count | Should -Be 10
        (Get-IntercomContact -ExternalId user-1).CustomAttributes.plan | Should -BeOfType [string]
    }
}

Describe 'From one noun to the next' {
    It '<Line>' -ForEach @(
        @{ Line = 'Get-IntercomContact -ExternalId user-1 | Get-IntercomTag' }
        @{ Line = 'Get-IntercomContact -ExternalId user-1 | Get-IntercomCompany' }
        @{ Line = 'Get-IntercomCompany -First 1 | Get-IntercomContact | Get-IntercomContact' }
        @{ Line = '(Get-IntercomConversation -First 2).Contact | Get-IntercomContact' }
        @{ Line = 'Get-IntercomConversation -First 3 | Get-IntercomConversation | ForEach-Object ConversationParts' }
        @{ Line = 'Get-IntercomCall | Get-IntercomConversation' }
        @{ Line = 'Get-IntercomNewsfeed | Get-IntercomNewsItem' }
        @{ Line = 'Get-IntercomCollection | Get-IntercomHelpCenter' }
        @{ Line = 'Get-IntercomAdmin | Get-IntercomAdmin' }
        @{ Line = '(Get-IntercomContact -First 3).Id | Get-IntercomContact' }
        @{ Line = 'Get-IntercomContact -First 3 | Select-Object -ExpandProperty Id | Get-IntercomContact' }
        @{ Line = 'Get-IntercomContact -First 3 | Select-Object Id | Get-IntercomContact' }
        @{ Line = '[pscustomobject]@{ ContactId = (Get-IntercomContact -First 1).Id } | Get-IntercomContact' }
        @{ Line = '100101, 100102 | Get-IntercomConversation' }
    ) {
        & ([scriptblock]::Create($Line)) | Should -Not -BeNullOrEmpty
    }

    It 'rejects a conversation if a contact is required' {
        { Get-IntercomConversation -First 1 | Get-IntercomContact -ErrorAction Stop } | Should -Throw
    }

    It 'sends only the id of a piped object, not the values that were read' {
        $made = New-IntercomContact pipe@x.example -Name Old -Phone '+353 1 234 5678'
        $made | Set-IntercomContact -Phone '+353 1 999 9999'
        $made | Set-IntercomContact -Name New
        ($made | Get-IntercomContact).Phone | Should -Be '+353 1 999 9999'
    }

    It 'distinguishes contacts, conversations and companies in one pipeline' {
        $things = (New-IntercomContact mixed@x.example), (Get-IntercomConversation -First 1), (Get-IntercomCompany -First 1)
        $tagged = $things | Add-IntercomTag Mobile -PassThru
        $tagged.Type | Should -Be contact, conversation, company
        $things | Remove-IntercomTag Mobile
    }

    It 'returns the outputs in the order of the inputs, with concurrent requests' {
        $ids = (Get-IntercomContact -First 40).Id
        ($ids | Get-IntercomContact).Id | Should -Be $ids
        ($ids | Set-IntercomContact -CustomAttribute @{ seats = 3 } -ThrottleLimit 16 -PassThru).Id | Should -Be $ids
    }
}

Describe 'Concurrent use' {
    It 'works in ForEach-Object -Parallel, because connections belong to the process' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $ids = (Get-IntercomContact -First 6).Id
        $found = $ids | ForEach-Object -Parallel { Import-Module $using:ModulePath; (Get-IntercomContact $_).Id } -ThrottleLimit 3
        $found | Sort-Object | Should -Be ($ids | Sort-Object)
    }

    It 'accepts $using: in arguments within ForEach-Object -Parallel' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $names = @{ n = 'Ada' }
        $id = (Get-IntercomContact -First 1).Id
        $changed = 1 | ForEach-Object -Parallel { Import-Module $using:ModulePath; Set-IntercomContact $using:id -Name $using:names['n'] -Phone $using:names.n -WhatIf; 'done' }
        $changed | Should -Be done
    }

    It 'writes errors to the caller of ForEach-Object -Parallel' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $found = 'nosuch', (Get-IntercomContact -First 1).Id | ForEach-Object -Parallel { Import-Module $using:ModulePath; Get-IntercomContact $_ } -ErrorVariable failed 2>$null
        $found | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Intercom.not_found*'
        $failed[0].TargetObject | Should -Be nosuch
    }

    It 'works in Start-ThreadJob with the same connections' -Skip:(-not (Get-Command Start-ThreadJob -ErrorAction Ignore)) {
        $name = Start-ThreadJob { Import-Module $using:ModulePath; (Get-IntercomConnection -Current).Name; Get-IntercomContact -First 2 } | Receive-Job -Wait -AutoRemoveJob
        $name[0] | Should -Be pipeline
        $name[1] | Should -BeOfType [Intercom.Contact]
    }

    It 'works in Start-Job, and its objects can be piped on' -Skip:(-not $HasOwnProcess) {
        $server = Start-IntercomSandbox
        $token = New-Secret $server.Token
        $job = Start-Job {
            Import-Module $using:ModulePath
            $null = Connect-Intercom -BaseUri $using:server.BaseUri -Token $using:token
            Get-IntercomContact -ExternalId user-1
        }
        $found = $job | Receive-Job -Wait -AutoRemoveJob
        Stop-IntercomSandbox $server
        $found.PSObject.TypeNames[0] | Should -Be Deserialized.Intercom.Contact
        $found.CreatedAt | Should -BeOfType [datetime]
        ($found | Get-IntercomContact).ExternalId | Should -Be user-1
    }

    It 'works in several runspaces at the same time' {
        $shells = 1..3 | ForEach-Object {
            $shell = [powershell]::Create().AddScript("Import-Module '$ModulePath'; (Get-IntercomContact -First 150).Count")
            @{ Shell = $shell; Running = $shell.BeginInvoke() }
        }
        $shells | ForEach-Object { $_.Shell.EndInvoke($_.Running); $_.Shell.Dispose() } | Should -Be 150, 150, 150
    }
}

Describe 'Common parameters' {
    It '-WhatIf sends nothing: <Line>' -ForEach @(
        @{ Line = "'x1', 'x2' | Set-IntercomContact -Name New -WhatIf" }
        @{ Line = 'New-IntercomContact a@b.example -Owner mara@sandbox.example -WhatIf' }
        @{ Line = "'1', '2' | Close-IntercomConversation -WhatIf" }
        @{ Line = "'1' | Set-IntercomConversationAssignee -ToTeam Billing -WhatIf" }
        @{ Line = "Add-IntercomTag VIP -ContactId x1 -WhatIf" }
        @{ Line = 'Remove-IntercomTag VIP -FromWorkspace -WhatIf' }
        @{ Line = "'1' | Remove-IntercomTicket -WhatIf" }
        @{ Line = "New-IntercomTicket Bug T -ContactId c1 -WhatIf" }
        @{ Line = 'Set-IntercomIPAllowlist -Enabled $false -WhatIf' }
        @{ Line = "Start-IntercomDataExport (Get-Date).AddDays(-9) -WhatIf" }
    ) {
        $before = Get-CallCount
        & ([scriptblock]::Create($Line)) | Should -BeNullOrEmpty
        Get-CallCount | Should -Be $before
    }

    It 'every cmdlet that writes supports -WhatIf and -Confirm' {
        Get-Command -Module Intercom -CommandType Cmdlet | Where-Object { $_.Verb -in 'New', 'Set', 'Remove', 'Add', 'Send', 'Close', 'Open', 'Suspend', 'Block', 'Disable', 'Enable', 'Merge', 'Convert', 'ConvertTo', 'Clear' } |
            Where-Object { -not $_.Parameters.ContainsKey('WhatIf') -and $_.Name -ne 'New-IntercomQuery' } | Should -BeNullOrEmpty
    }

    It '$WhatIfPreference applies too' {
        $before = Get-CallCount
        & { $WhatIfPreference = $true; New-IntercomContact whatif@x.example } | Should -BeNullOrEmpty
        Get-CallCount | Should -Be $before
    }

    It '-OutVariable, Tee-Object and -PipelineVariable contain the output' {
        $null = Get-IntercomContact -First 3 -OutVariable out | Tee-Object -Variable tee
        $out.Id | Should -Be $tee.Id
        Get-IntercomContact -First 2 -PipelineVariable contact | ForEach-Object { "$($contact.Id)" } | Should -Be $out[0..1].Id
    }

    It '-Verbose writes exactly one line for each call' {
        $said = Get-IntercomContact -First 1 -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }
        @($said).Count | Should -Be 1
        "$said" | Should -Match '^GET contacts\S* -> 200'
    }

    It 'writes only its output to the success stream' {
        $null = Get-IntercomContact -First 1 | Set-IntercomContact -Name Quiet *>&1 | Should -BeNullOrEmpty
        Get-IntercomConversation -First 1 | Add-IntercomTag Mobile *>&1 | Should -BeNullOrEmpty
    }

    It 'writes the same text to a transcript as to the screen' {
        $path = Join-Path $TestDrive transcript.txt
        $null = Start-Transcript $path
        Get-IntercomTeam | Out-Host
        $null = Stop-Transcript
        Get-Content $path -Raw | Should -Match '6002 +Billing'
    }

    It 'works under strict mode, in functions and in dot-sourced scripts' {
        Set-StrictMode -Version Latest
        function Find-Lead { [CmdletBinding()] param([int] $Count) Search-IntercomContact { $_.Role -eq 'lead' } -First $Count }
        $found = Find-Lead 2
        $found | Should -HaveCount 2
        ($found | Set-IntercomContact -Name Strict -PassThru).Name | Should -Be Strict, Strict
        $path = Join-Path $TestDrive script.ps1
        'param($Role) Search-IntercomContact { $_.Role -eq $Role } -First 1' | Set-Content $path
        (& $path lead).Role | Should -Be lead
    }

    It 'accepts splatted parameters' {
        $given = @{ Email = 'splat@x.example'; Name = 'Splat'; CustomAttribute = @{ plan = 'pro' } }
        $made = New-IntercomContact @given
        $made.CustomAttributes.plan | Should -Be pro
    }

    It 'supports $PSDefaultParameterValues' {
        & { $PSDefaultParameterValues = @{ 'Get-IntercomContact:First' = 2 }; Get-IntercomContact } | Should -HaveCount 2
    }
}

Describe 'Failed inputs' {
    It 'do not stop the others, and can be piped again' {
        $rows = 'good1@x.example', 'bad', 'good2@x.example' | ForEach-Object { [pscustomobject]@{ Email = $_; Name = 'N' } }
        $made = $rows | New-IntercomContact -ErrorAction SilentlyContinue -ErrorVariable failed
        $made | Should -HaveCount 2
        $failed | Should -HaveCount 1
        $failed[0].CategoryInfo.Category | Should -Be InvalidArgument
        $failed.TargetObject.Email | Should -Be bad
        $failed.TargetObject | ForEach-Object { $_.Email = 'corrected@x.example' }
        ($failed.TargetObject | New-IntercomContact).Email | Should -Be corrected@x.example
    }

    It 'can be piped again if they are objects' {
        $contact = New-IntercomContact again@x.example
        $contact | Remove-IntercomContact -Confirm:$false
        $contact, (Get-IntercomContact -First 1) | Set-IntercomContact -Name Again -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.TargetObject.Id | Should -Be $contact.Id
        $failed.TargetObject | Should -BeOfType [Intercom.Contact]
    }

    It 'end the command with -ErrorAction Stop, and are caught by the error id' {
        $caught = $null
        try { 'nosuch1', 'nosuch2' | Get-IntercomContact -ErrorAction Stop }
        catch {
            if ($_.FullyQualifiedErrorId -like 'Intercom.not_found,*') { $caught = $_ }
        }
        $caught.TargetObject | Should -Be nosuch1
        $caught.CategoryInfo.Category | Should -Be ObjectNotFound
    }

    It 'are caught by the exception type, which contains the response of Intercom' {
        $caught = $null
        try { Get-IntercomContact nosuch -ErrorAction Stop } catch [Intercom.Http.IntercomApiException] { $caught = $_.Exception }
        $caught.StatusCode | Should -Be 404
        $caught.RequestId | Should -Not -BeNullOrEmpty
    }

    It 'set $? to false' {
        Get-IntercomContact nosuch -ErrorAction SilentlyContinue
        $? | Should -BeFalse
        $null = Get-IntercomContact -First 1
        $? | Should -BeTrue
    }

    It 'are the targets of the errors if ids were not found, and can be piped again' {
        $null = 'nosuch1', (Get-IntercomContact -First 1).Id, 'nosuch2' | Get-IntercomContact -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.TargetObject | Should -Be nosuch1, nosuch2
        Get-IntercomTag -ContactId nosuch3 -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.TargetObject | Should -Be nosuch3
    }

    It 'are not recorded with -ErrorAction Ignore' {
        $before = $Error.Count
        Get-IntercomContact nosuch -ErrorAction Ignore
        $Error.Count | Should -Be $before
    }
}
