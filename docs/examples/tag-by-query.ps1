<#
.SYNOPSIS
    Tags every contact that a query finds; with -Sync also removes the tag from contacts that it no longer finds.
.DESCRIPTION
    Without a token it works on the embedded sandbox; with INTERCOM_TOKEN set, on the real workspace. Run it with -WhatIf first.
.EXAMPLE
    dotnet run --project src/Intercom.Shell -- -File docs/examples/tag-by-query.ps1 -Tag 'Large account' -Sync
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    # The tag; it is created if the workspace does not have it.
    [string] $Tag = 'Large account',

    # The contacts to tag: a script block, a hashtable or Intercom's JSON.
    [object] $Query = { $_.Role -eq 'user' -and $_.CustomAttributes.plan -in 'premium', 'enterprise' -and $_.CustomAttributes.seats -ge 20 },

    # Takes the tag off everybody else.
    [switch] $Sync
)

$ErrorActionPreference = 'Stop'
# Beside the sources, import the module that was built from them, elsewhere the installed one.
if (-not (Get-Module Intercom)) { Import-Module $(if (Test-Path -LiteralPath "$PSScriptRoot/../../out/Intercom") { "$PSScriptRoot/../../out/Intercom" } else { 'Intercom' }) }
if (-not (Test-Path Env:INTERCOM_TOKEN) -and -not (Get-IntercomConnection)) {
    Write-Warning 'INTERCOM_TOKEN is not set: this works on the sandbox and its sample data.'
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
"Found $($due.Count); $($missing.Count) are to get the tag '$Tag', $($surplus.Count) have it and are not found."
$missing | Select-Object -First 10 | Format-Table

$missing | Add-IntercomTag $Tag -ErrorVariable failed -ErrorAction Continue
if ($Sync) { $surplus | Remove-IntercomTag $Tag -ErrorVariable +failed -ErrorAction Continue }
if (-not $WhatIfPreference) { "The search finds $(@(Search-IntercomContact (New-IntercomQuery tag_id = $known.Id)).Count) contacts that carry it now; $($failed.Count) changes failed." }
if ($failed) { throw "$($failed.Count) contacts could not be changed: the errors above name them. Another run does what is left." }
