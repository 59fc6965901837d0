<#
.SYNOPSIS
    Writes all conversations since a date to a file, with everything that was said in them: one JSON object on each line.
.DESCRIPTION
    Without a token it works on the embedded sandbox; with INTERCOM_TOKEN set, on the real workspace. Nothing is changed there.
.EXAMPLE
    dotnet run --project src/Intercom.Shell -- -File docs/examples/export-conversations.ps1 -Since 2026-01-01 -Path conversations.jsonl
#>
[CmdletBinding()]
param(
    # The first day.
    [datetime] $Since = (Get-Date).Date.AddDays(-14),

    # The file; an existing file is replaced when the new one is complete.
    [string] $Path = "$(if ($PSEdition -eq 'Core') { [System.IO.Directory]::CreateTempSubdirectory('intercom-').FullName } else { [System.IO.Directory]::CreateDirectory([System.IO.Path]::GetTempPath() + [guid]::NewGuid()).FullName })/intercom-conversations.jsonl"
)

$ErrorActionPreference = 'Stop'
# Beside the sources, import the module that was built from them, elsewhere the installed one.
if (-not (Get-Module Intercom)) { Import-Module $(if (Test-Path -LiteralPath "$PSScriptRoot/../../out/Intercom") { "$PSScriptRoot/../../out/Intercom" } else { 'Intercom' }) }
if (-not (Test-Path Env:INTERCOM_TOKEN) -and -not (Get-IntercomConnection)) {
    Write-Warning 'INTERCOM_TOKEN is not set: this works on the sandbox and its sample data.'
    $null = Connect-Intercom -Sandbox
}
$Path = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path)
$unfinished = "$Path.part"
# A file of no conversations is a file as well.
[System.IO.File]::WriteAllText($unfinished, '')
$count = 0
$parts = 0
$states = @{}
# One by one into the file, so that it does not matter how many they are.
Search-IntercomConversation { $_.CreatedAt -ge $Since } -SortBy created_at | Get-IntercomConversation -PlainText -ErrorVariable failed -ErrorAction Continue | ForEach-Object {
    $count++
    $parts += @($_.ConversationParts).Count
    $states[$_.State] = 1 + $states[$_.State]
    $_ | ConvertTo-Json -Depth 10 -Compress
} | Set-Content -LiteralPath $unfinished -Encoding utf8
if ($failed) { throw "$($failed.Count) conversations could not be read: the errors above name them. The other $count are in '$unfinished'; '$Path' is what it was." }
Move-Item -LiteralPath $unfinished $Path -Force

"Conversations since $($Since.ToString('yyyy-MM-dd')): $count, with $parts parts."
[pscustomobject]$states | Format-List
"Written to $Path, $([Math]::Round(([System.IO.FileInfo]$Path).Length / 1kb)) kB."
''
if ($count) {
    'The first of them:'
    Get-Content -LiteralPath $Path -Encoding utf8 -TotalCount 1 | ForEach-Object { $_.Substring(0, [Math]::Min(300, $_.Length)) }
    ''
}
'Calls made:'
Get-IntercomRateLimit | Format-Table
