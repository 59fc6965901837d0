<#
.SYNOPSIS
    Exports everything that the workspace holds about one person, and deletes the person.
.DESCRIPTION
    Without a token it works on the embedded sandbox, on the author of its latest conversation; with INTERCOM_TOKEN set, on the real workspace, where it prompts before it deletes.
    The export is one JSON file: the contact with its tags, notes and companies, the segments, the subscriptions, the events, and the conversations with all their parts.
    Deleting the contact for good leaves the conversations in Intercom; -ExportOnly deletes nothing.
.EXAMPLE
    dotnet run --project src/Intercom.Shell -- -File docs/examples/gdpr-person.ps1 -Email jane@acme.example -Path jane.json -ExportOnly
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    # The person's email address; the script processes every contact with this address.
    [string] $Email,

    # The file; it is overwritten. On a real workspace it must be given: once the person is deleted, it is all that is left.
    [string] $Path,

    # Deletes nothing.
    [switch] $ExportOnly
)

$ErrorActionPreference = 'Stop'
# Beside the sources, import the module that was built from them, elsewhere the installed one.
if (-not (Get-Module Intercom)) { Import-Module $(if (Test-Path -LiteralPath "$PSScriptRoot/../../out/Intercom") { "$PSScriptRoot/../../out/Intercom" } else { 'Intercom' }) }
if (-not (Test-Path Env:INTERCOM_TOKEN) -and -not (Get-IntercomConnection)) {
    Write-Warning 'INTERCOM_TOKEN is not set: this works on the sandbox and its sample data.'
    $null = Connect-Intercom -Sandbox
}
$sandbox = (Get-IntercomConnection -Current).IsSandbox
if (-not $Path) {
    if (-not $sandbox) { throw 'Where are the data to go? Give -Path, at a place that keeps them.' }
    $Path = "$(if ($PSEdition -eq 'Core') { [System.IO.Directory]::CreateTempSubdirectory('intercom-').FullName } else { [System.IO.Directory]::CreateDirectory([System.IO.Path]::GetTempPath() + [guid]::NewGuid()).FullName })/intercom-person.json"
}
if (-not $Email) {
    if (-not $sandbox) { throw 'Whose data? Give -Email.' }
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
ConvertTo-Json @($data) -Depth 12 | Set-Content -LiteralPath $Path -Encoding utf8
foreach ($person in $data) {
    "$($person.Contact): $($person.Conversations.Count) conversations, $($person.Events.Count) events, $($person.Contact.Notes.Count) notes, $($person.Contact.Companies.Count) companies, $($person.Segments.Count) segments."
}
if (-not $WhatIfPreference) { "Written to $Path." }

if (-not $ExportOnly) {
    $contacts | Remove-IntercomContact -ErrorVariable failed -ErrorAction Continue
    if (-not $WhatIfPreference) {
        'Looking for what is left:'
        $left = @($contacts.Id | Get-IntercomContact -ErrorVariable gone -ErrorAction SilentlyContinue)
        $unread = @($gone | Where-Object { $_.CategoryInfo.Category -ne 'ObjectNotFound' })
        "$($contacts.Count - $left.Count - $unread.Count) of $($contacts.Count) contacts are deleted."
        if ($failed -or $unread) { throw "It is not certain that everything is deleted: $($left.Count) contacts are still there, $($unread.Count) could not be looked for. Started again, it exports and deletes what is left; use another -Path, because this file is overwritten." }
    }
}
