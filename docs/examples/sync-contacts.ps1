<#
.SYNOPSIS
    Brings the contacts of a CSV file into the workspace: new ones are created, known ones changed; what fails goes into a file of its own.
.DESCRIPTION
    The columns are named as the parameters of New-IntercomContact: ExternalId, Email, Name, Phone, Role. An empty cell leaves the field as it is.
    Without a token it works on the embedded sandbox; with INTERCOM_TOKEN set, on the real workspace. Look at it with -WhatIf first.
    When it was interrupted, or some rows failed: the file of -FailedPath has the columns of the input, and can be given as -Path.
.EXAMPLE
    dotnet run --project src/Intercom.Shell -- -File docs/examples/sync-contacts.ps1 -Path people.csv -WhatIf
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [string] $Path = "$PSScriptRoot/contacts.csv",

    # Where the rows go that failed.
    [string] $FailedPath = "$([System.IO.Path]::GetTempPath())intercom-failed.csv"
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

$done = @($people | New-IntercomContact -UpdateIfExists -ErrorVariable failed -ErrorAction SilentlyContinue)
$done | Format-Table

if ($failed) {
    "$($failed.Count) rows failed:"
    $failed | ForEach-Object { [pscustomobject]@{ Row = $_.TargetObject.ExternalId; Why = "$_" } } | Format-Table
    $failed.TargetObject | Select-Object $rows[0].PSObject.Properties.Name | Export-Csv $FailedPath
    "They are in $FailedPath."
}
''
"$($done.Count) of $($rows.Count) rows are in the workspace."
