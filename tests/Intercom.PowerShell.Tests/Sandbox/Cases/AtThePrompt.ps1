# Commands that people type at a prompt in their first week, with the expected output.

# Before each
$null = Connect-Intercom -Sandbox
$c = Get-IntercomConversation 100120
$t = Get-IntercomTicket 300002

# A conversation that is read back from a file is still a conversation
$row = [pscustomobject]@{ ConversationId = '100120'; Id = '100120'; Type = 'conversation' }
$row | Add-IntercomTag VIP
$row | Add-IntercomNote Seen
$d = Get-IntercomConversation 100120
$d.Tags[0].Name
$d.ConversationParts[-1].Body
$row | Remove-IntercomTag VIP
(Get-IntercomConversation 100120).Tags.Count
#> VIP
#> <p>Seen</p>
#> 0

# A ticket that is read back from a file is still a ticket
[pscustomobject]@{ TicketId = $t.Id; Id = $t.Id } | Add-IntercomTag VIP -PassThru | ForEach-Object { $_.GetType().Name }
#> Ticket

# A row with an Id, an external id and a company id refers to a contact
$p = Get-IntercomContact -ExternalId user-1
([pscustomobject]@{ Id = $p.Id; ExternalId = $p.Id; CompanyId = 'x' } | Add-IntercomTag VIP -PassThru).GetType().Name
#> Contact

# The assignee that the table shows is also a property
$null = Get-IntercomAdmin
$null = Get-IntercomTeam
(Get-IntercomConversation 100111).Assignee
(Get-IntercomConversation 100107).Assignee
$t.Assignee
#> Ines Okafor
#> team Support
#> Tomás Herrera

# Dates are accepted in every form
$u = [datetimeoffset]::Now.AddDays(3)
$s = { param($to) (Set-IntercomTicket 300038 -SnoozedUntil $to -PassThru).SnoozedUntil.ToUniversalTime().ToString('s') -eq $u.UtcDateTime.ToString('s') }
& $s $u
& $s $u.ToUnixTimeSeconds()
& $s "$($u.ToUnixTimeSeconds())"
& $s $u.LocalDateTime
& $s $u.UtcDateTime
#> True
#> True
#> True
#> True
#> True

# Short lists are filtered by name
Get-IntercomTag vip
Get-IntercomTeam Billing
'Ines Okafor', 'jonas@sandbox.example' | Get-IntercomAdmin
Get-IntercomTicketType Bug
Get-IntercomCollection Billing
(Get-IntercomTag 7001).Name
#> VIP
#> Billing
#> Ines Okafor
#> Jonas Weber
#> Bug
#> Billing
#> VIP

# The part of an assignment names the assignee
$c | Set-IntercomConversationAssignee -ToTeam Billing
$c | Set-IntercomConversationAssignee ines@sandbox.example
(Get-IntercomConversation 100120).ConversationParts[-2, -1] |
    ForEach-Object { "$_"; $_.Text }
#> assigned to 6002
#> assigned to team Billing
#> assigned to 5003
#> assigned to Ines Okafor

# An assignment with a message returns the message
($c | Set-IntercomConversationAssignee ines@sandbox.example -Body 'Yours now.' -PassThru).ConversationParts[-1] |
    ForEach-Object Text
#> Yours now.

# A new ticket has the name of its first state
"$($t.TicketParts[0])"
#> submitted

# The acting admin and the author can be specified by id, name or email address
($c | Send-IntercomReply Hi -AdminId 'Ines Okafor').ConversationParts[-1].Author.Name
($c | Close-IntercomConversation -AdminId jonas@sandbox.example -PassThru).ConversationParts[-1].Author.Name
(New-IntercomArticle T -AuthorId ines@sandbox.example).AuthorId
(Get-IntercomArticle -First 1 | Set-IntercomArticle -AuthorId 'Jonas Weber' -PassThru).AuthorId
(Get-IntercomInternalArticle 9501 | Set-IntercomInternalArticle -OwnerId 5004 -PassThru).OwnerId
($c | Send-IntercomReply Hi -AdminId 5003).ConversationParts[-1].Author.Name
#> Ines Okafor
#> Jonas Weber
#> 5003
#> 5004
#> 5004
#> Ines Okafor

# A search returns its parts as plain text
(Search-IntercomConversation { $_.State -eq 'open' } -First 1 -IncludeParts -PlainText).Source.Body
(Search-IntercomConversation { $_.State -eq 'open' } -First 1 -IncludeParts).Source.Body
#> Is there a dark mode planned? My eyes would thank you.
#> <p>Is there a dark mode planned? My eyes would thank you.</p>

