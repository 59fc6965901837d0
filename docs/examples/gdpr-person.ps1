<#
.SYNOPSIS
    Exports everything that the workspace contains about one person, and deletes the person.
.DESCRIPTION
    Without a token, the script uses the embedded sandbox and the author of its latest conversation. If INTERCOM_TOKEN is set, it uses the real workspace, and prompts before it deletes.
    The export is one JSON file. It contains the contact with its tags, notes and companies, the segments, the subscriptions, the events, and the conversations with all their parts.
    The contact is deleted permanently, but the conversations stay in Intercom. With -ExportOnly, nothing is deleted.
.EXAMPLE
    dotnet run --project src/Intercom.Shell -- -File docs/examples/gdpr-person.ps1 -Email jane@acme.example -Path jane.json -ExportOnly
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    # The person's email address. The script processes every contact with this address.
    [string] $Email,

    # The file, which is overwritten. It is required on a real workspace, because after the deletion it contains the only copy.
    [string] $Path,

    # Exports the data without deleting the person.
    [switch] $ExportOnly
)

$ErrorActionPreference = 'Stop'
# In the repository, imports the module that was built there, elsewhere the installed module.
if (-not (Get-Module Intercom)) { Import-Module $(if (Test-Path -LiteralPath "$PSScriptRoot/../../out/Intercom") { "$PSScriptRoot/../../out/Intercom" } else { 'Intercom' }) }
if (-not (Test-Path Env:INTERCOM_TOKEN) -and -not (Get-IntercomConnection)) {
    Write-Warning 'INTERCOM_TOKEN is not set. This script uses the sandbox and its sample data.'
    $null = Connect-Intercom -Sandbox
}
$sandbox = (Get-IntercomConnection -Current).IsSandbox
if (-not $Path) {
    if (-not $sandbox) { throw '-Path is missing. Specify -Path, in a permanent location.' }
    $Path = "$(if ($PSEdition -eq 'Core') { [System.IO.Directory]::CreateTempSubdirectory('intercom-').FullName } else { [System.IO.Directory]::CreateDirectory([System.IO.Path]::GetTempPath() + [guid]::NewGuid()).FullName })/intercom-person.json"
}
if (-not $Email) {
    if (-not $sandbox) { throw '-Email is missing. Specify the email address of the person with -Email.' }
    $Email = (Get-IntercomConversation -First 1).Source.Author.Email
    # The sandbox does not require confirmation.
    $ConfirmPreference = 'None'
}

$contacts = @(Get-IntercomContact -Email $Email -Expand Tags, Notes, Companies)
"Contacts with the address ${Email}: $($contacts.Count)"
$contacts | Format-Table

$data = foreach ($contact in $contacts) {
    $conversations = @(Search-IntercomConversation (New-IntercomQuery contact_ids = $contact.Id) | Get-IntercomConversation -PlainText)
    [pscustomobject]@{
        ExportedAt    = Get-Date
        Contact       = $contact
        Segments      = @($contact | Get-IntercomSegment)
        Subscriptions = @($contact | Get-IntercomSubscriptionType)
        Events        = @($contact | Get-IntercomEvent)
        Conversations = $conversations
    }
}
ConvertTo-Json @($data) -Depth 12 | Set-Content -LiteralPath $Path -Encoding utf8
foreach ($person in $data) {
    "$($person.Contact): $($person.Conversations.Count) conversations, $($person.Events.Count) events, $($person.Contact.Notes.Count) notes, $($person.Contact.Companies.Count) companies, $($person.Segments.Count) segments."
}
if (-not $WhatIfPreference) { "Written to $Path." }

if (-not $ExportOnly) {
    $contacts | Remove-IntercomContact -ErrorVariable failed -ErrorAction Continue
    if (-not $WhatIfPreference) {
        'Checking that the contacts are deleted:'
        $left = @($contacts.Id | Get-IntercomContact -ErrorVariable gone -ErrorAction SilentlyContinue)
        $unread = @($gone | Where-Object { $_.CategoryInfo.Category -ne 'ObjectNotFound' })
        "$($contacts.Count - $left.Count - $unread.Count) of $($contacts.Count) contacts are deleted."
        if ($failed -or $unread) { throw "The data may not be completely deleted: $($left.Count) contacts still exist, and $($unread.Count) could not be checked. Run the script again to export and delete them. Use another -Path, because the file is overwritten." }
    }
}
