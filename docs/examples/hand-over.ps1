<#
.SYNOPSIS
    Hands over an admin's work to another admin: open and snoozed conversations, and the contacts that the admin owns. Then sets the admin to away.
.DESCRIPTION
    Without a token, the script uses the embedded sandbox. If INTERCOM_TOKEN is set, it uses the real workspace. Run it with -WhatIf first.
.EXAMPLE
    dotnet run --project src/Intercom.Shell -- -File docs/examples/hand-over.ps1 -From tomas@sandbox.example -To ines@sandbox.example -WhatIf
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    # The email address of the admin who leaves.
    [string] $From = 'tomas@sandbox.example',

    # The email address of the admin who takes over.
    [string] $To = 'ines@sandbox.example',

    # Keeps the admin's status.
    [switch] $StayActive
)

$ErrorActionPreference = 'Stop'
# In the repository, imports the module that was built there, elsewhere the installed module.
if (-not (Get-Module Intercom)) { Import-Module $(if (Test-Path -LiteralPath "$PSScriptRoot/../../out/Intercom") { "$PSScriptRoot/../../out/Intercom" } else { 'Intercom' }) }
if (-not (Test-Path Env:INTERCOM_TOKEN) -and -not (Get-IntercomConnection)) {
    Write-Warning 'INTERCOM_TOKEN is not set. This script uses the sandbox and its sample data.'
    $null = Connect-Intercom -Sandbox
}
$admins = Get-IntercomAdmin
$leaves, $takes = foreach ($address in $From, $To) {
    $found = $admins | Where-Object Email -eq $address
    if (-not $found) { throw "No admin has the address '$address'. The workspace has: $($admins.Email -join ', ')" }
    $found
}

$conversations = @(Search-IntercomConversation (New-IntercomQuery -All (New-IntercomQuery state IN open, snoozed), (New-IntercomQuery admin_assignee_id = $leaves.Id)))
"$($leaves.Name) has $($conversations.Count) open or snoozed conversations."
$conversations | Format-Table
$conversations | Set-IntercomConversationAssignee -ToAdmin $takes.Email -ErrorVariable failed -ErrorAction Continue

$contacts = @(Search-IntercomContact (New-IntercomQuery owner_id = $leaves.Id))
"$($leaves.Name) owns $($contacts.Count) contacts."
$contacts | Format-Table
$contacts | Set-IntercomContact -Owner $takes.Id -ErrorVariable +failed -ErrorAction Continue

if (-not $StayActive) { $leaves | Set-IntercomAdminStatus -Away $true -Reassign $true -ErrorVariable +failed -ErrorAction Continue }
if (-not $WhatIfPreference) { "Handed over to $($takes.Name); $($failed.Count) failed." }
if ($failed) { throw "$($failed.Count) changes failed. The errors above name them. Run the script again to hand over what $($leaves.Name) still has." }