# A conversation is snoozed and opened by a numeric id
(Snooze-IntercomConversation 100120 '2099-12-24 09:00' -PassThru).State
(Resume-IntercomConversation 100120 -PassThru).State
#> snoozed
#> open

# Rows supply an assignee, the end of a snooze, a message or a tag
([pscustomobject]@{ Id = '100111'; ToAdmin = 'Jonas Weber'; Body = 'Yours.' } | Set-IntercomConversationAssignee -PassThru).ConversationParts[-1].Body
([pscustomobject]@{ ConversationId = '100111'; Until = '2099-01-01' } | Suspend-IntercomConversation -PassThru).SnoozedUntil.Year
([pscustomobject]@{ ConversationId = '100111'; Body = 'Bye.' } | Close-IntercomConversation -PassThru).ConversationParts[-1].Body
([pscustomobject]@{ ConversationId = '100111'; Tag = 'VIP' } | Add-IntercomTag -PassThru).Tags.Name -contains 'VIP'
$null = [pscustomobject]@{ ConversationId = '100119'; Body = '' } | Close-IntercomConversation
[string]::IsNullOrEmpty((Get-IntercomConversation 100119).ConversationParts[-1].Body)
#> <p>Yours.</p>
#> 2099
#> <p>Bye.</p>
#> True
#> True

# The number of a conversation is not read as a time
$null = Suspend-IntercomConversation 1790000000 ([datetime]::Now.AddDays(1)) -ErrorVariable e -ErrorAction SilentlyContinue
$e[0].TargetObject.ConversationId
#> 1790000000

# The state of a ticket is specified by its name
$n = { param($s) (Search-IntercomTicket (New-IntercomQuery state = $s) -First 3).Id -join ',' }
(& $n in_progress).Length -gt 0
(& $n 'In progress') -eq (& $n in_progress)
#> True
#> True

# A job is piped to the cmdlets of its ticket
$j = New-IntercomTicket Bug T -ExternalId user-1 -AsJob | Wait-IntercomJob
($j | Get-IntercomTicket).Id -eq $j.ResourceId
($j | Set-IntercomTicket -State 'In progress' -PassThru).TicketState.InternalLabel
#> True
#> In progress

# Refused: ContactId
[pscustomobject]@{ ConversationId = '100120'; Id = '100120' } | Set-IntercomContact -Name X
#! InputObjectMissingMandatory

# Refused: 1900000000 is a number, not a date.
$c | Suspend-IntercomConversation -Until 1900000000
#! number_not_a_date

# Refused: is a number of milliseconds, and Intercom counts seconds. Specify 1900000000
Set-IntercomTicket 300038 -SnoozedUntil 1900000000000
#! milliseconds

# Refused: 12 is not a date
Get-IntercomContact -ExternalId user-1 | New-IntercomConversation Hi -CreatedAt 12
#! too_few_seconds

# Refused: Nothing to change was specified. Specify -Title, -Read, -CustomAttribute or another field.
Set-IntercomConversation 100120
#! nothing_to_change

# Refused: none of the columns of the piped row (Id, Full name) is a field of Set-IntercomContact
[pscustomobject]@{ Id = $c.Contact.Id; 'Full name' = 'X' } | Set-IntercomContact
#! nothing_to_change

# Refused: -Body is empty. Omit it
$c | Close-IntercomConversation -Body ''
#! empty_body

# Refused: -Until is missing
Get-IntercomConversation 100107 | Suspend-IntercomConversation
#! missing_parameter

# Refused: There is no team 'Suport' in this workspace. Did you mean 'Support'?
Search-IntercomConversation { $_.TeamAssigneeId -eq 'Suport' }
#! name_not_found

# Refused: There is no tag 'Vipp' in this workspace. Did you mean 'VIP'?
Get-IntercomTag Vipp
#! name_not_found

# Refused: There is no admin 'Ines' in this workspace. Did you mean 'Ines Okafor'
$c | Send-IntercomReply Hi -AdminId Ines
#! name_not_found

# Refused: -PlainText requires -IncludeParts
Search-IntercomConversation @{ state = 'open' } -PlainText
#! plain_text_without_parts

# Refused: A Contact cannot be used as a query. To find the conversations of a contact
Get-IntercomContact -ExternalId user-1 | Search-IntercomConversation
#! not_a_query
