# Conversations and messages on the sandbox. These cases add to the stories of tests/Pester/RoundTrips.Tests.ps1.

# Before each
$null = Connect-Intercom -Sandbox

# A conversation that a contact starts
$c = Get-IntercomContact -ExternalId user-1
$m = $c | New-IntercomConversation 'Where is my <b>order</b>?'
$v = $m | Get-IntercomConversation
$v.State
$v.Contact.Id -eq $c.Id
$v.Source.DeliveredAs
$v.Subject
#> open
#> True
#> customer_initiated
#> Where is my <b>order</b>?

# Title, company and attributes
$null = Connect-Intercom -Sandbox -ApiVersion 2.16
$v = Get-IntercomConversation -First 1
$v | Set-IntercomConversation -Title 'Late parcel' -Read $true -CompanyId (Get-IntercomCompany -First 1)
$w = $v | Get-IntercomConversation
$w.Subject
$w.Read
$null -ne $w.AdditionalFields['company']
$null -eq ($v | Set-IntercomConversation -CompanyId $null -PassThru).AdditionalFields.company
#> Late parcel
#> True
#> True
#> True

# A deleted conversation is not found
$v = Get-IntercomConversation -First 1
$v | Remove-IntercomConversation -Confirm:$false
(Get-IntercomConversation $v.Id -ErrorAction SilentlyContinue) -eq $null
@(Search-IntercomConversation @{ id = $v.Id }).Count
#> True
#> 0

# Contacts are added and removed
$v = Get-IntercomConversation -First 1
$n = $v.Contacts.Count
($v | Add-IntercomConversationContact -Email new@nobody.example -PassThru).Contacts.Count - $n
$l = Get-IntercomContact -Email new@nobody.example
$l.Role
($v | Remove-IntercomConversationContact $l -PassThru).Contacts.Count - $n
#> 1
#> lead
#> 0

# -Source redacts the first message
$m = Get-IntercomContact -ExternalId user-1 | New-IntercomConversation 'secret'
Clear-IntercomConversationPart -Source -ConversationId $m.ConversationId -Confirm:$false
($m | Get-IntercomConversation).Source.Redacted
#> True

# Messages by admins
$c = Get-IntercomContact -ExternalId user-1
$m = $c | Send-IntercomMessage 'Ready'
$m.MessageType
$null -eq $m.ConversationId
$e = Send-IntercomMessage '<p>News</p>' -Subject S -ContactId $c.Id -OpenConversation
$e.MessageType
($e | Get-IntercomConversation).Source.Author.Type
#> inapp
#> True
#> email
#> admin

# Quick replies are offered and chosen
$v = Get-IntercomConversation -First 1
$o = ($v | Send-IntercomReply 'Solved?' -ReplyOption Yes, No).ConversationParts[-1].Metadata.QuickReplyOptions
$o.Text -join ','
($v | Send-IntercomReply Yes -ContactId $v.Contact -ReplyOption $o[0]).ConversationParts[-1].Metadata.QuickReplyUuid -eq $o[0].Uuid
#> Yes,No
#> True

# References of a conversation are piped to the cmdlets of their kind
$v = Get-IntercomConversation -First 1
($v.Contact | Get-IntercomContact).Id -eq $v.Contact.Id
$v.Contacts | Add-IntercomTag vip
(Get-IntercomTag -ContactId $v.Contact).Name -contains 'VIP'
#> True
#> True

# -IncludeParts reads the parts, in the order of the search
$q = @{ open = $true }
$a = Search-IntercomConversation $q -First 20
$b = Search-IntercomConversation $q -First 20 -IncludeParts
($a.Id -join ',') -eq ($b.Id -join ',')
$null -eq $a[0].ConversationParts
@($b | Where-Object { $_.ConversationParts.Count -gt 0 }).Count -gt 5
#> True
#> True
#> True

# Refused: Removing the last customer
$v = Get-IntercomConversation -First 1
$v | Remove-IntercomConversationContact $v.Contact
#! parameter_invalid

# Refused: Not Found, by Clear-IntercomConversationPart
$v = Get-IntercomConversation -First 1
Clear-IntercomConversationPart 99 -ConversationId $v.Id -Confirm:$false
#! conversation_part_or_message_not_found

# Refused: no body
$v = Get-IntercomConversation -First 1
($v | Close-IntercomConversation -PassThru).ConversationParts[-1] | Clear-IntercomConversationPart -Confirm:$false
#! conversation_part_not_redactable

# Refused: Not Found, by New-IntercomConversation
New-IntercomConversation x -ContactId nobody
#! not_found
