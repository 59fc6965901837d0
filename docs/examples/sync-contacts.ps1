<#
.SYNOPSIS
    Brings the contacts of a CSV file into the workspace: new ones are created, known ones changed; what fails goes into a file of its own.
.DESCRIPTION
    The columns are named as the parameters of New-IntercomContact: ExternalId, Email, Name, Phone, Role. A column of another name ends the run before anything
    is sent. An empty cell leaves the field as it is; a row of empty cells is left out.
    Without a token it works on the embedded sandbox; with INTERCOM_TOKEN set, on the real workspace. Run it with -WhatIf first.
    When it was interrupted (a restart, a power cut): start it again, and it does what is left; what it had done is noted in the file of -Checkpoint.
    When some rows failed: the file of -FailedPath has the columns of the input, which you can correct and pass as -Path, with -FromFailed.
    A cell that a spreadsheet could run as a formula has an apostrophe in front there, which -FromFailed takes away again.
    Rows that were under way when a run was interrupted are among them. Given again, a user is changed and not doubled; a lead might be doubled.
.EXAMPLE
    dotnet run --project src/Intercom.Shell -- -File docs/examples/sync-contacts.ps1 -Path people.csv -WhatIf
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [string] $Path = "$PSScriptRoot/contacts.csv",

    # Where the rows go that failed, as CSV that is safe to open in a spreadsheet; by default a new folder that only you can read.
    [string] $FailedPath,

    # The file of -Path was written by an earlier run as its -FailedPath: the apostrophes that it put in front of cells are taken away again.
    [switch] $FromFailed,

    # The journal of the run. The default is a file beside the input. For the sandbox, which lasts for one session, it is a temporary file.
    [string] $Checkpoint
)

$ErrorActionPreference = 'Stop'
# Beside the sources, import the module that was built from them, elsewhere the installed one.
if (-not (Get-Module Intercom)) { Import-Module $(if (Test-Path -LiteralPath "$PSScriptRoot/../../out/Intercom") { "$PSScriptRoot/../../out/Intercom" } else { 'Intercom' }) }
if (-not (Test-Path Env:INTERCOM_TOKEN) -and -not (Get-IntercomConnection)) {
    Write-Warning 'INTERCOM_TOKEN is not set: this works on the sandbox and its sample data.'
    $null = Connect-Intercom -Sandbox
}
if (-not $Checkpoint) { $Checkpoint = if ((Get-IntercomConnection -Current).IsSandbox) { "$([System.IO.Path]::GetTempPath())intercom-sync-$([guid]::NewGuid().ToString('N')).journal" } else { "$Path.journal" } }
$rows = @(Import-Csv -LiteralPath $Path -Encoding utf8)
"Rows in ${Path}: $($rows.Count)"

# A spreadsheet runs a text that begins like this, and customers write names and subjects: an apostrophe goes in front. Numbers and telephone numbers stay.
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

# The cmdlet leaves out what it has no parameter for; a column that is lost for a slip of the pen, or a file with semicolons, is better found before the run.
$columns = @(if ($rows) { $rows[0].PSObject.Properties.Name })
$known = (Get-Command New-IntercomContact).Parameters.Values | Where-Object { $_.ParameterSets.Values.ValueFromPipelineByPropertyName -contains $true } | ForEach-Object { $_.Name; $_.Aliases }
$unknown = @($columns | Where-Object { $_ -notin $known })
if ($unknown) { throw "New-IntercomContact takes no column '$($unknown -join "', '")'. Rename or remove it in '$Path', and separate the columns by commas. It takes: $($known -join ', ')." }

# An empty cell is not a value. Only columns with a value are passed on.
$people = @($rows | ForEach-Object {
    $person = [ordered]@{}
    foreach ($cell in $_.PSObject.Properties) { if ($cell.Value) { $person[$cell.Name] = $cell.Value } }
    if ($person.Count) { [pscustomobject]$person }
})
if ($people.Count -lt $rows.Count) { "Empty rows, left out: $($rows.Count - $people.Count)" }

$people | New-IntercomContact -UpdateIfExists -Checkpoint $Checkpoint -ErrorVariable failed -ErrorAction SilentlyContinue | Format-Table
# The run came to its end: the next one is a new one.
if (Test-Path -LiteralPath $Checkpoint) { Remove-Item -LiteralPath $Checkpoint }

if ($failed) {
    "$($failed.Count) rows failed:"
    $failed | ForEach-Object { [pscustomobject]@{ Row = "$(@($_.TargetObject.PSObject.Properties.Value)[0])"; Why = "$_" } } | Format-Table -Wrap
    if (-not $WhatIfPreference) {
        if (-not $FailedPath) {
            $folder = if ($PSEdition -eq 'Core') { [System.IO.Directory]::CreateTempSubdirectory('intercom-').FullName } else { [System.IO.Directory]::CreateDirectory([System.IO.Path]::GetTempPath() + [guid]::NewGuid()).FullName }
            $FailedPath = "$folder/intercom-failed.csv"
        }
        $failed.TargetObject | Select-Object $columns | ConvertTo-SafeRow | Export-Csv -LiteralPath $FailedPath -NoTypeInformation -Encoding utf8
    }
}
''
if (-not $WhatIfPreference) { "$($people.Count - $failed.Count) of $($people.Count) rows are in the workspace." }
if ($failed) { throw "$($failed.Count) of $($people.Count) rows failed$(if (-not $WhatIfPreference) { "; they are in '$FailedPath'. Correct them, and pass the file as -Path with -FromFailed" })." }
