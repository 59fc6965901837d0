<#
.SYNOPSIS
    Runs fourteen common queries, and shows the number of results of each. Nothing is changed.
.DESCRIPTION
    Without a token, the script uses the embedded sandbox. If INTERCOM_TOKEN is set, it uses the real workspace.
.EXAMPLE
    dotnet run --project src/Intercom.Shell -- -File docs/examples/queries.ps1
#>
[CmdletBinding()]
param()

$ErrorActionPreference = 'Stop'
# In the repository, imports the module that was built there, elsewhere the installed module.
if (-not (Get-Module Intercom)) { Import-Module $(if (Test-Path -LiteralPath "$PSScriptRoot/../../out/Intercom") { "$PSScriptRoot/../../out/Intercom" } else { 'Intercom' }) }
if (-not (Test-Path Env:INTERCOM_TOKEN) -and -not (Get-IntercomConnection)) {
    Write-Warning 'INTERCOM_TOKEN is not set. This script uses the sandbox and its sample data.'
    $null = Connect-Intercom -Sandbox
}

function Show($what, $found) { '{0,-62} {1,5}' -f $what, @($found).Count }

# Contacts
Show 'Users' (Search-IntercomContact @{ role = 'user' })
Show 'Leads without an email address' (Search-IntercomContact { $_.Role -eq 'lead' -and $_.Email -eq $null })
Show 'Users on a paid plan' (Search-IntercomContact @{ role = 'user'; 'custom_attributes.plan' = 'premium', 'enterprise' })
$since = (Get-Date).AddDays(-30)
Show 'Signed up in the last 30 days' (Search-IntercomContact { $_.SignedUpAt -gt $since } -WarningAction SilentlyContinue)
Show 'The same, to the second' (Search-IntercomContact { $_.SignedUpAt -gt $since } -Exact)
Show 'Not seen for a year' (Search-IntercomContact { $_.LastSeenAt -lt (Get-Date).Date.AddYears(-1) })
Show 'At one company, by address' (Search-IntercomContact (New-IntercomQuery email_domain = iris-health.example))
Show 'Neither in Dublin nor in Lisbon' (Search-IntercomContact { $_.Location.City -notin 'Dublin', 'Lisbon' })
Show 'Large trials' (Search-IntercomContact { $_.CustomAttributes.trial -and $_.CustomAttributes.seats -ge 20 })

# Conversations
Show 'Open' (Search-IntercomConversation (New-IntercomQuery state = open))
Show 'Open and not assigned' (Search-IntercomConversation { $_.Open -and $_.AdminAssigneeId -eq $null -and $_.TeamAssigneeId -eq $null })
Show 'Waiting for us for more than three days' (Search-IntercomConversation { $_.State -eq 'open' -and $_.WaitingSince -lt (Get-Date).AddDays(-3) })
Show 'Mentioning an invoice' (Search-IntercomConversation { $_.Source.Body -like '*invoice*' })
Show 'Rated badly' (Search-IntercomConversation { $_.ConversationRating.Score -le 2 })

''
'The query as it is sent, with its notes:'
Test-IntercomQuery { $_.CreatedAt -ge $since -and $_.Role -eq 'user' } | Format-List
