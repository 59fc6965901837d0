# Tickets, their types and jobs on the sandbox. These cases add to the stories of tests/Pester/RoundTrips.Tests.ps1.

# Before each
$null = Connect-Intercom -Sandbox
$c = Get-IntercomContact -ExternalId user-1

# Values have types, and list items are stored by id
$t = New-IntercomTicket Bug T -ExternalId user-1 -TicketAttribute @{ severity = 'Major'; 'customers affected' = '3'; reproducible = $true }
$t.TicketAttributes['Customers affected'] -eq 3
$t.TicketAttributes['Reproducible'] -eq $true
$t.TicketAttributes['Severity'] -eq 'Major'
($t | Set-IntercomTicket -TicketAttribute @{ Severity = 'Critical' } -PassThru).TicketParts[-1].UpdatedAttributeData.ToString()
#> True
#> True
#> False
#> Severity = Critical

# An unknown email address creates a contact
$t = New-IntercomTicket Incident Down -Email new@x.example
(Get-IntercomContact $t.Contacts[0].Id).Email
$t.Category
$t.IsShared
#> new@x.example
#> Tracker
#> False

# A new ticket is assigned to an admin and a team, then to others, then to nobody
$t = $c | New-IntercomTicket 'Customer request' T -ToAdmin 5002 -ToTeam 6001
$t.AdminAssigneeId
$t.TeamAssigneeId
($t | Set-IntercomTicket -ToAdmin 5003 -PassThru).AdminAssigneeId
($t | Set-IntercomTicket -ToTeam 6002 -PassThru).TeamAssigneeId
$n = $t | Set-IntercomTicket -Unassign -PassThru
"$($n.AdminAssigneeId)$($n.TeamAssigneeId)"
@($n.TicketParts | Where-Object PartType -eq assignment).Count
#> 5002
#> 6001
#> 5003
#> 6002
#>
#> 5

# A ticket is closed, opened, snoozed and hidden from the contact
$t = $c | New-IntercomTicket 'Customer request' T
($t | Set-IntercomTicket -Open $false -PassThru).Open
$s = $t | Set-IntercomTicket -Open $true -SnoozedUntil ([datetime]::Now.AddDays(2)) -IsShared $false -PassThru
$s.Open
$s.SnoozedUntil -gt [datetime]::UtcNow
$s.IsShared
($t | Set-IntercomTicket -Open $false -PassThru).SnoozedUntil -eq $null
#> False
#> True
#> True
#> False
#> True

# A ticket is linked to a conversation
$v = Get-IntercomConversation -First 1
$t = $v | New-IntercomTicket Bug T -ContactId $c.Id
$t.LinkedObjects[0].Id -eq $v.Id
$t.LinkedObjects[0].Type
#> True
#> conversation

# Replies and notes are parts
$t = $c | New-IntercomTicket 'Customer request' T
($t | Send-IntercomReply 'On it').PartType
$r = $t | Send-IntercomReply 'Thanks' -ContactId $c.Id
$r.Author.Type
$n = $t | Add-IntercomNote 'Seen' -SkipNotifications -PassThru
$n.TicketParts.Count
$n.TicketParts[-1].PartType
$n.TicketParts[-1].Body
#> comment
#> user
#> 4
#> note
#> <p>Seen</p>

# Tags are added and removed
$t = $c | New-IntercomTicket Bug T
$t | Add-IntercomTag vip
($t | Remove-IntercomTag vip -PassThru).Id -eq $t.Id
($t | Remove-IntercomTag vip -ErrorAction SilentlyContinue) -eq $null
#> True
#> True

# A job creates a ticket
$j = New-IntercomTicket Bug 'By a job' -ContactId $c.Id -AsJob
$j.GetType().Name
$j.Status
$s = Invoke-IntercomRequest jobs/status/$($j.Id)
$s.status
(Get-IntercomTicket $s.resource_id).Title
#> Job
#> pending
#> success
#> By a job

# A job fails when it detects an invalid value
$j = New-IntercomTicket Bug T -ContactId nobody -AsJob
(Invoke-IntercomRequest jobs/status/$($j.Id)).status
#> failed

# -Wait waits for the job
$t = New-IntercomTicket Bug 'Waited for' -ContactId $c.Id -TicketAttribute @{ severity = 'minor' } -Wait
$t.GetType().Name
$t.Title
(New-IntercomTicket Bug T -ContactId $c.Id -AsJob | Get-IntercomJob).Status
#> Ticket
#> Waited for
#> success

# Ticket types are created, changed and archived
$y = New-IntercomTicketType Refund -Category back-office -Icon R
$y.TicketTypeAttributes.Count
$y.TicketStates.Count
Set-IntercomTicketType Refund -NewName Money -Description D
($y | Get-IntercomTicketType).Description
(Get-IntercomTicketType -Name 'Mon*').Name
$y | Set-IntercomTicketType -Archived $true
(New-IntercomTicket Money T -ContactId $c.Id -ErrorAction SilentlyContinue) -eq $null
($y | Set-IntercomTicketType -Archived $false -PassThru).Archived
#> 2
#> 4
#> D
#> Money
#> True
#> False

