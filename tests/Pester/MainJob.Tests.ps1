# The module as its users see it, in a real pwsh. Run: ./build.ps1 Pester
BeforeAll {
    Import-Module "$PSScriptRoot/../../out/Intercom/Intercom.psd1" -Force
    $null = Connect-Intercom -Sandbox -Name pester
}

AfterAll {
    Get-IntercomConnection | Disconnect-Intercom
}

Describe 'The module' {
    It 'has a manifest that is in order' {
        $manifest = Test-ModuleManifest "$PSScriptRoot/../../out/Intercom/Intercom.psd1"
        $manifest.Name | Should -Be 'Intercom'
        $manifest.ExportedCmdlets.Count | Should -BeGreaterThan 35
    }

    It 'shows its types to users while Polly stays out of sight' {
        [Intercom.Contact] | Should -Not -BeNullOrEmpty
        [System.Runtime.Loader.AssemblyLoadContext]::Default.Assemblies.GetName().Name | Should -Not -Contain 'Polly.Core'
    }
}

Describe 'Pipelines with the cmdlets that people know' {
    It 'makes one request for Select-Object -First 1' {
        $before = (Get-IntercomRateLimit).Calls
        Get-IntercomContact | Select-Object -First 1 | Should -HaveCount 1
        (Get-IntercomRateLimit).Calls - $before | Should -Be 1
    }

    It 'exports and imports CSV, and a row updates what it names' {
        $path = Join-Path $TestDrive contacts.csv
        Get-IntercomContact -First 5 | Select-Object Id, Name, Phone, Companies | Export-Csv $path
        (Get-Content $path -Raw) | Should -Not -Match 'Intercom\.|System\.'
        $rows = Import-Csv $path
        $rows | ForEach-Object { $_.Name = "$($_.Name) II" }
        $rows | Select-Object Id, Name | Set-IntercomContact
        Get-IntercomContact -First 5 | ForEach-Object Name | Should -Be $rows.Name
    }

    It 'prints a whole contact as useful JSON' {
        $json = Get-IntercomContact -First 1 | ConvertTo-Json -Depth 4 | ConvertFrom-Json
        $json.Id | Should -Not -BeNullOrEmpty
        $json.CreatedAt | Should -BeOfType [datetime]
    }

    It 'computes with dates as PowerShell does' {
        $contact = Get-IntercomContact -First 1
        ((Get-Date) - $contact.CreatedAt) | Should -BeOfType [timespan]
        $contact.CreatedAt -lt (Get-Date) | Should -BeTrue
    }

    It 'works in ForEach-Object -Parallel, for connections belong to the process' {
        $ids = (Get-IntercomContact -First 6).Id
        $module = "$PSScriptRoot/../../out/Intercom/Intercom.psd1"
        $found = $ids | ForEach-Object -Parallel { Import-Module $using:module; (Get-IntercomContact $_).Id } -ThrottleLimit 3
        $found | Sort-Object | Should -Be ($ids | Sort-Object)
    }

    It 'reads strings as ids and leaves conversations of another kind alone' {
        (Get-IntercomContact -First 3).Id | Get-IntercomContact | Should -HaveCount 3
        { Get-IntercomConversation -First 1 | Get-IntercomContact -ErrorAction Stop } | Should -Throw
    }

    It 'sends nothing with -WhatIf' {
        $before = (Get-IntercomRateLimit).Calls
        Get-Content Function:\prompt | Out-Null
        'x1', 'x2' | Set-IntercomContact -Name New -WhatIf
        New-IntercomContact a@b.example -WhatIf
        (Get-IntercomRateLimit).Calls | Should -Be $before
    }

    It 'carries the failed inputs, which can be piped again' {
        $rows = 'good1@x.example', 'bad', 'good2@x.example' | ForEach-Object { [pscustomobject]@{ Email = $_; Name = 'N' } }
        $made = $rows | New-IntercomContact -ErrorAction SilentlyContinue -ErrorVariable failed
        $made | Should -HaveCount 2
        $failed.TargetObject.Email | Should -Be 'bad'
        $failed[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
    }
}

Describe 'Queries' {
    It 'takes values from the scope of the caller' {
        function Find($plan) { Search-IntercomContact { $_.CustomAttributes.plan -eq $plan -and $_.Role -eq 'user' } }
        Find premium | ForEach-Object { $_.CustomAttributes.plan } | Sort-Object -Unique | Should -Be 'premium'
    }

    It 'finds the same in each form' {
        $expected = (Search-IntercomContact @{ role = 'lead' }).Id
        (Search-IntercomContact { $_.Role -eq 'lead' }).Id | Should -Be $expected
        (Search-IntercomContact (New-IntercomQuery role = lead)).Id | Should -Be $expected
        (Search-IntercomContact '{"field":"role","operator":"=","value":"lead"}').Id | Should -Be $expected
    }

    It 'underlines what cannot be searched for' {
        try { Search-IntercomContact { $_.Name -match 'x' } } catch { $failure = $_ }
        $failure.InvocationInfo.PositionMessage | Should -Match '(?m)^\+\s+~{6}\s*$'
        $failure.ErrorDetails.Message | Should -Match '-like'
    }

    It 'matches dates to the second with -Exact' {
        $contact = Get-IntercomContact -First 200 | Sort-Object CreatedAt | Select-Object -Last 1
        (Search-IntercomContact { $_.CreatedAt -ge $contact.CreatedAt } -Exact).Id | Should -Contain $contact.Id
        (Search-IntercomContact { $_.CreatedAt -gt $contact.CreatedAt } -Exact).Id | Should -Not -Contain $contact.Id
    }
}
