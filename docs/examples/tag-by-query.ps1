<#
.SYNOPSIS
    Tags every contact that a query finds; with -Sync also takes the tag off those that it no longer finds.
.DESCRIPTION
    Without a token it works on the embedded sandbox; with INTERCOM_TOKEN set, on the real workspace. Look at it with -WhatIf first.
.EXAMPLE
    dotnet run --project src/Intercom.Shell -- -File docs/examples/tag-by-query.ps1 -Tag 'Large account' -Sync
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    # The tag; it is made when the workspace does not have it.
    [string] $Tag = 'Large account',

    # Who is to have it: a script block, a hashtable or Intercom's JSON.
    [object] $Query = { $_.Role -eq 'user' -and $_.CustomAttributes.plan -in 'premium', 'enterprise' -and $_.CustomAttributes.seats -ge 20 },

    # Takes the tag off everybody else.
    [switch] $Sync
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Module Intercom)) { Import-Module "$PSScriptRoot/../../out/Intercom" }
if (-not $env:INTERCOM_TOKEN -and -not (Get-IntercomConnection)) { $null = Connect-Intercom -Sandbox }
'The query, as it is sent:'
(Test-IntercomQuery $Query).Sent

$known = Get-IntercomTag | Where-Object Name -eq $Tag
if (-not $known) { $known = New-IntercomTag $Tag }

$due = @(Search-IntercomContact $Query)
$have = if ($known) { @(Search-IntercomContact (New-IntercomQuery tag_id = $known.Id)) } else { @() }
$missing = @($due | Where-Object Id -notin $have.Id)
$surplus = @($have | Where-Object Id -notin $due.Id)
''
"Found $($due.Count); $($missing.Count) are to get the tag '$Tag', $($surplus.Count) have it and are not found."
$missing | Select-Object -First 10 | Format-Table

if ($missing) { $missing | Add-IntercomTag $Tag -ErrorAction Continue }
if ($Sync -and $surplus) { $surplus | Remove-IntercomTag $Tag -ErrorAction Continue }
if (-not $WhatIfPreference) { "Now $(@(Search-IntercomContact (New-IntercomQuery tag_id = (Get-IntercomTag -Name $Tag).Id)).Count) contacts carry it." }
