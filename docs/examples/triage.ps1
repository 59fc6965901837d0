<#
.SYNOPSIS
    Performs a complete support task: lists the open conversations, handles the first one, and creates a contact.
.DESCRIPTION
    Without a token, the script uses the embedded sandbox. If the environment variable INTERCOM_TOKEN is set, it uses the real workspace,
    and prompts before each change. -Confirm:$false skips the prompts, and -WhatIf only shows the changes.
.EXAMPLE
    dotnet run --project src/Intercom.Shell -- -File docs/examples/triage.ps1
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    # The tag for the conversation, which is created if it does not exist.
    [string] $Tag = 'Urgent',

    # The company of the new contact, by its id in your own system.
    [string] $Company = 'alder-works'
)

$ErrorActionPreference = 'Stop'
# In the repository, imports the module that was built there, elsewhere the installed module.
if (-not (Get-Module Intercom)) { Import-Module $(if (Test-Path -LiteralPath "$PSScriptRoot/../../out/Intercom") { "$PSScriptRoot/../../out/Intercom" } else { 'Intercom' }) }
if (-not (Test-Path Env:INTERCOM_TOKEN) -and -not (Get-IntercomConnection)) {
    Write-Warning 'INTERCOM_TOKEN is not set. This script uses the sandbox and its sample data.'
    $null = Connect-Intercom -Sandbox
}
# Prompts before every change of a real workspace, including one that was connected before.
if (-not (Get-IntercomConnection -Current).IsSandbox -and -not $PSBoundParameters.ContainsKey('Confirm')) { $ConfirmPreference = 'Low' }

$me = Get-IntercomAdmin -Me
"Working in $($me.App) as $me."

''
'Open conversations, most recently updated first:'
$open = @(Search-IntercomConversation (New-IntercomQuery state = open) -SortBy updated_at -Descending -First 8)
$open | Format-Table

if ($open) {
    $first = $open[0]
    "Taking care of conversation $($first.Id): $($first.Subject)"
    $null = $first | Send-IntercomReply "We're looking into this for you."
    $first | Add-IntercomNote "Picked up by $me."
    $first | Set-IntercomConversationAssignee -ToAdmin $me.Email
    $null = New-IntercomTag $Tag
    $first | Add-IntercomTag $Tag
    $first | Close-IntercomConversation -Body 'This is solved. Write again whenever you need us.'

    if (-not $WhatIfPreference) {
        ''
        'What changed:'
        $after = $first | Get-IntercomConversation -PlainText
        $after | Format-Table
        $after.ConversationParts | Format-Table
        "Tags: $($after.Tags)"
    }
}

''
'A new customer:'
$contact = New-IntercomContact "new.user.$(Get-Date -Format yyyyMMddHHmmss)@acme.example" -Name 'New User' -CustomAttribute @{ plan = 'premium' }
if ($contact) {
    $null = New-IntercomCompany $Company
    $contact | Add-IntercomContactCompany -ExternalCompanyId $Company
    $contact | Send-IntercomEvent purchased-plan -Metadata @{ plan = 'premium'; price = 99 }
    $contact | Get-IntercomContact | Format-Table
    $contact | Get-IntercomCompany | Format-Table
    $contact | Get-IntercomEvent | Format-Table
}
''
'Calls made:'
Get-IntercomRateLimit | Format-Table
