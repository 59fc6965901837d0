<#
.SYNOPSIS
    Writes all conversations since a date to a file, with all of their parts, as one JSON object on each line.
.DESCRIPTION
    Without a token, the script uses the embedded sandbox. If INTERCOM_TOKEN is set, it uses the real workspace, and changes nothing there.
.EXAMPLE
    dotnet run --project src/Intercom.Shell -- -File docs/examples/export-conversations.ps1 -Since 2026-01-01 -Path conversations.jsonl
#>
[CmdletBinding()]
param(
    # The first day.
    [datetime] $Since = (Get-Date).Date.AddDays(-14),

    # The file. An existing file is replaced when the new one is complete.
    [string] $Path = "$(if ($PSEdition -eq 'Core') { [System.IO.Directory]::CreateTempSubdirectory('intercom-').FullName } else { [System.IO.Directory]::CreateDirectory([System.IO.Path]::GetTempPath() + [guid]::NewGuid()).FullName })/intercom-conversations.jsonl"
)

$ErrorActionPreference = 'Stop'
# In the repository, imports the module that was built there, elsewhere the installed module.
if (-not (Get-Module Intercom)) { Import-Module $(if (Test-Path -LiteralPath "$PSScriptRoot/../../out/Intercom") { "$PSScriptRoot/../../out/Intercom" } else { 'Intercom' }) }
if (-not (Test-Path Env:INTERCOM_TOKEN) -and -not (Get-IntercomConnection)) {
    Write-Warning 'INTERCOM_TOKEN is not set. This script uses the sandbox and its sample data.'
    $null = Connect-Intercom -Sandbox
}
$Path = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path)
$unfinished = "$Path.part"
# Creates the file even if there are no conversations.
[System.IO.File]::WriteAllText($unfinished, '')
$count = 0
$parts = 0
$states = @{}
# Writes the conversations one at a time, so that their number does not matter.
Search-IntercomConversation { $_.CreatedAt -ge $Since } -SortBy created_at | Get-IntercomConversation -PlainText -ErrorVariable failed -ErrorAction Continue | ForEach-Object {
    $count++
    $parts += @($_.ConversationParts).Count
    $states[$_.State] = 1 + $states[$_.State]
    $_ | ConvertTo-Json -Depth 10 -Compress
} | Set-Content -LiteralPath $unfinished -Encoding utf8
if ($failed) { throw "$($failed.Count) conversations could not be read. The errors above name them. The other $count are in '$unfinished'. '$Path' is unchanged." }
Move-Item -LiteralPath $unfinished $Path -Force

"Conversations since $($Since.ToString('yyyy-MM-dd')): $count, with $parts parts."
[pscustomobject]$states | Format-List
"Written to $Path, $([Math]::Round(([System.IO.FileInfo]$Path).Length / 1kb)) kB."
''
if ($count) {
    'The first conversation:'
    Get-Content -LiteralPath $Path -Encoding utf8 -TotalCount 1 | ForEach-Object { $_.Substring(0, [Math]::Min(300, $_.Length)) }
    ''
}
'Calls made:'
Get-IntercomRateLimit | Format-Table
