<#
.SYNOPSIS
    Tags every contact that a query finds. With -Sync, also removes the tag from contacts that it no longer finds.
.DESCRIPTION
    Without a token, the script uses the embedded sandbox. If INTERCOM_TOKEN is set, it uses the real workspace. Run it with -WhatIf first.
.EXAMPLE
    dotnet run --project src/Intercom.Shell -- -File docs/examples/tag-by-query.ps1 -Tag 'Large account' -Sync
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    # The tag, which is created if it does not exist.
    [string] $Tag = 'Large account',

    # The contacts to tag: a script block, a hashtable or Intercom's JSON.
    [object] $Query = { $_.Role -eq 'user' -and $_.CustomAttributes.plan -in 'premium', 'enterprise' -and $_.CustomAttributes.seats -ge 20 },

    # Removes the tag from all other contacts.
    [switch] $Sync
)

$ErrorActionPreference = 'Stop'
# In the repository, imports the module that was built there, elsewhere the installed module.
if (-not (Get-Module Intercom)) { Import-Module $(if (Test-Path -LiteralPath "$PSScriptRoot/../../out/Intercom") { "$PSScriptRoot/../../out/Intercom" } else { 'Intercom' }) }
if (-not (Test-Path Env:INTERCOM_TOKEN) -and -not (Get-IntercomConnection)) {
    Write-Warning 'INTERCOM_TOKEN is not set. This script uses the sandbox and its sample data.'
    $null = Connect-Intercom -Sandbox
}
'The query, as it is sent:'
(Test-IntercomQuery $Query).Sent

$known = Get-IntercomTag | Where-Object Name -eq $Tag
if (-not $known) { $known = New-IntercomTag $Tag }

$due = [ordered]@{}
Search-IntercomContact $Query | ForEach-Object { $due[$_.Id] = $_ }
$have = [ordered]@{}
if ($known) { Search-IntercomContact (New-IntercomQuery tag_id = $known.Id) | ForEach-Object { $have[$_.Id] = $_ } }
$missing = @($due.Values | Where-Object { -not $have.Contains($_.Id) })
$surplus = @($have.Values | Where-Object { -not $due.Contains($_.Id) })
''
"The query finds $($due.Count) contacts. $($missing.Count) of them do not have the tag '$Tag'. $($surplus.Count) other contacts have it."
$missing | Select-Object -First 10 | Format-Table

$missing | Add-IntercomTag $Tag -ErrorVariable failed -ErrorAction Continue
if ($Sync) { $surplus | Remove-IntercomTag $Tag -ErrorVariable +failed -ErrorAction Continue }
if (-not $WhatIfPreference) { "The search finds $(@(Search-IntercomContact (New-IntercomQuery tag_id = $known.Id)).Count) contacts with the tag now. $($failed.Count) changes failed." }
if ($failed) { throw "$($failed.Count) contacts could not be changed. The errors above name them. Run the script again to complete the changes." }
