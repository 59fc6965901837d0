<#
.SYNOPSIS
    Closes the conversations in which the customer has not answered for 30 days, with a closing message.
.DESCRIPTION
    Without a token, the script uses the embedded sandbox. If INTERCOM_TOKEN is set, it uses the real workspace. Run it with -WhatIf first.
.EXAMPLE
    dotnet run --project src/Intercom.Shell -- -File docs/examples/close-waiting.ps1 -WhatIf
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    # The number of days without a message.
    [ValidateRange(1, 3650)] [int] $Days = 30,

    [string] $Body = 'We are closing this because we have not heard from you for a while. Write again whenever you need us.'
)

$ErrorActionPreference = 'Stop'
# In the repository, imports the module that was built there, elsewhere the installed module.
if (-not (Get-Module Intercom)) { Import-Module $(if (Test-Path -LiteralPath "$PSScriptRoot/../../out/Intercom") { "$PSScriptRoot/../../out/Intercom" } else { 'Intercom' }) }
if (-not (Test-Path Env:INTERCOM_TOKEN) -and -not (Get-IntercomConnection)) {
    Write-Warning 'INTERCOM_TOKEN is not set. This script uses the sandbox and its sample data.'
    $null = Connect-Intercom -Sandbox
}
$limit = (Get-Date).AddDays(-$Days)
# Selects conversations in which no contact waits for a reply, and the last message is an old one from an admin.
$waiting = @(Search-IntercomConversation { $_.State -eq 'open' -and $_.WaitingSince -eq $null -and $_.UpdatedAt -lt $limit } |
    Where-Object { $_.Statistics.LastAdminReplyAt -and -not ($_.Statistics.LastContactReplyAt -gt $_.Statistics.LastAdminReplyAt) })
"Open, and the customer has not answered since $($limit.ToString('yyyy-MM-dd')): $($waiting.Count)"
$waiting | Format-Table

$closed = @($waiting | Close-IntercomConversation -Body $Body -PassThru -ErrorVariable failed -ErrorAction Continue)
$closed | Format-Table
if (-not $WhatIfPreference) { "$($closed.Count) closed, $($failed.Count) failed." }
if ($failed) { throw "$($failed.Count) of $($waiting.Count) conversations could not be closed. The errors above name them. Run the script again to close those that are still open." }
