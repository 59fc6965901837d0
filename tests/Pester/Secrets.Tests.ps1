# In a real pwsh, the token does not appear in anything that a session stores or shows: transcripts, history, errors, dumps, exports. Run: ./build.ps1 Pester
BeforeAll {
    . "$PSScriptRoot/Shared.ps1"
    Import-TestedModule
    $script:token = 'tok_' + [guid]::NewGuid().ToString('n')
    $script:server = Start-IntercomSandbox -Token (New-Secret $token)
    $null = Connect-Intercom -BaseUri $server.BaseUri -Token (New-Secret $token) -Name secrets
}

AfterAll {
    Disconnect-Intercom -Connection secrets
    Stop-IntercomSandbox $server
}

Describe 'The token' {
    It 'does not appear in a transcript with all streams enabled' {
        $path = Join-Path $TestDrive transcript.txt
        $null = Start-Transcript $path
        & {
            $VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'
            $id = (Get-IntercomContact -First 1).Id
            Get-IntercomContact $id | Set-IntercomContact -Name 'Ann' -PassThru
            Get-IntercomContact no-such-contact
            Get-IntercomConnection | Format-List * -Force
            Test-IntercomConnection
        } *>&1 | Out-Host
        $null = Stop-Transcript
        $text = Get-Content $path -Raw
        $text | Should -Match 'GET contacts'
        $text | Should -Match 'Not Found'
        $text | Should -Match '(?m)^< \{'
        $text | Should -Not -Match $token
    }

    It 'does not appear in a dump of a connection' {
        $connection = Get-IntercomConnection
        $connection | Format-List * -Force | Out-String -Width 4096 | Should -Not -Match $token
        $connection | Format-Custom -Depth 6 | Out-String -Width 4096 | Should -Not -Match $token
        $connection | ConvertTo-Json -Depth 6 -WarningAction SilentlyContinue | Should -Not -Match $token
        $connection | ConvertTo-Csv | Out-String | Should -Not -Match $token
        $connection | Export-Clixml (Join-Path $TestDrive connection.xml) -Depth 6
        Get-Content (Join-Path $TestDrive connection.xml) -Raw | Should -Not -Match $token
    }

    It 'does not appear in an error, in any view' {
        $failed = $null
        Get-IntercomContact no-such-contact -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.Count | Should -Be 1
        $failed | Format-List * -Force | Out-String -Width 4096 | Should -Not -Match $token
        $failed.Exception | Format-List * -Force | Out-String -Width 4096 | Should -Not -Match $token
        $failed | ConvertTo-Json -Depth 4 -WarningAction SilentlyContinue | Should -Not -Match $token
        if (Get-Command Get-Error -ErrorAction Ignore) { Get-Error | Out-String -Width 4096 | Should -Not -Match $token }
    }

    It 'does not appear in the history or in a variable' {
        Get-History | Out-String -Width 4096 | Should -Not -Match $token
        Get-Variable | Where-Object Name -ne token | ForEach-Object { "$($_.Name)=$($_.Value)" } | Out-String | Should -Not -Match $token
    }
}
