<#
.SYNOPSIS
    Creates or updates the contacts of a CSV file. Rows that fail are written to another file.
.DESCRIPTION
    The columns have the names of parameters of New-IntercomContact: ExternalId, Email, Name, Phone, Role, CustomAttributes.plan. -ColumnMap names columns that
    are called otherwise. If another column is left, the script ends before it sends a request. An empty cell leaves the field unchanged. A row of empty cells is
    omitted.
    Import-IntercomContact does the same without a checkpoint in one command, sends only what differs, and reports each row.
    Without a token, the script uses the embedded sandbox. If INTERCOM_TOKEN is set, it uses the real workspace. Run it with -WhatIf first.
    If a run is interrupted (a restart, a power cut), run the script again. It continues with the remaining rows, because the file of -Checkpoint records the completed ones.
    If some rows fail, the file of -FailedPath contains them with the columns of the input. Correct them, and pass the file to -Path with -FromFailed.
    In this file, an apostrophe precedes each cell that a spreadsheet could run as a formula. -FromFailed removes it.
    The file also contains rows whose requests were in progress when a run was interrupted. Sending such a row again updates a user, but may create a second lead.
.EXAMPLE
    dotnet run --project src/Intercom.Shell -- -File docs/examples/sync-contacts.ps1 -Path people.csv -WhatIf
.EXAMPLE
    ./sync-contacts.ps1 -Path kunden.csv -Delimiter ';' -ColumnMap @{ Vorname = 'Name'; Geburtstag = 'CustomAttributes.birthday' } -DateFormat dd.MM.yyyy
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [string] $Path = "$PSScriptRoot/contacts.csv",

    # The character between the columns of the file.
    [char] $Delimiter = ',',

    # Columns whose names are not those of parameters, with the parameters: @{ 'E-Mail address' = 'Email' }.
    [hashtable] $ColumnMap = @{},

    # The format of the dates in the file, such as dd.MM.yyyy, unless they are ISO 8601.
    [string[]] $DateFormat,

    # The CSV file for the rows that fail, which is safe to open in a spreadsheet. The default is in a new folder that only you can read.
    [string] $FailedPath,

    # Indicates that the file of -Path is the -FailedPath of an earlier run. The apostrophes that it added to cells are removed.
    [switch] $FromFailed,

    # The journal of the run. The default is a file beside the input. For the sandbox, which lasts for one session, it is a temporary file.
    [string] $Checkpoint
)

$ErrorActionPreference = 'Stop'
# In the repository, imports the module that was built there, elsewhere the installed module.
if (-not (Get-Module Intercom)) { Import-Module $(if (Test-Path -LiteralPath "$PSScriptRoot/../../out/Intercom") { "$PSScriptRoot/../../out/Intercom" } else { 'Intercom' }) }
if (-not (Test-Path Env:INTERCOM_TOKEN) -and -not (Get-IntercomConnection)) {
    Write-Warning 'INTERCOM_TOKEN is not set. This script uses the sandbox and its sample data.'
    $null = Connect-Intercom -Sandbox
}
if (-not $Checkpoint) { $Checkpoint = if ((Get-IntercomConnection -Current).IsSandbox) { "$([System.IO.Path]::GetTempPath())intercom-sync-$([guid]::NewGuid().ToString('N')).journal" } else { "$Path.journal" } }
$rows = @(Import-Csv -LiteralPath $Path -Encoding utf8 -Delimiter $Delimiter)
"Rows in ${Path}: $($rows.Count)"

# Customers write names and subjects, and a spreadsheet runs text with this beginning as a formula. An apostrophe before the text prevents it.
# Numbers and telephone numbers stay unchanged.
function ConvertTo-SafeRow {
    process {
        $safe = [ordered]@{}
        foreach ($cell in $_.PSObject.Properties) { $safe[$cell.Name] = if (Test-Formula $cell.Value) { "'$($cell.Value)" } else { $cell.Value } }
        [pscustomobject]$safe
    }
}
function Test-Formula($value) {
    $lead = "^'*[ \n\v\f\u00A0]*"
    "$value" -match "$lead[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]" -and
        "$value" -notmatch "$lead([+-]([0-9]+([.,][0-9]+)*|\.[0-9]+)([eE][+-]?[0-9]+)? *|\+[ ().\-]*[0-9][0-9 ().\-]*)\z"
}
if ($FromFailed) {
    foreach ($cell in $rows | ForEach-Object { $_.PSObject.Properties }) { if ("$($cell.Value)" -like "'*" -and (Test-Formula $cell.Value)) { $cell.Value = $cell.Value.Substring(1) } }
}

# The cmdlet ignores columns without a parameter. This check finds misspelled columns and files with semicolons before the run.
$columns = @(if ($rows) { $rows[0].PSObject.Properties.Name })
$known = (Get-Command New-IntercomContact).Parameters.Values | Where-Object { $_.ParameterSets.Values.ValueFromPipelineByPropertyName -contains $true } | ForEach-Object { $_.Name; $_.Aliases }
$unknown = @($columns | Where-Object { $_ -notin $known -and $_ -notlike 'CustomAttributes.*' -and -not $ColumnMap.Contains($_) })
if ($unknown) { throw "New-IntercomContact does not accept the column '$($unknown -join "', '")'. Rename or remove it in '$Path', map it with -ColumnMap, or specify the -Delimiter of the file. Accepted columns: $($known -join ', ')." }

# An empty cell is not a value. Only columns with a value are passed on.
$people = @($rows | ForEach-Object {
    $person = [ordered]@{}
    foreach ($cell in $_.PSObject.Properties) { if ($cell.Value -or $ColumnMap.Contains($cell.Name)) { $person[$cell.Name] = $cell.Value } }
    if ("$($person.Values)".Trim()) { [pscustomobject]$person }
})
if ($people.Count -lt $rows.Count) { "Empty rows, omitted: $($rows.Count - $people.Count)" }

$reading = @{}
if ($ColumnMap.Count) { $reading.ColumnMap = $ColumnMap }
if ($DateFormat) { $reading.DateFormat = $DateFormat }
$people | New-IntercomContact -UpdateIfExists @reading -Checkpoint $Checkpoint -ErrorVariable failed -ErrorAction SilentlyContinue | Format-Table
# The run is complete, so the next one starts from the beginning.
if (Test-Path -LiteralPath $Checkpoint) { Remove-Item -LiteralPath $Checkpoint }

if ($failed) {
    "$($failed.Count) rows failed:"
    $failed | ForEach-Object { [pscustomobject]@{ Row = "$(@($_.TargetObject.PSObject.Properties.Value)[0])"; Why = "$_" } } | Format-Table -Wrap
    if (-not $WhatIfPreference) {
        if (-not $FailedPath) {
            $folder = if ($PSEdition -eq 'Core') { [System.IO.Directory]::CreateTempSubdirectory('intercom-').FullName } else { [System.IO.Directory]::CreateDirectory([System.IO.Path]::GetTempPath() + [guid]::NewGuid()).FullName }
            $FailedPath = "$folder/intercom-failed.csv"
        }
        $failed.TargetObject | Select-Object $columns | ConvertTo-SafeRow | Export-Csv -LiteralPath $FailedPath -NoTypeInformation -Encoding utf8 -Delimiter $Delimiter
    }
}
''
if (-not $WhatIfPreference) { "$($people.Count - $failed.Count) of $($people.Count) rows are in the workspace." }
if ($failed) { throw "$($failed.Count) of $($people.Count) rows failed$(if (-not $WhatIfPreference) { ". They are in '$FailedPath'. Correct them, and pass the file to -Path with -FromFailed" })." }
