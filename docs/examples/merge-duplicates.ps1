<#
.SYNOPSIS
    Finds leads with the same email address as a user, and merges each into the user.
.DESCRIPTION
    Without a token, the script uses the embedded sandbox, and first creates three such leads. If INTERCOM_TOKEN is set, it uses the real workspace, and prompts
    before each merge, because a merge deletes the lead permanently. -WhatIf only shows the merges.
.EXAMPLE
    dotnet run --project src/Intercom.Shell -- -File docs/examples/merge-duplicates.ps1 -WhatIf
#>
[CmdletBinding(SupportsShouldProcess)]
param()

$ErrorActionPreference = 'Stop'
# In the repository, imports the module that was built there, elsewhere the installed module.
if (-not (Get-Module Intercom)) { Import-Module $(if (Test-Path -LiteralPath "$PSScriptRoot/../../out/Intercom") { "$PSScriptRoot/../../out/Intercom" } else { 'Intercom' }) }
if (-not (Test-Path Env:INTERCOM_TOKEN) -and -not (Get-IntercomConnection)) {
    Write-Warning 'INTERCOM_TOKEN is not set. This script uses the sandbox and its sample data.'
    $null = Connect-Intercom -Sandbox
}
$sandbox = (Get-IntercomConnection -Current).IsSandbox
if ($sandbox) {
    $null = Search-IntercomContact { $_.Role -eq 'user' -and $_.Email -ne $null } -First 3 | ForEach-Object {
        New-IntercomContact $_.Email -Role lead -Name "$($_.Name) (again)" -WaitVisible -WhatIf:$false
    }
    $ConfirmPreference = 'None'
}

# Reads both lists once, because a search for each lead would cost one call each.
$users = @{}
Search-IntercomContact { $_.Role -eq 'user' -and $_.Email -ne $null } | ForEach-Object { if (-not $users[$_.Email]) { $users[$_.Email] = $_ } }
$duplicates = @(Search-IntercomContact { $_.Role -eq 'lead' -and $_.Email -ne $null } | Where-Object { $users[$_.Email] })

"$($users.Count) users have an address. $($duplicates.Count) leads have one of these addresses."
$duplicates | ForEach-Object { [pscustomobject]@{ Email = $_.Email; Lead = $_.Name; LeadId = $_.Id; User = $users[$_.Email].Name; UserId = $users[$_.Email].Id } } | Format-Table

$merged = 0
$failed = 0
foreach ($lead in $duplicates) {
    $user = $lead | Merge-IntercomContact -Into $users[$lead.Email] -PassThru -ErrorVariable problem -ErrorAction Continue
    $failed += $problem.Count
    if ($user) { $merged++; "$($lead.Id) was merged into $($user.Id), $($user.Name)." }
}
if (-not $WhatIfPreference) { "$merged merged, $failed failed." }
if ($failed) { throw "$failed of $($duplicates.Count) leads could not be merged. The errors above name them. Run the script again to merge those that still exist." }
