# Contacts, companies and their details on the sandbox. These cases add to the stories of tests/Pester/RoundTrips.Tests.ps1.

# Before each
$null = Connect-Intercom -Sandbox

# Merging a lead into a user deletes the lead and moves its tags to the user
$l = New-IntercomContact -Role lead -Name L
$u = New-IntercomContact u@x.example
$l | Add-IntercomTag vip
$l | Merge-IntercomContact -Into $u -Confirm:$false
($u | Get-IntercomTag).Name
(Get-IntercomContact $l.Id -ErrorAction SilentlyContinue) -eq $null
#> VIP
#> True

# -Expand reads all tags, by id and in a list
$t = (Get-IntercomTag).Count
$c = Get-IntercomContact -ExternalId user-1
$c.Tags.Count
$e = $c | Get-IntercomContact -Expand Tags, Notes, Companies
$e.Tags.Count -eq $t
$e.Tags.HasMore
$e.Companies[0].Name -eq ($c | Get-IntercomCompany)[0].Name
$l = Get-IntercomContact -Email $c.Email -Expand Tags
$l.Tags.Count -eq $t
#> 10
#> True
#> False
#> True
#> True

# Notes are read by contact and by id
$u = New-IntercomContact u@x.example
1..12 | ForEach-Object { $u | Add-IntercomNote "n$_" }
$n = $u | Get-IntercomNote
$n.Count
($n[0] | Get-IntercomNote).Body
($u | Get-IntercomContact -Expand Notes).Notes.Count
#> 12
#> <p>n12</p>
#> 12

# Contacts of a company
$c = Get-IntercomCompany -First 1
$n = ($c | Get-IntercomContact).Count
$n -eq $c.UserCount
$n -gt 0
#> True
#> True

# Segments
$s = Get-IntercomSegment -IncludeCount
$s.Count
$s[0].Count -gt 0
($s[0] | Get-IntercomSegment).Name
(Get-IntercomContact -ExternalId user-1 | Get-IntercomSegment).Count -ge 0
@(Get-IntercomSegment -Name 'Open*').Count
#> 3
#> True
#> Active
#> True
#> 1

# Subscriptions
$u = New-IntercomContact u@x.example
$t = Get-IntercomSubscriptionType
$u | Add-IntercomContactSubscription $t[0] opt_out
($u | Get-IntercomSubscriptionType).Name
($u | Get-IntercomContact).OptedOutSubscriptionTypes.Count
$u | Remove-IntercomContactSubscription $t[0]
@($u | Get-IntercomSubscriptionType).Count
#> Newsletter
#> 1
#> 0

# A scroll returns the same companies as the list, and can be repeated
$l = (Get-IntercomCompany).Count
(Get-IntercomCompany -Scroll).Count -eq $l
(Get-IntercomCompany -Scroll).Count -eq $l
#> True
#> True

# Missing attributes are created with the types of the values
$c = 1..9 | ForEach-Object { [pscustomobject]@{ Email = "m$_@x.example" } } |
    New-IntercomContact -CustomAttribute @{ age = 3; rate = 1.5; vip = $true; since = [datetime]::Now; note = 'x' } -CreateMissingAttribute
$c.Count
('age', 'note', 'rate', 'since', 'vip' | ForEach-Object { (Get-IntercomDataAttribute $_ -Model contact).DataType }) -join ','
#> 9
#> integer,string,float,date,boolean

# Missing attributes of a company are created
(New-IntercomCompany acme -CustomAttribute @{ floors = 3 } -CreateMissingAttribute).CustomAttributes.floors
(Get-IntercomDataAttribute floors).Model
#> 3
#> company

# The away status of an admin is set and cleared, and appears in the activity log
$r = (Get-IntercomAwayReason)[0]
(Set-IntercomAdminStatus 5002 $true -AwayReasonId $r -PassThru).AwayStatusReasonId -eq $r.Id
(Get-IntercomAdmin 5002).AwayModeEnabled
Set-IntercomAdminStatus 5002 $false
(Get-IntercomAdmin 5002).AwayModeEnabled
@(Get-IntercomAdminActivity ([datetime]::Now.AddMinutes(-5))).Count
@(Get-IntercomAdminActivity ([datetime]::Now.AddDays(-100))).Count
@(Get-IntercomAwayReason -IncludeDeleted).Count
#> True
#> True
#> False
#> 2
#> 47
#> 4

# Refused: nosuch
New-IntercomContact a@x.example -CustomAttribute @{ nosuch = 1 }
#! parameter_invalid

# Refused: opt_out
Add-IntercomContactSubscription 301 opt_in -ContactId (Get-IntercomContact -First 1).Id
#! parameter_invalid

# Refused: deleted
Set-IntercomAdminStatus 5002 $true -AwayReasonId 404
#! parameter_invalid

# Refused: already
New-IntercomDataAttribute plan company
#! parameter_invalid

# Refused: data attribute
Set-IntercomDataAttribute 99 -Description x
#! field_not_found

# Refused: scroll already exists
$null = Get-IntercomCompany -Scroll -First 1
Get-IntercomCompany -Scroll
#! scroll_exists

# A custom attribute is read in any case, and one that is missing is $null in strict mode
$one = Get-IntercomContact -ExternalId user-1
& {
    Set-StrictMode -Version Latest
    $bag = $one.CustomAttributes
    "$($bag.plan) $($bag.PLAN) $($bag.Count) $($null -eq $bag.nothing)"
    @($one | Where-Object { $_.CustomAttributes.nothing -eq 'x' }).Count
}
#> enterprise enterprise 4 True
#> 0
