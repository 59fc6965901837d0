<#
.SYNOPSIS
    Brings the contacts of a CSV file into the workspace: new ones are created, known ones changed; what fails goes into a file of its own.
.DESCRIPTION
    The columns are named as the parameters of New-IntercomContact: ExternalId, Email, Name, Phone, Role. An empty cell leaves the field as it is.
    Without a token it works on the embedded sandbox; with INTERCOM_TOKEN set, on the real workspace. Look at it with -WhatIf first.
    When it was interrupted (a restart, a power cut): start it again, and it does what is left; what it had done is noted in the file of -Checkpoint.
    When some rows failed: the file of -FailedPath has the columns of the input, and can be given as -Path once they are mended.
.EXAMPLE
    dotnet run --project src/Intercom.Shell -- -File docs/examples/sync-contacts.ps1 -Path people.csv -WhatIf
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [string] $Path = "$PSScriptRoot/contacts.csv",

    # Where the rows go that failed.
    [string] $FailedPath = "$([System.IO.Path]::GetTempPath())intercom-failed.csv",

    # Where the run is noted down while it goes on. The sandbox forgets with the session, so there each run has one of its own.
    [string] $Checkpoint = "$([System.IO.Path]::GetTempPath())intercom-sync$(if (-not $env:INTERCOM_TOKEN) { "-$PID" }).journal"
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Module Intercom)) { Import-Module "$PSScriptRoot/../../out/Intercom" }
if (-not $env:INTERCOM_TOKEN -and -not (Get-IntercomConnection)) { $null = Connect-Intercom -Sandbox }
$rows = @(Import-Csv $Path)
"Rows in ${Path}: $($rows.Count)"

# An empty cell is no value: only the columns that say something are given on.
$people = $rows | ForEach-Object {
    $person = [ordered]@{}
    foreach ($cell in $_.PSObject.Properties) { if ($cell.Value) { $person[$cell.Name] = $cell.Value } }
    [pscustomobject]$person
}

$people | New-IntercomContact -UpdateIfExists -Checkpoint $Checkpoint -ErrorVariable failed -ErrorAction SilentlyContinue | Format-Table
# The run came to its end: the next one is a new one.
if (Test-Path $Checkpoint) { Remove-Item $Checkpoint }

if ($failed) {
    "$($failed.Count) rows failed:"
    $failed | ForEach-Object { [pscustomobject]@{ Row = $_.TargetObject.ExternalId; Why = "$_" } } | Format-Table
    $failed.TargetObject | Select-Object $rows[0].PSObject.Properties.Name | Export-Csv $FailedPath
    "They are in $FailedPath."
}
''
if (-not $WhatIfPreference) { "$($rows.Count - $failed.Count) of $($rows.Count) rows are in the workspace." }
