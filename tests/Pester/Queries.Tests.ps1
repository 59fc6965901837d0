# Queries in the forms that people write. Run: ./build.ps1 Pester
BeforeAll {
    . "$PSScriptRoot/Shared.ps1"
    Import-TestedModule
    $null = Connect-Intercom -Sandbox -Name queries
}

AfterAll {
    Disconnect-Intercom -Connection queries
}

Describe 'Queries' {
    It 'read values from the scope of the caller' {
        function Find($plan) { Search-IntercomContact { $_.CustomAttributes.plan -eq $plan -and $_.Role -eq 'user' } }
        Find premium | ForEach-Object { $_.CustomAttributes.plan } | Sort-Object -Unique | Should -Be premium
    }

    It 'return the same results in each form' {
        $expected = (Search-IntercomContact @{ role = 'lead' }).Id
        $expected.Count | Should -BeGreaterThan 10
        (Search-IntercomContact { $_.Role -eq 'lead' }).Id | Should -Be $expected
        (Search-IntercomContact (New-IntercomQuery role = lead)).Id | Should -Be $expected
        (Search-IntercomContact '{"field":"role","operator":"=","value":"lead"}').Id | Should -Be $expected
        (New-IntercomQuery role = lead | Search-IntercomContact).Id | Should -Be $expected
    }

    It 'underline the part that cannot be searched for' {
        try { Search-IntercomContact { $_.Name -match 'x' } } catch { $failure = $_ }
        $failure.InvocationInfo.PositionMessage | Should -Match '(?m)^\+\s+~{6}\s*$'
        $failure.ErrorDetails.Message | Should -Match '-like'
    }

    It 'match dates to the second with -Exact' {
        $contact = Get-IntercomContact -First 200 | Sort-Object CreatedAt | Select-Object -Last 1
        (Search-IntercomContact { $_.CreatedAt -ge $contact.CreatedAt } -Exact).Id | Should -Contain $contact.Id
        (Search-IntercomContact { $_.CreatedAt -gt $contact.CreatedAt } -Exact).Id | Should -Not -Contain $contact.Id
    }

    It 'are explained by Test-IntercomQuery, which sends nothing' {
        $before = Get-CallCount
        $said = Test-IntercomQuery { $_.CreatedAt -ge '2026-01-01' -and $_.Role -eq 'user' } Contact
        $said.IsValid | Should -BeTrue
        ($said.Json | ConvertFrom-Json).operator | Should -Be AND
        $said.Notes | Should -Not -BeNullOrEmpty
        $doubtful = Test-IntercomQuery @{ nosuch = 1 }
        $doubtful.Notes | Should -Match nosuch
        Get-CallCount | Should -Be $before
    }

    It 'can be printed, compared and converted to JSON' {
        $query = New-IntercomQuery -Any (New-IntercomQuery role = user), (New-IntercomQuery custom_attributes.plan IN pro, premium)
        "$query" | Should -Be 'role = user OR custom_attributes.plan IN pro, premium'
        New-IntercomQuery -Json $query.ToJson() | Should -Be $query
        New-IntercomQuery -Json (Test-IntercomQuery { $_.Role -eq 'user' -or $_.CustomAttributes.plan -in 'pro', 'premium' }).Json | Should -Be $query
    }
}
