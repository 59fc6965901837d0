# Runs every example of every cmdlet's help, each on a sandbox of its own, and says how it went: the cmdlet, the number, and what failed.
foreach ($cmdlet in Get-Command -Module Intercom -CommandType Cmdlet) {
    $number = 0
    foreach ($example in (Get-Help $cmdlet.Name -Full).examples.example) {
        $number++
        Get-IntercomConnection | Disconnect-Intercom
        $null = Connect-Intercom -Sandbox
        $failures = @()
        try {
            $failures += @(& ([scriptblock]::Create($example.code)) 2>&1 3>$null | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
        }
        catch {
            $failures += $_
        }
        "$($cmdlet.Name)`t$number`t$(($failures | ForEach-Object { "$_ ($($_.FullyQualifiedErrorId))" }) -join '; ' -replace '\s+', ' ')"
        Stop-IntercomSandbox
    }
}
