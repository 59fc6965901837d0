# A round trip for each noun on its own sandbox: an object is created, read, changed, listed and removed, as far as cmdlets exist. Run: ./build.ps1 Pester
BeforeDiscovery {
    . "$PSScriptRoot/Shared.ps1"
    Import-TestedModule

    $stories = [ordered]@{}

    # People

    $stories.Contact = {
        $made = New-IntercomContact round@x.example -Name Round -Role user -ExternalId r-1 -CustomAttribute @{ plan = 'pro' }
        $read = Get-IntercomContact $made.Id
        $read.Name, $read.Email, $read.Role, $read.ExternalId, $read.CustomAttributes.plan | Should -Be Round, round@x.example, user, r-1, pro
        (Get-IntercomContact -ExternalId r-1).Id | Should -Be $made.Id
        $read | Set-IntercomContact -Name Trip -Phone $null
        (Search-IntercomContact { $_.Email -eq 'round@x.example' }).Name | Should -Be Trip
        $other = New-IntercomContact -Role lead -Name Lead
        ($other | Merge-IntercomContact -Into $made -PassThru -Confirm:$false).Id | Should -Be $made.Id
        Get-Failure { Get-IntercomContact $other.Id } | Should -Not -BeNullOrEmpty
        ($made | Disable-IntercomContact -PassThru).Status | Should -Be archived
        (Get-IntercomContact).Id | Should -Not -Contain $made.Id
        ($made | Enable-IntercomContact -PassThru).Status | Should -Be active
        (Get-IntercomContact).Id | Should -Contain $made.Id
        $made | Remove-IntercomContact -Confirm:$false
        (Get-Failure { Get-IntercomContact $made.Id }).CategoryInfo.Category | Should -Be ObjectNotFound
        $blocked = New-IntercomContact blocked@x.example
        ($blocked | Block-IntercomContact -PassThru -Confirm:$false).Status | Should -Be blocked
        (Get-IntercomContact).Id | Should -Not -Contain $blocked.Id
        # Everything about one person, for a data request.
        $person = New-IntercomContact all@x.example -Name All -Role user -ExternalId all-1
        $company = Get-IntercomCompany -First 1
        $person | Add-IntercomContactCompany $company
        $person | Add-IntercomTag VIP
        $person | Add-IntercomNote 'Asked for all data.'
        $person | Add-IntercomContactSubscription Newsletter opt_out
        $person | Send-IntercomEvent placed-order
        $person | New-IntercomConversation Hello | Send-IntercomReply 'Good day.'
        $ticket = New-IntercomTicket Bug Broken -ContactId $person.Id
        $all = Get-IntercomContact all@x.example -Everything
        $all.ContactId, $all.Contact.Name, $all.Companies.Id, $all.Tags.Name | Should -Be $person.Id, All, $company.Id, VIP
        $all.Notes.Body | Should -Match 'all data'
        $all.Subscriptions.Name, $all.Events.EventName, $all.Tickets.Id | Should -Be Newsletter, placed-order, $ticket.Id
        $all.Conversations.ConversationParts.Body -join ' ' | Should -Match 'Good day'
        $all.Missing.Count | Should -Be 0
        $json = $all | ConvertTo-Json -Depth 12 -WarningAction Stop | ConvertFrom-Json
        $json.Contact.Email, $json.Conversations[0].Id | Should -Be all@x.example, $all.Conversations[0].Id
        ($all | Get-IntercomConversation).Id | Should -Be $all.Conversations.Id
        $all | Add-IntercomTag Urgent
        ($person | Get-IntercomTag).Name | Should -Contain Urgent
    }

    $stories.Company = {
        $made = New-IntercomCompany acme -Name Acme -Plan pro
        $read = Get-IntercomCompany -ExternalCompanyId acme
        $read.Id, $read.Name, $read.PlanName | Should -Be $made.Id, Acme, pro
        $read | Set-IntercomCompany -Name 'Acme II' -Size 7
        ($made | Get-IntercomCompany).Size | Should -Be 7
        (Get-IntercomCompany -Name 'Acme II').Id | Should -Be $made.Id
        (Get-IntercomCompany -Scroll).Count | Should -Be @(Get-IntercomCompany).Count
        $made | Remove-IntercomCompany -Confirm:$false
        Get-Failure { Get-IntercomCompany $made.Id } | Should -Not -BeNullOrEmpty
    }

    $stories.ContactCompany = {
        $contact = New-IntercomContact c@x.example
        $company = Get-IntercomCompany -First 1
        ($contact | Add-IntercomContactCompany $company -PassThru).Companies.Id | Should -Be $company.Id
        ($contact | Get-IntercomCompany).Id | Should -Be $company.Id
        ($company | Get-IntercomContact).Id | Should -Contain $contact.Id
        $contact | Remove-IntercomContactCompany -ExternalCompanyId $company.ExternalCompanyId
        $contact | Get-IntercomCompany | Should -BeNullOrEmpty
    }

    $stories.ContactSubscription = {
        $contact = New-IntercomContact s@x.example
        $type = Get-IntercomSubscriptionType | Where-Object ConsentType -EQ opt_out | Select-Object -First 1
        $contact | Add-IntercomContactSubscription $type opt_out
        ($contact | Get-IntercomSubscriptionType).Id | Should -Be $type.Id
        $contact | Remove-IntercomContactSubscription $type
        $contact | Get-IntercomSubscriptionType | Should -BeNullOrEmpty
    }

    $stories.SubscriptionType = {
        Get-IntercomSubscriptionType | ForEach-Object ConsentType | Sort-Object -Unique | Should -Be opt_in, opt_out
    }

    $stories.Visitor = {
        $visitor = Get-IntercomVisitor 3ecf64d0-0000-4e9f-88e1-000000000001
        $visitor | Set-IntercomVisitor -Name Zoe
        ($visitor | Get-IntercomVisitor).Name | Should -Be Zoe
        $contact = $visitor | Convert-IntercomVisitor -Email zoe@x.example
        $contact.Name, $contact.Role | Should -Be Zoe, user
        Get-Failure { $visitor | Get-IntercomVisitor } | Should -Not -BeNullOrEmpty
    }

    $stories.Segment = {
        $all = Get-IntercomSegment -IncludeCount
        ($all[0] | Get-IntercomSegment).Name | Should -Be $all[0].Name
        $all[0].Count | Should -BeGreaterThan 0
        (Get-IntercomCompany -First 1 | Get-IntercomSegment).Name | Should -Be Active
    }

    $stories.Note = {
        $contact = New-IntercomContact n@x.example
        $contact | Add-IntercomNote 'Likes zebras.'
        $note = $contact | Get-IntercomNote
        $note.Body | Should -Match 'Likes zebras\.'
        ($note | Get-IntercomNote).Id | Should -Be $note.Id
        $company = Get-IntercomCompany -First 1
        ($company | Add-IntercomNote 'Likes okapis.' -PassThru).Id | Should -Be $company.Id
        ($company | Get-IntercomNote).Body | Should -Match 'Likes okapis\.'
        (Get-IntercomConversation -First 1 | Add-IntercomNote Seen -PassThru).ConversationParts[-1].PartType | Should -Be note
    }

    $stories.Tag = {
        $made = New-IntercomTag Zebra
        ($made | Get-IntercomTag).Name | Should -Be Zebra
        $things = (New-IntercomContact t@x.example), (Get-IntercomCompany -First 1), (Get-IntercomConversation -First 1), (Search-IntercomTicket { $_.open -eq $true } -First 1)
        $things | Add-IntercomTag zebra
        ($things[0] | Get-IntercomTag).Name | Should -Be Zebra
        ($things[2] | Get-IntercomConversation).Tags.Name | Should -Contain Zebra
        Set-IntercomTag zebra Okapi
        ($things[1] | Get-IntercomCompany).Tags.Name | Should -Contain Okapi
        $things | Remove-IntercomTag Okapi
        $things[0] | Get-IntercomTag | Should -BeNullOrEmpty
        Remove-IntercomTag Okapi -FromWorkspace -Confirm:$false
        Get-IntercomTag -Name Okapi | Should -BeNullOrEmpty
    }

    $stories.Event = {
        $contact = New-IntercomContact -ExternalId e-1
        $contact | Send-IntercomEvent placed-order -Metadata @{ price = 9.5 }
        $read = $contact | Get-IntercomEvent
        $read.EventName, $read.Metadata.price | Should -Be placed-order, 9.5
    }

    $stories.EventSummary = {
        $contact = New-IntercomContact -ExternalId e-2
        $contact | Send-IntercomEventSummary placed-order 4
        ($contact | Get-IntercomEvent -Summary).Count | Should -Be 4
    }

    $stories.MergeHistory = {
        $lead = New-IntercomContact -Role lead -Email history@x.example
        $user = New-IntercomContact history@x.example
        $user | Get-IntercomMergeHistory | Should -BeNullOrEmpty
        $lead | Merge-IntercomContact -Into $user -Confirm:$false
        $merged = $user | Get-IntercomMergeHistory
        $merged.SourceContactId, $merged.SourceContactRole, $merged.ContactId | Should -Be $lead.Id, lead, $user.Id
        $ada = Get-IntercomContact -ExternalId user-123
        $all = $ada | Get-IntercomMergeHistory -Order asc
        $all.Count | Should -Be 2
        ($ada | Get-IntercomMergeHistory -First 1).SourceContactId | Should -Be $all[1].SourceContactId
        (Get-Failure { Get-IntercomContact -Role lead -First 1 | Get-IntercomMergeHistory }).CategoryInfo.Category | Should -Be ObjectNotFound
    }

    $stories.Banner = {
        $ada = Get-IntercomContact -ExternalId user-123
        $shown = $ada | Get-IntercomBanner
        $shown.Count | Should -Be 2
        $shown.ContactId | Sort-Object -Unique | Should -Be $ada.Id
        ($shown[0] | Hide-IntercomBanner -PassThru).Dismissed | Should -BeTrue
        # A repeat succeeds too.
        $shown[0] | Hide-IntercomBanner
        ($ada | Get-IntercomBanner).ViewId | Should -Be $shown[1].ViewId
        (Get-IntercomContact -ExternalId user-1 | Get-IntercomBanner).Count | Should -Be 2
    }

    # Admins, teams and data

    $stories.Admin = {
        $all = Get-IntercomAdmin
        ($all[1] | Get-IntercomAdmin).Email | Should -Be $all[1].Email
        (Get-IntercomAdmin -Me).Id | Should -BeIn $all.Id
    }

    $stories.AdminStatus = {
        (Set-IntercomAdminStatus 5002 $true -AwayReasonId (Get-IntercomAwayReason)[0] -PassThru).AwayModeEnabled | Should -BeTrue
        (Get-IntercomAdmin 5002).AwayStatusReasonId | Should -Be (Get-IntercomAwayReason)[0].Id
        Set-IntercomAdminStatus 5002 $false
        (Get-IntercomAdmin 5002).AwayModeEnabled | Should -BeFalse
    }

    $stories.AdminActivity = {
        $before = @(Get-IntercomAdminActivity (Get-Date).AddHours(-1)).Count
        Set-IntercomAdminStatus 5002 $true -AwayReasonId (Get-IntercomAwayReason)[0]
        @(Get-IntercomAdminActivity (Get-Date).AddHours(-1)).Count | Should -BeGreaterThan $before
    }

    $stories.AdminActivityType = {
        $types = Get-IntercomAdminActivityType admin_*
        $types | Should -Contain admin_login_success
        Set-IntercomAdminStatus ines@sandbox.example $true
        $found = @(Get-IntercomAdminActivity -30d -EventType admin_away_mode_change, admin_logout)
        $found.ActivityType | Should -Be admin_away_mode_change
        $found.Count | Should -BeLessThan @(Get-IntercomAdminActivity -30d).Count
    }

    $stories.TeamMetric = {
        $metrics = Get-IntercomTeamMetric Support
        $metrics.AdminId | Sort-Object | Should -Be (Get-IntercomTeam Support).AdminIds
        $metrics.TeamId | Sort-Object -Unique | Should -Be 6001
        $strict = Get-IntercomTeamMetric Supp* -IdleThreshold '00:00:01'
        ($strict | Measure-Object Idle -Sum).Sum | Should -Be ($strict | Measure-Object Open -Sum).Sum
    }

    $stories.AwayReason = {
        @(Get-IntercomAwayReason -IncludeDeleted).Count | Should -BeGreaterThan @(Get-IntercomAwayReason).Count
    }

    $stories.Team = {
        $team = Get-IntercomTeam | Where-Object Name -EQ Billing
        ($team | Get-IntercomTeam).AdminIds | Should -Contain 5004
    }

    $stories.DataAttribute = {
        $made = New-IntercomDataAttribute tier contact -Option gold, silver
        (Get-IntercomDataAttribute tier).Options.Count | Should -Be 2
        $made | Set-IntercomDataAttribute -Description 'How dear' -Archived $true
        Get-IntercomDataAttribute tier | Should -BeNullOrEmpty
        (Get-IntercomDataAttribute tier -IncludeArchived).Description | Should -Be 'How dear'
    }

    $stories.CustomObject = {
        Set-IntercomCustomObject Order Z-1 -CustomAttribute @{ total = 5 }
        $made = Get-IntercomCustomObject Order -ExternalId Z-1
        $made | Set-IntercomCustomObject -CustomAttribute @{ total = 6 }
        ($made | Get-IntercomCustomObject).CustomAttributes.total | Should -Be 6
        $made | Remove-IntercomCustomObject -Confirm:$false
        Get-Failure { Get-IntercomCustomObject Order -ExternalId Z-1 } | Should -Not -BeNullOrEmpty
    }

    $stories.IPAllowlist = {
        (Get-IntercomIPAllowlist).Enabled | Should -BeFalse
        Set-IntercomIPAllowlist -Enabled $true -Address 203.0.113.9 -Confirm:$false
        $list = Get-IntercomIPAllowlist
        $list.Enabled, $list.Addresses[0] | Should -Be $true, 203.0.113.9
    }

    # Conversations

    $stories.Conversation = {
        $contact = Get-IntercomContact -ExternalId user-1
        $id = ($contact | New-IntercomConversation 'Do you deliver to the Moon?').ConversationId
        (Get-IntercomConversation $id).Source.Body | Should -Match Moon
        Set-IntercomConversation $id -Title Moon -CustomAttribute @{ issue_type = 'delivery' }
        (Get-IntercomConversation $id).Subject | Should -Be Moon
        (Close-IntercomConversation $id 'Not yet.' -PassThru).State | Should -Be closed
        (Open-IntercomConversation $id -PassThru).State | Should -Be open
        (Suspend-IntercomConversation $id (Get-Date).AddDays(2) -PassThru).State | Should -Be snoozed
        (Search-IntercomConversation { $_.State -eq 'snoozed' }).Id | Should -Contain $id
        $again = ($contact | New-IntercomConversation 'And to Mars?').ConversationId
        (Merge-IntercomConversation $again -Into $id -PassThru -Confirm:$false).Id | Should -Be $id
        (Get-IntercomConversation $again).State | Should -Be closed
        (Get-Failure { Merge-IntercomConversation $again -Into $id -Confirm:$false }).FullyQualifiedErrorId | Should -Match merge_failed
        Remove-IntercomConversation $id -Confirm:$false
        Get-Failure { Get-IntercomConversation $id } | Should -Not -BeNullOrEmpty
    }

    $stories.ConversationAttribute = {
        $made = New-IntercomConversationAttribute Urgency -Option Low, High
        $read = $made | Get-IntercomConversationAttribute
        $read.Name, $read.DataType, $read.Archived | Should -Be Urgency, list, $false
        $read | Set-IntercomConversationAttribute -Name Haste -Required $true
        (Get-IntercomConversationAttribute Haste).Required | Should -BeTrue
        # A conversation accepts the attribute.
        $talk = Get-IntercomConversation -First 1
        $talk | Set-IntercomConversation -CustomAttribute @{ Haste = 'High' }
        ($talk | Get-IntercomConversation).CustomAttributes.Haste | Should -Be High
        $copy = Get-IntercomConversationAttribute Haste | New-IntercomConversationAttribute -Name Copy
        $copy.Options.Label | Should -Be Low, High
        ($copy | Disable-IntercomConversationAttribute -PassThru -Confirm:$false).Archived | Should -BeTrue
        (Get-IntercomConversationAttribute).Name | Should -Not -Contain Copy
        (Get-IntercomConversationAttribute -IncludeArchived).Name | Should -Contain Copy
    }

    $stories.ConversationAttributeOption = {
        $attribute = Get-IntercomConversationAttribute 'Root cause'
        $option = $attribute | New-IntercomConversationAttributeOption Refund
        $option.Label, $option.ConversationAttributeId | Should -Be Refund, $attribute.Id
        ($option | Set-IntercomConversationAttributeOption -Label Money -PassThru).Options.Label | Should -Contain Money
        $option | Disable-IntercomConversationAttributeOption -Confirm:$false
        ($attribute | Get-IntercomConversationAttribute).Options | Where-Object Archived | ForEach-Object Label | Should -Be Money
    }

    $stories.SideConversation = {
        $side = Get-IntercomConversation 100120 | Get-IntercomSideConversation
        $side.ConversationId, $side.ConversationParts.Count, $side.TotalCount | Should -Be 100120, 2, 2
        $side.LastPartAt | Should -Be $side.ConversationParts[1].CreatedAt
        Get-IntercomSideConversation 100118 | Should -BeNullOrEmpty
    }

    $stories.DeletedConversation = {
        $talk = Get-IntercomContact -ExternalId user-1 | New-IntercomConversation 'To be deleted'
        Remove-IntercomConversation $talk.ConversationId -RetainMetrics $false -Confirm:$false
        $gone = Get-IntercomDeletedConversation -First 1
        $gone.ConversationId, $gone.MetricsRetained | Should -Be $talk.ConversationId, $false
        (Get-IntercomDeletedConversation -Order asc)[-1].Id | Should -Be $talk.ConversationId
    }

    $stories.HandlingEvent = {
        $events = Get-IntercomConversation 100120 | Get-IntercomHandlingEvent
        $events.Type | Should -Be paused, resumed
        $events[0].Reason, $events[0].Teammate.Name | Should -Be Paused, 'Ines Okafor'
        $events[0].Timestamp | Should -BeLessThan $events[1].Timestamp
    }

    $stories.Macro = {
        $all = Get-IntercomMacro
        $all.Name | Should -Not -Contain 'Refund policy' -Because 'it belongs to a team of other admins'
        ($all[0] | Get-IntercomMacro).Name | Should -Be $all[0].Name
        $macro = Get-IntercomMacro Welcome
        Get-IntercomConversation 100120 | Send-IntercomReply $macro.BodyText -AsTemplate
        (Get-IntercomConversation 100120).ConversationParts[-1].Body | Should -Not -Match '\{\{'
    }

    $stories.MessageStatus = {
        $all = Get-IntercomMessageStatus -RulesetId 8801
        $all.Count | Should -Be 3
        $failed = $all | Where-Object Status -EQ failed | Get-IntercomMessageStatus
        $failed.MessageId | Should -BeIn $all.MessageId
        "$($failed.Error)" | Should -Match 'not on WhatsApp'
        (Get-Failure { Get-IntercomMessageStatus nothing }).FullyQualifiedErrorId | Should -Match whatsapp_message_not_found
    }

    $stories.ConversationAssignee = {
        $conversation = Get-IntercomConversation -First 1
        ($conversation | Set-IntercomConversationAssignee -ToAdmin ines@sandbox.example -PassThru).AdminAssigneeId | Should -Be 5003
        ($conversation | Set-IntercomConversationAssignee -ToTeam Billing -PassThru).TeamAssigneeId | Should -Be 6002
        $nobody = $conversation | Set-IntercomConversationAssignee -Unassign -PassThru
        "$($nobody.AdminAssigneeId)$($nobody.TeamAssigneeId)" | Should -Match '^0*$'
    }

    $stories.TicketConversation = {
        $incident = New-IntercomTicket Incident 'No sign-in' -ExternalId user-1
        $linked = 100118, 100119 | Add-IntercomTicketConversation $incident -PassThru
        $linked.LinkedObjects.Id | Should -Be $incident.Id, $incident.Id
        (Get-IntercomTicket $incident).LinkedObjects.Id | Should -Be 100118, 100119
        $other = New-IntercomTicket Incident 'Another one' -ExternalId user-1
        (Get-Failure { Add-IntercomTicketConversation $other -ConversationId 100118 }).FullyQualifiedErrorId | Should -Match already_linked_to_tracker
        Remove-IntercomTicketConversation $incident -ConversationId 100118 -Confirm:$false
        (Get-IntercomConversation 100118).LinkedObjects.Count | Should -Be 0
        (Get-Failure { Add-IntercomTicketConversation 300037 -ConversationId 100118 }).FullyQualifiedErrorId | Should -Match invalid_ticket_type
    }

    $stories.ConversationContact = {
        $conversation = Get-IntercomConversation -First 1
        $guest = New-IntercomContact guest@x.example
        ($conversation | Add-IntercomConversationContact $guest -PassThru).Contacts.Id | Should -Contain $guest.Id
        $conversation | Remove-IntercomConversationContact $guest
        ($conversation | Get-IntercomConversation).Contacts.Id | Should -Not -Contain $guest.Id
    }

    $stories.ConversationPart = {
        $conversation = Get-IntercomConversation -First 1
        $part = ($conversation | Send-IntercomReply 'My card is 4111.').ConversationParts[-1]
        $part | Clear-IntercomConversationPart -Confirm:$false
        $cleared = ($conversation | Get-IntercomConversation).ConversationParts | Where-Object Id -EQ $part.Id
        $cleared.Redacted | Should -BeTrue
        $cleared.Body | Should -Not -Match 4111
    }

    $stories.Reply = {
        $conversation = Get-IntercomConversation -First 1
        ($conversation | Send-IntercomReply 'On it.').ConversationParts[-1].Author.Type | Should -Be admin
        ($conversation | Send-IntercomReply Thanks -ContactId $conversation.Contact.Id).ConversationParts[-1].Author.Type | Should -BeIn user, lead
        (Search-IntercomTicket { $_.category -eq 'Customer' } -First 1 | Send-IntercomReply 'On it.').PartType | Should -Be comment
        $null = Get-IntercomConversation 100120 | Send-IntercomReply 'Hello {{ first_name }}, you are on the plan {{ plan }}.' -AsTemplate
        $plan = (Get-IntercomContact -ExternalId user-123).CustomAttributes.plan
        (Get-IntercomConversation 100120 -PlainText).ConversationParts[-1].Body | Should -Be "Hello Ada, you are on the plan $plan."
    }

    $stories.Message = {
        $contact = Get-IntercomContact -ExternalId user-1
        ($contact | Send-IntercomMessage 'Hello there').Body | Should -Match 'Hello there'
        ($contact | Send-IntercomMessage 'Dear you' -Subject News -OpenConversation).ConversationId | Should -Not -BeNullOrEmpty
    }

    # Tickets

    $stories.Ticket = {
        $contact = Get-IntercomContact -ExternalId user-1
        $made = $contact | New-IntercomTicket 'Customer request' 'Lost parcel' -TicketAttribute @{ Priority = 'High' }
        ($made | Get-IntercomTicket).Title | Should -Be 'Lost parcel'
        $made | Set-IntercomTicket -State 'In progress' -Title 'Found parcel' -ToTeam Billing
        $found = Search-IntercomTicket { $_.title -eq 'Found parcel' }
        $found.Id, "$($found.TicketState)", $found.TeamAssigneeId | Should -Be $made.Id, 'In progress', 6002
        $idea = New-IntercomTicketType Idea -Category Customer
        $converted = $made | Convert-IntercomTicket $idea Submitted -PassThru -Confirm:$false
        "$($converted.TicketType)", "$($converted.TicketState)", $converted.Title | Should -Be Idea, Submitted, 'Found parcel'
        (Get-Failure { $converted | Convert-IntercomTicket Bug Submitted -Confirm:$false }).FullyQualifiedErrorId | Should -Match other_ticket_category
        $made | Remove-IntercomTicket -Confirm:$false
        Get-Failure { Get-IntercomTicket $made.Id } | Should -Not -BeNullOrEmpty
        $conversation = Get-IntercomConversation -First 1
        $turned = $conversation | ConvertTo-IntercomTicket 'Customer request'
        ($conversation | Get-IntercomConversation).Ticket.Id | Should -Be $turned.Id
    }

    $stories.TicketState = {
        (Get-IntercomTicketState).Category | Should -Be submitted, in_progress, waiting_on_customer, resolved
        (Get-IntercomTicketState 'Waiting on you').InternalLabel | Should -Be 'Waiting on customer'
    }

    $stories.TicketType = {
        $made = New-IntercomTicketType Refund -Category Back-office
        Set-IntercomTicketType Refund -Description Money
        ($made | Get-IntercomTicketType).Description | Should -Be Money
        ($made | Set-IntercomTicketType -Archived $true -PassThru).Archived | Should -BeTrue
    }

    $stories.TicketTypeAttribute = {
        $made = New-IntercomTicketTypeAttribute Platform -TicketType Bug -ListItem Web, iOS
        $made | Set-IntercomTicketTypeAttribute -RequiredToCreate $true
        ((Get-IntercomTicketType -Name Bug).TicketTypeAttributes | Where-Object Name -EQ Platform).RequiredToCreate | Should -BeTrue
    }

    $stories.Job = {
        $job = New-IntercomTicket Bug 'By a job' -ExternalId user-1 -AsJob
        (Get-IntercomJob $job).Status | Should -BeIn pending, success
        $done = $job | Wait-IntercomJob
        (Get-IntercomTicket $done.ResourceId).Title | Should -Be 'By a job'
    }

    # The help center and the content that Fin uses

    $stories.Article = {
        $made = New-IntercomArticle Zebra -Body '<p>stripes</p>' -Collection Billing
        $made | Set-IntercomArticle -State published
        ($made | Get-IntercomArticle).State | Should -Be published
        (Search-IntercomArticle zebra).Id | Should -Be $made.Id
        $made | Remove-IntercomArticle -Confirm:$false
        Get-Failure { Get-IntercomArticle $made.Id } | Should -Not -BeNullOrEmpty
    }

    $stories.ArticleDraft = {
        $article = Get-IntercomArticle 9007
        ($article | Set-IntercomArticleDraft -Title Zebra -Body '<p>stripes</p>' -PassThru).Title | Should -Be Zebra
        ($article | Get-IntercomArticleDraft).Body | Should -Be '<p>stripes</p>'
        ($article | Get-IntercomArticle).Title | Should -Be $article.Title
        $article | Publish-IntercomArticleDraft
        ($article | Get-IntercomArticle).Title | Should -Be Zebra
        (Get-Failure { $article | Get-IntercomArticleDraft }).CategoryInfo.Category | Should -Be ObjectNotFound
    }

    $stories.ArticleVersion = {
        $made = New-IntercomArticle Zebra -Body '<p>one</p>' -State published
        $made | Set-IntercomArticle -Body '<p>two</p>'
        $versions = $made | Get-IntercomArticleVersion
        $versions.State | Should -Be published, draft
        ($versions | Get-IntercomArticleVersion).Body | Should -Be '<p>two</p>', '<p>one</p>'
        Get-Failure { $made | Get-IntercomArticleVersion -Locale xx } | Should -Not -BeNullOrEmpty
    }

    $stories.Collection = {
        $made = New-IntercomCollection Refunds -Parent Billing
        $made | Set-IntercomCollection -Name 'Money back'
        ($made | Get-IntercomCollection).Name | Should -Be 'Money back'
        $made | Remove-IntercomCollection -Confirm:$false
        (Get-IntercomCollection).Id | Should -Not -Contain $made.Id
    }

    $stories.HelpCenter = {
        $all = Get-IntercomHelpCenter
        ($all[1] | Get-IntercomHelpCenter).Identifier | Should -Be $all[1].Identifier
    }

    $stories.HelpCenterRedirect = {
        $center = Get-IntercomHelpCenter 8001
        $made = Get-IntercomArticle 9001 | New-IntercomHelpCenterRedirect "$($center.Url)/zebra" -HelpCenterId 8001 -Locale en
        ($made | Get-IntercomHelpCenterRedirect).TargetId | Should -Be 9001
        (Get-Failure { Get-IntercomArticle 9001 | New-IntercomHelpCenterRedirect "$($center.Url)/zebra" -HelpCenterId 8001 -Locale en }).CategoryInfo.Category | Should -Be ResourceExists
        $made | Remove-IntercomHelpCenterRedirect -Confirm:$false
        ($center | Get-IntercomHelpCenterRedirect).Id | Should -Not -Contain $made.Id
    }

    $stories.InternalArticle = {
        $made = New-IntercomInternalArticle Zebra -Body stripes
        $made | Set-IntercomInternalArticle -Title Okapi
        ($made | Get-IntercomInternalArticle).Title | Should -Be Okapi
        (Search-IntercomInternalArticle okapi).Id | Should -Be $made.Id
        $made | Remove-IntercomInternalArticle -Confirm:$false
        (Get-IntercomInternalArticle).Id | Should -Not -Contain $made.Id
    }

    $stories.Audience = {
        $made = New-IntercomAudience Zebra -Predicate @{ attribute = 'custom_attributes.plan'; type = 'string'; comparison = 'eq'; value = 'pro' }
        $made | Set-IntercomAudience -Name Okapi
        $read = Get-IntercomAudience Okapi
        $read.Id, "$($read.Predicates)" | Should -Be $made.Id, 'custom_attributes.plan eq pro'
        $made | Remove-IntercomAudience -Confirm:$false
        (Get-IntercomAudience).Id | Should -Not -Contain $made.Id
    }

    $stories.ContentSnippet = {
        $made = New-IntercomContentSnippet Zebra -BodyMarkdown stripes
        $made.AiChatbotAvailability | Should -BeFalse
        $made | Set-IntercomContentSnippet -AudienceId (Get-IntercomAudience Leads) -AiChatbotAvailability $true
        $read = $made | Get-IntercomContentSnippet
        $read.AiChatbotAvailability, "$($read.AudienceIds)" | Should -Be $true, 6502
        $made | Add-IntercomTag VIP
        (Search-IntercomContent -Tag VIP).Title | Should -Be Zebra
        ($made | Remove-IntercomTag VIP -PassThru).Id | Should -Be $made.Id
        Search-IntercomContent -Tag VIP | Should -BeNullOrEmpty
        Get-Failure { $made | Set-IntercomContentSnippet -AudienceId 9 } | Should -Not -BeNullOrEmpty
        $made | Remove-IntercomContentSnippet -Confirm:$false
        (Get-IntercomContentSnippet).Id | Should -Not -Contain $made.Id
    }

    $stories.Content = {
        $found = Search-IntercomContent 'import contacts' -ContentType article
        $found.Contents.Locale | Should -Be en
        $found | Unpublish-IntercomContent
        (Get-IntercomArticle 9007).State | Should -Be draft
        ($found | Publish-IntercomContent -PassThru).Status | Should -Be queued
        (Get-IntercomArticle 9007).State | Should -Be published
        $found | Set-IntercomContent -AddTag VIP
        (Get-IntercomArticle 9007).Tags.Name | Should -Be VIP
        Search-IntercomContent -ContentType content_snippet | Remove-IntercomContent -Confirm:$false
        Get-IntercomContentSnippet | Should -BeNullOrEmpty
    }

    $stories.ContentSource = {
        $made = New-IntercomContentSource https://zebra.example
        $made | Set-IntercomContentSource -Status deactivated
        ($made | Get-IntercomContentSource).Status | Should -Be deactivated
        $made | Remove-IntercomContentSource -Confirm:$false
        (Get-IntercomContentSource).Id | Should -Not -Contain $made.Id
    }

    $stories.ExternalPage = {
        $source = Get-IntercomContentSource -First 1
        $made = New-IntercomExternalPage Zebra -Html '<p>stripes</p>' -ExternalId z-1 -ContentSourceId $source
        $made | Set-IntercomExternalPage -Title Okapi
        ($made | Get-IntercomExternalPage).Title | Should -Be Okapi
        $made | Remove-IntercomExternalPage -Confirm:$false
        (Get-IntercomExternalPage).Id | Should -Not -Contain $made.Id
    }

    $stories.NewsItem = {
        $feed = Get-IntercomNewsfeed | Select-Object -Last 1
        $made = New-IntercomNewsItem Zebra -NewsfeedId $feed
        $made | Set-IntercomNewsItem -State live -Label Animals
        $read = $made | Get-IntercomNewsItem
        $read.State, $read.Labels[0] | Should -Be live, Animals
        ($feed | Get-IntercomNewsItem).Id | Should -Contain $made.Id
        $made | Remove-IntercomNewsItem -Confirm:$false
        (Get-IntercomNewsItem).Id | Should -Not -Contain $made.Id
    }

    $stories.Newsfeed = {
        $all = Get-IntercomNewsfeed
        ($all[0] | Get-IntercomNewsfeed).Name | Should -Be $all[0].Name
    }

    $stories.FinConversation = {
        (Start-IntercomFinConversation f-1 Hello u1).Status | Should -Be thinking
    }

    $stories.FinReply = {
        $null = Start-IntercomFinConversation f-2 Hello u1
        (Send-IntercomFinReply f-2 More u1).FinConversationId | Should -Be f-2
    }

    $stories.FinRating = {
        $null = Start-IntercomFinConversation f-3 Hello u1
        (Send-IntercomFinRating f-3 good).Status | Should -Be rated
    }

    # Calls and exports

    $stories.Call = {
        $call = Get-IntercomCall | Where-Object State -EQ completed | Select-Object -First 1
        ($call | Get-IntercomCall).Duration.TotalMinutes | Should -Be 5
        (Search-IntercomCall $call.ConversationId).Id | Should -Be $call.Id
    }

    $stories.CallRecording = {
        $call = Get-IntercomCall | Where-Object State -EQ completed | Select-Object -First 1
        $file = $call | Save-IntercomCallRecording (Join-Path $TestDrive call.mp3)
        $file.Length | Should -BeGreaterThan 1000
    }

    $stories.CallTranscript = {
        $call = Get-IntercomCall | Where-Object State -EQ completed | Select-Object -First 1
        ($call | Get-IntercomCallTranscript).Lines[-1].Text | Should -Be 'Thank you.'
    }

    $stories.FinVoiceCall = {
        $made = Register-IntercomFinVoiceCall '+353 87 000 0013' call-9 -Source five9
        $made.UserPhoneNumber, $made.Status | Should -Be +353870000013, in-progress
        (Get-IntercomFinVoiceCall $made.Id).ExternalCallId | Should -Be call-9
        (Get-IntercomFinVoiceCall -ExternalCallId call-9).Id | Should -Be $made.Id
        (Get-IntercomFinVoiceCall -PhoneNumber '+353 87 000 0013').Id | Should -Be $made.Id
        (Get-IntercomConversation $made.IntercomConversationId | Get-IntercomFinVoiceCall).Id | Should -Contain $made.Id
        (Get-Failure { Register-IntercomFinVoiceCall +353870000013 call-9 }).CategoryInfo.Category | Should -Be ResourceExists
        (Get-Failure { Get-IntercomFinVoiceCall -ExternalCallId nothing }).CategoryInfo.Category | Should -Be ObjectNotFound
    }

    $stories.PhoneSwitch = {
        (Send-IntercomPhoneSwitch '+353 87 123 4567').Phone | Should -Be '+353 87 123 4567'
    }

    $stories.OfficeHoursSchedule = {
        $made = New-IntercomOfficeHoursSchedule Zebra Europe/Berlin @{ Day = 'Monday'; Start = '09:00'; End = '17:00' }
        $made | Set-IntercomOfficeHoursSchedule -Name Okapi -TimeInterval (@($made.TimeIntervals) + @{ Day = 'Tue'; Start = '09:00'; End = '24:00' })
        $read = Get-IntercomOfficeHoursSchedule Okapi
        $read.Id, $read.TimeIntervals.ToString() | Should -Be $made.Id, 'Monday 09:00-17:00, Tuesday 09:00-24:00'
        $made | Remove-IntercomOfficeHoursSchedule -Confirm:$false
        (Get-IntercomOfficeHoursSchedule).Id | Should -Not -Contain $made.Id
    }

    $stories.OfficeHoursException = {
        $schedule = Get-IntercomOfficeHoursSchedule Support
        $made = $schedule | New-IntercomOfficeHoursException 2027-05-01 -Name Zebra
        $made.ExceptionType, $made.ExceptionDate | Should -Be closed, 2027-05-01
        $made | Set-IntercomOfficeHoursException -TimeInterval @{ Start = '09:00'; End = '11:00' } -RecurringAnnually $true
        $read = $made | Get-IntercomOfficeHoursException
        $read.ExceptionType, $read.RecurringAnnually, "$($read.TimeIntervals)" | Should -Be custom_hours, $true, 'Saturday 09:00-11:00'
        $made | Remove-IntercomOfficeHoursException -Confirm:$false
        ($schedule | Get-IntercomOfficeHoursException).Id | Should -Not -Contain $made.Id
    }

    $stories.DataConnector = {
        $made = New-IntercomDataConnector Zebra -Url https://zebra.example -Header @{ 'X-Key' = 'secret' }
        $made | Set-IntercomDataConnector -State live -Description Stripes
        $read = Get-IntercomDataConnector Zebra
        $read.State, $read.Description, $read.Headers[0]['value'] | Should -Be live, Stripes, '****'
        (Get-Failure { $made | Remove-IntercomDataConnector -Confirm:$false }).CategoryInfo.Category | Should -Be ResourceExists
        $made | Set-IntercomDataConnector -State draft
        $made | Remove-IntercomDataConnector -Confirm:$false
        (Get-IntercomDataConnector).Id | Should -Not -Contain $made.Id
    }

    $stories.DataConnectorExecution = {
        $all = Get-IntercomDataConnector 'Order status' | Get-IntercomDataConnectorExecution
        $all.Success | Should -Be $false, $true
        ($all[0] | Get-IntercomDataConnectorExecution).RawResponseBody | Should -Match error
    }

    $stories.DataExport = {
        $export = Start-IntercomDataExport (Get-Date).AddYears(-2)
        ($export | Get-IntercomDataExport).JobIdentifier | Should -Be $export.JobIdentifier
        $file = $export | Wait-IntercomDataExport | Save-IntercomDataExport (Join-Path $TestDrive messages.csv)
        @(Import-Csv $file.FullName).Count | Should -BeGreaterThan 10
        (Start-IntercomDataExport (Get-Date).AddYears(-2) | Stop-IntercomDataExport -PassThru).Status | Should -Be canceled
    }

    $stories.ReportingDataset = {
        $sets = Get-IntercomReportingDataset
        (Get-IntercomReportingDataset $sets[0].Id).Attributes.Id | Should -Be $sets[0].Attributes.Id
    }

    $stories.ReportingExport = {
        $export = Get-IntercomReportingDataset conversation | Start-IntercomReportingExport -From (Get-Date).AddYears(-2)
        ($export | Get-IntercomReportingExport -ClientId app1).JobIdentifier | Should -Be $export.JobIdentifier
        $file = $export | Wait-IntercomReportingExport -ClientId app1 | Save-IntercomReportingExport (Join-Path $TestDrive report.csv)
        @(Import-Csv $file.FullName)[0].conversation_id | Should -Not -BeNullOrEmpty
    }

    # Brands and workflows

    $stories.Brand = {
        $all = Get-IntercomBrand
        ($all | Where-Object IsDefault).Id | Should -Be (Get-IntercomConnection -Current).WorkspaceId
        ($all[1] | Get-IntercomBrand).Name | Should -Be $all[1].Name
    }

    $stories.EmailSetting = {
        $all = Get-IntercomEmailSetting *fernway*
        $all.Count | Should -Be 2
        ($all[0] | Get-IntercomEmailSetting).Email | Should -Be $all[0].Email
        ($all[0].BrandId | Get-IntercomBrand).Name | Should -Be Fernway
    }

    $stories.Workflow = {
        $workflow = Get-IntercomWorkflow 1501
        $workflow.Title, $workflow.State, $workflow.Snapshot.steps[1].type | Should -Be 'Greet new visitors', live, assign
        (Get-Failure { Get-IntercomWorkflow 9 }).CategoryInfo.Category | Should -Be ObjectNotFound
    }

    # The module itself

    $stories.Connection = {
        $null = Connect-Intercom -Sandbox -Name roundtrips-second
        (Get-IntercomConnection -Current).Name | Should -Be roundtrips-second
        Select-IntercomConnection roundtrips
        (Get-IntercomConnection -Current).Name | Should -Be roundtrips
        Test-IntercomConnection -Quiet | Should -BeTrue
        Get-IntercomConnection roundtrips-second | Disconnect-Intercom
        (Get-IntercomConnection).Name | Should -Not -Contain roundtrips-second
    }

    $stories.RateLimit = {
        $before = Get-IntercomRateLimit
        $null = Get-IntercomAdmin
        $after = Get-IntercomRateLimit
        $after.Calls - $before.Calls | Should -Be 1
        $after.Remaining | Should -BeLessThan $after.Limit
    }

    $stories.Sandbox = {
        $sandbox = Start-IntercomSandbox
        $answer = Invoke-RestMethod "$($sandbox.BaseUri)me" -Headers @{ Authorization = "Bearer $($sandbox.Token)" }
        $answer.type | Should -Be admin
        Stop-IntercomSandbox $sandbox
        { Invoke-RestMethod "$($sandbox.BaseUri)me" -TimeoutSec 5 } | Should -Throw
    }

    $stories.Csv = {
        $file = Join-Path ([System.IO.Path]::GetTempPath()) "$([guid]::NewGuid()).csv"
        Get-IntercomContact -First 9 | Export-IntercomCsv $file | Should -Exist
        $rows = @(Import-Csv $file)
        $rows[4].Name = 'Edited'
        $rows | Set-IntercomContact
        @(Get-IntercomContact -First 9 | Where-Object Name -EQ Edited).Id | Should -Be $rows[4].ContactId
        (Import-IntercomContact $file).Status | Select-Object -Unique | Should -Be Unchanged
        Remove-Item $file
    }

    $stories.Operation = {
        (Get-IntercomOperation contacts/*).Count | Should -BeGreaterThan 10
        (Get-IntercomOperation -Cmdlet Close-IntercomConversation).Method | Should -Be POST
    }

    $stories.Change = {
        $log = Join-Path $TestDrive changes.jsonl
        $null = Connect-Intercom -Sandbox -Name roundtrips -LogPath $log
        $contact = Get-IntercomContact -ExternalId user-123
        $conversation = Get-IntercomConversation 100120
        $contact | Set-IntercomContact -Name Renamed -CustomAttribute @{ plan = 'free' }
        $contact | Add-IntercomTag 'Beta tester'
        $conversation | Close-IntercomConversation -Body Bye
        $conversation | Set-IntercomConversationAssignee -ToAdmin tomas@sandbox.example
        Get-IntercomChange -Last 4 | Undo-IntercomChange -Confirm:$false
        $after = Get-IntercomContact -ExternalId user-123
        $after.Name | Should -Be $contact.Name
        $after.CustomAttributes.plan | Should -Be $contact.CustomAttributes.plan
        "$($after.Tags.Id)" | Should -Be "$($contact.Tags.Id)"
        $now = Get-IntercomConversation 100120
        $now.State, $now.AdminAssigneeId, $now.TeamAssigneeId | Should -Be $conversation.State, $conversation.AdminAssigneeId, $conversation.TeamAssigneeId
        $lines = @(Get-Content $log | ConvertFrom-Json)
        $lines.number | Should -Be @(Get-IntercomChange).Number
        $lines.outcome | Sort-Object -Unique | Should -Be Applied
        ($lines | Where-Object command -EQ Close-IntercomConversation).body.body | Should -Be Bye
    }

    $stories.Request = {
        $made = Invoke-IntercomRequest contacts POST -Body @{ email = 'raw@x.example' }
        (Invoke-IntercomRequest "contacts/$($made.id)").email | Should -Be raw@x.example
        @(Invoke-IntercomRequest contacts -Query @{ per_page = 100 } -Paginate).Count | Should -BeGreaterThan 200
    }

    $stories.Query = {
        $query = New-IntercomQuery role = lead
        (Test-IntercomQuery $query).IsValid | Should -BeTrue
        (Search-IntercomContact $query -First 1).Role | Should -Be lead
    }

    $stories.QueryCompletion = {
        Register-IntercomQueryCompletion
        $line = 'Search-IntercomContact { $_.Rol'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Contain Role
    }

    # All nouns that can only be listed have the same story.
    $cmdlets = Get-Command -Module Intercom -CommandType Cmdlet
    foreach ($only in $cmdlets | Group-Object Noun | Where-Object Count -EQ 1 | ForEach-Object Group | Where-Object Verb -EQ Get) {
        $noun = $only.Noun -replace '^Intercom'
        if ($stories.Contains($noun)) { continue }
        $stories[$noun] = [scriptblock]::Create("
            `$items = @($($only.Name))
            `$items.Count | Should -BeGreaterThan 0
            @(`$items.Id | Sort-Object -Unique) | Should -HaveCount `$items.Count
            `$items | ForEach-Object { `"`$_`" | Should -Not -BeNullOrEmpty }")
    }
}

BeforeAll {
    . "$PSScriptRoot/Shared.ps1"
    Import-TestedModule
}

AfterAll {
    Get-IntercomConnection roundtrips -ErrorAction Ignore | Disconnect-Intercom
}

Describe 'Round trips' {
    BeforeEach {
        $null = Connect-Intercom -Sandbox -Name roundtrips
    }

    It 'the noun <Noun> completes its round trip' -ForEach ($stories.Keys | ForEach-Object { @{ Noun = $_; Story = $stories[$_] } }) {
        . $Story
    }
}

Describe 'The stories' {
    It 'cover every noun, and only existing ones' -ForEach @{ Told = @($stories.Keys) } {
        $nouns = Get-Command -Module Intercom -CommandType Cmdlet | ForEach-Object { $_.Noun -replace '^Intercom' } | Where-Object Length -GT 0 | Sort-Object -Unique
        $nouns | Where-Object { $_ -notin $Told } | Should -BeNullOrEmpty -Because 'each noun has a story above'
        $Told | Where-Object { $_ -notin $nouns } | Should -BeNullOrEmpty -Because 'each story is of a noun'
    }

    It 'use every cmdlet' -ForEach @{ Used = @($stories.Values | ForEach-Object { $_.Ast.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true) } | ForEach-Object { $_.GetCommandName() }) } {
        (Get-Command -Module Intercom -CommandType Cmdlet).Name | Where-Object { $_ -notin $Used -and $_ -ne 'Disconnect-Intercom' -and $_ -ne 'Connect-Intercom' } | Should -BeNullOrEmpty -Because 'each cmdlet is used in a story'
    }
}
