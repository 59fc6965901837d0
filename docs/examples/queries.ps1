<#
.SYNOPSIS
    A dozen real queries, each with what it finds. Nothing is changed.
.DESCRIPTION
    Without a token it works on the embedded sandbox; with INTERCOM_TOKEN set, on the real workspace.
.EXAMPLE
    dotnet run --project src/Intercom.Shell -- -File docs/examples/queries.ps1
#>
[CmdletBinding()]
param()

$ErrorActionPreference = 'Stop'
# Beside the sources, import the module that was built from them, elsewhere the installed one.
if (-not (Get-Module Intercom)) { Import-Module $(if (Test-Path -LiteralPath "$PSScriptRoot/../../out/Intercom") { "$PSScriptRoot/../../out/Intercom" } else { 'Intercom' }) }
if (-not (Test-Path Env:INTERCOM_TOKEN) -and -not (Get-IntercomConnection)) {
    Write-Warning 'INTERCOM_TOKEN is not set: this works on the sandbox and its sample data.'
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
Show 'Open and nobody has them' (Search-IntercomConversation { $_.Open -and $_.AdminAssigneeId -eq $null -and $_.TeamAssigneeId -eq $null })
Show 'Waiting for us for more than three days' (Search-IntercomConversation { $_.State -eq 'open' -and $_.WaitingSince -lt (Get-Date).AddDays(-3) })
Show 'Speaking of an invoice' (Search-IntercomConversation { $_.Source.Body -like '*invoice*' })
Show 'Rated badly' (Search-IntercomConversation { $_.ConversationRating.Score -le 2 })

''
'What is sent, and what there is to say about it:'
Test-IntercomQuery { $_.CreatedAt -ge $since -and $_.Role -eq 'user' } | Format-List
