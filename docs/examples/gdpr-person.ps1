<#
.SYNOPSIS
    Writes down everything that the workspace holds about one person, and deletes the person.
.DESCRIPTION
    Without a token it works on the embedded sandbox, on the writer of its latest conversation; with INTERCOM_TOKEN set, on the real workspace, and then it asks before it deletes.
    The export is one JSON file: the contact with its tags, notes and companies, the segments, the subscriptions, the events, and the conversations with all their parts.
    Deleting the contact for good leaves the conversations in Intercom; -ExportOnly deletes nothing.
.EXAMPLE
    dotnet run --project src/Intercom.Shell -- -File docs/examples/gdpr-person.ps1 -Email jane@acme.example -ExportOnly
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    # The person's e-mail address; every contact that has it is meant.
    [string] $Email,

    # The file; it is overwritten.
    [string] $Path = "$([System.IO.Path]::GetTempPath())intercom-person.json",

    # Deletes nothing.
    [switch] $ExportOnly
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Module Intercom)) { Import-Module "$PSScriptRoot/../../out/Intercom" }
if (-not $env:INTERCOM_TOKEN -and -not (Get-IntercomConnection)) { $null = Connect-Intercom -Sandbox }
if (-not $Email) {
    if (-not (Get-IntercomConnection -Current).IsSandbox) { throw 'Whose data? Give -Email.' }
    $Email = (Get-IntercomConversation -First 1).Source.Author.Email
    # On the sandbox nobody is asked.
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
ConvertTo-Json @($data) -Depth 12 | Set-Content $Path
foreach ($person in $data) {
    "$($person.Contact): $($person.Conversations.Count) conversations, $($person.Events.Count) events, $($person.Contact.Notes.Count) notes, $($person.Contact.Companies.Count) companies, $($person.Segments.Count) segments."
}
"Written to $Path."

if (-not $ExportOnly) {
    $contacts | Remove-IntercomContact -ErrorVariable failed -ErrorAction Continue
    if (-not $WhatIfPreference) {
        "Deleted; $($failed.Count) failed. Looking for what is left:"
        $left = @($contacts.Id | Get-IntercomContact -ErrorAction SilentlyContinue)
        "$($left.Count) of $($contacts.Count) contacts are still there."
    }
}
