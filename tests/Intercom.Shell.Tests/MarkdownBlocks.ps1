# Runs the PowerShell blocks of a page, in order, in one session and in the folder of the page. Writes the line of each block and its errors.
param([Parameter(Mandatory)] [string] $Path)
Set-Location -LiteralPath (Split-Path $Path)
$line = 0
$start = 0
$code = $null
foreach ($text in Get-Content $Path) {
    $line++
    if ($null -eq $code) {
        if ($text -eq '```powershell') { $code = @(); $start = $line + 1 }
    }
    elseif ($text -ne '```') {
        $code += $text
    }
    else {
        $failures = @()
        try {
            $failures += @(. ([scriptblock]::Create($code -join "`n")) 2>&1 3>$null | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
        }
        catch {
            $failures += $_
        }
        "$start`t$(($failures | ForEach-Object { "$_ ($($_.FullyQualifiedErrorId))" }) -join '; ' -replace '\s+', ' ')"
        $code = $null
    }
}
