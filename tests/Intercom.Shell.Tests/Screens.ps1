# Runs the PowerShell blocks of a page in one session. Writes a line of JSON for each, with its output on a screen of 80 columns.
param([Parameter(Mandatory)] [string] $Path)
$PSStyle.OutputRendering = 'PlainText'
[cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
$code = $null
foreach ($text in Get-Content $Path) {
    if ($null -eq $code) {
        if ($text -eq '```powershell') { $code = @() }
    }
    elseif ($text -ne '```') {
        $code += $text
    }
    else {
        try {
            $screen = . ([scriptblock]::Create($code -join "`n")) 2>&1 3>&1 |
                ForEach-Object { if ($_ -is [System.Management.Automation.WarningRecord]) { "WARNING: $_" } else { $_ } } | Out-String -Width 80
        }
        catch {
            $screen = $_ | Out-String -Width 80
        }
        ConvertTo-Json -Compress ($screen -replace '(?m) +\r?$' -replace '^\n+|\n+$')
        $code = $null
    }
}