# Attributes of ticket types are created and changed
$a = New-IntercomTicketTypeAttribute Platform -TicketType Bug -ListItem Web, iOS -Description Where
$a.DataType
$t = New-IntercomTicket Bug T -ContactId $c.Id -TicketAttribute @{ platform = 'ios' }
$a | Set-IntercomTicketTypeAttribute -ListItem iOS, Web, Android -RequiredToCreate $true
$b = (Get-IntercomTicketType -Name Bug).TicketTypeAttributes | Where-Object Name -eq Platform
$b.RequiredToCreate
($b.InputOptions['list_options'] | Where-Object { $_['label'] -eq 'iOS' })['id'] -eq $t.TicketAttributes['Platform']
($b | Set-IntercomTicketTypeAttribute -Archived $true -PassThru).Archived
#> list
#> True
#> True
#> True

# Tickets are found by an attribute of their type
$a = (Get-IntercomTicketType -Name Bug).TicketTypeAttributes | Where-Object Name -eq 'Version'
$null = New-IntercomTicket Bug T -ContactId $c.Id -TicketAttribute @{ Version = '7.1' }
(Search-IntercomTicket (New-IntercomQuery "ticket_attribute.$($a.Id)" = '7.1')).Title
#> T

# Tickets are found by category, in the words of tickets and in those of searches
$n = (Search-IntercomTicket { $_.category -eq 'Customer' }).Count
$n -gt 10
(Search-IntercomTicket { $_.category -eq 'request' }).Count -eq $n
(Search-IntercomTicket { $_.category -eq 'Back-office' }).Count + $n
#> True
#> True
#> 40

# Rows of a file become tickets
$n = [pscustomobject]@{ TicketType = 'Bug'; Title = 'R1'; ExternalId = 'user-1'; ToAdmin = '5002' }, [pscustomobject]@{ TicketType = 'Incident'; Title = 'R2'; ExternalId = 'user-2'; ToAdmin = '' } |
    New-IntercomTicket
$n.Title
$n.AdminAssigneeId
$n.TicketType
#> R1
#> R2
#> 5002
#>
#> Bug
#> Incident

# Refused: Missing required ticket attributes
New-IntercomTicket Bug -ContactId $c.Id
#! parameter_invalid

# Refused: User Not Found
New-IntercomTicket Bug T -ContactId nobody
#! not_found

# Refused: 'Due date' is not an attribute
New-IntercomTicket Bug T -ContactId $c.Id -TicketAttribute @{ 'Due date' = 1 }
#! unknown_ticket_attribute

# Refused: nosuch
Set-IntercomTicket 300001 -TicketAttribute @{ nosuch = 1 }
#! unknown_ticket_attribute

# Refused: state id is not valid
$s = Get-IntercomTicket 300001 | Get-IntercomTicket
Invoke-IntercomRequest tickets/300001 PUT -Body @{ ticket_state_id = '9' }
#! ticket_state_id_invalid

# Refused: Assignee, by Invoke-IntercomRequest
Invoke-IntercomRequest tickets/300001 PUT -Body @{ assignee_id = '9' }
#! assignee_not_found

# Refused: Assignee, by Invoke-IntercomRequest (2)
Invoke-IntercomRequest tickets/300001 PUT -Body @{ admin_id = 9 }
#! assignee_not_found

# Refused: ended as 'failed'
New-IntercomTicket Bug T -ContactId nobody -Wait
#! job_failed

# Refused: Ticket not found, by Set-IntercomTicket
Set-IntercomTicket 9 -Open $true
#! ticket_not_found

# Refused: Ticket not found, by Remove-IntercomTicket
Remove-IntercomTicket 9 -Confirm:$false
#! ticket_not_found

# Refused: Resource Not Found
Send-IntercomReply Hi -TicketId 9
#! not_found

# Refused: Backoffice
$t = New-IntercomTicket Bug T -ContactId $c.Id
$t | Send-IntercomReply Hi -ContactId $c.Id
#! parameter_mismatch

# Refused: Ticket not found, by Add-IntercomTag
Add-IntercomTag vip -TicketId 9
#! ticket_not_found

# Refused: Tag not found
Remove-IntercomTag vip -TicketId 300001
#! tag_not_found

# Refused: Job Not Found
Invoke-IntercomRequest jobs/status/9
#! job_not_found

# Refused: Ticket type Not Found
Get-IntercomTicketType 9
#! not_found

# Refused: already exists
New-IntercomTicketTypeAttribute Severity -TicketType Bug
#! parameter_invalid

# A rejected ticket does not create a contact
$n = @(Get-IntercomContact).Count
New-IntercomTicket Bug T -Email fresh@x.example -ToAdmin 5001 -CompanyId nosuch -ErrorAction SilentlyContinue
@(Get-IntercomContact).Count -eq $n
#> True

# A rejected change of a ticket does not change any of its fields
$t = Get-IntercomTicket 300001
$t | Set-IntercomTicket -Title Changed -CompanyId nosuch -ErrorAction SilentlyContinue
(Get-IntercomTicket 300001).Title -eq $t.Title
#> True

# An id is enough to set a list attribute by the label of its item
$p = (Set-IntercomTicket 300037 -TicketAttribute @{ priority = 'High' } -PassThru).TicketAttributes['Priority']
$q = (Get-IntercomTicket 300037 | Set-IntercomTicket -TicketAttribute @{ Priority = 'High' } -PassThru).TicketAttributes['Priority']
$null -ne $p
$p -eq $q
$row = [pscustomobject]@{ TicketId = 300037; TicketAttribute = '{"PRIORITY":"High"}' }
$p -eq ($row | Set-IntercomTicket -PassThru).TicketAttributes['Priority']
#> True
#> True
#> True
