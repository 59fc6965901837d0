# The help center, the content that Fin uses, and news on the sandbox. These cases add to the stories of tests/Pester/RoundTrips.Tests.ps1.

# Before each
$null = Connect-Intercom -Sandbox

# Articles
$a = New-IntercomArticle 'Zebra crossing' -Body '<p>stripes</p>' -Collection billing
$a.State
$a.ParentType
(Get-IntercomCollection $a.ParentId).Name
$a | Set-IntercomArticle -State published -TranslatedContent @{ fr = @{ title = 'Passage' } }
$b = $a | Get-IntercomArticle
$b.State
$b.TranslatedContent.fr.Title
$null -ne $b.Url
@(Get-IntercomArticle | Where-Object Id -eq $a.Id).Count
(Search-IntercomArticle zebra).Id -eq $a.Id
$a | Remove-IntercomArticle -Confirm:$false
$null -eq (Get-IntercomArticle $a.Id -ErrorAction SilentlyContinue)
#> draft
#> collection
#> Billing
#> published
#> Passage
#> True
#> 1
#> True
#> True

# Highlights
1..13 | ForEach-Object { $null = New-IntercomArticle "Zebra $_" }
$h = Search-IntercomArticle zebra -Highlight
$h.Count
"$($h[0].Highlight)"
(Search-IntercomArticle zebra -Highlight -First 2 -Skip 10).Title
#> 13
#> [Zebra] 1
#> Zebra 11
#> Zebra 12

# Collections
$c = New-IntercomCollection Refunds -Parent Billing
$n = (Get-IntercomCollection).Count
$c | Set-IntercomCollection -Name 'Money back' -Parent $null
$d = $c | Get-IntercomCollection
$d.Name
$null -eq $d.ParentId
($d | Get-IntercomHelpCenter).DisplayName
New-IntercomArticle X -Collection 'money back' | ForEach-Object { }
$c | Remove-IntercomCollection -Confirm:$false
(Get-IntercomCollection).Count - $n
@(Search-IntercomArticle X | Where-Object Title -ceq X)[0].ParentId
#> Money back
#> True
#> Sandbox Help
#> -1
#>

# Internal articles
$n = @(Get-IntercomInternalArticle).Count
$a = New-IntercomInternalArticle 'Zebra' -Body stripes
$a.OwnerId -eq $a.AuthorId
$a | Set-IntercomInternalArticle -OwnerId 5002
($a | Get-IntercomInternalArticle).OwnerId
(Search-IntercomInternalArticle stripes).Title
$a | Remove-IntercomInternalArticle -Confirm:$false
@(Get-IntercomInternalArticle).Count - $n
#> True
#> 5002
#> Zebra
#> 0

# Content sources and their pages
$s = New-IntercomContentSource https://zebra.example
$p = New-IntercomExternalPage T -Html H -ExternalId e1 -ContentSourceId $s
$q = New-IntercomExternalPage T2 -Html H -ExternalId e1 -ContentSourceId $s
$p.Id -eq $q.Id
$q | Set-IntercomExternalPage -Html H2 -FinAvailability $false
$r = $q | Get-IntercomExternalPage
$r.Title
$r.Html
$r.FinAvailability
$s | Set-IntercomContentSource -Status deactivated
($s | Get-IntercomContentSource).Status
(Get-IntercomContentSource | Where-Object SyncBehavior -eq automatic | Set-IntercomContentSource -Status deactivated -PassThru).SyncBehavior
$s | Remove-IntercomContentSource -Confirm:$false
$null -eq (Get-IntercomExternalPage $p.Id -ErrorAction SilentlyContinue)
#> True
#> T2
#> H2
#> False
#> deactivated
#> automatic
#> True

# More pages of content than fit on one page of a list
$s = Get-IntercomContentSource -First 1
$n = @(Get-IntercomExternalPage).Count
1..120 | ForEach-Object { [pscustomobject]@{ Title = "p$_"; Html = 'h'; ExternalId = "p$_" } } |
    New-IntercomExternalPage -ContentSourceId $s | ForEach-Object { }
@(Get-IntercomExternalPage).Count - $n
$p = Get-IntercomExternalPage -First 1
$p | Remove-IntercomExternalPage -Confirm:$false
@(Get-IntercomExternalPage).Count - $n
#> 120
#> 119

# News
$f = Get-IntercomNewsfeed
$n = New-IntercomNewsItem Zebra -NewsfeedId $f[1]
@($f[1] | Get-IntercomNewsItem).Count
$n | Set-IntercomNewsItem -State live -Label Animals
$m = $f[1] | Get-IntercomNewsItem
$m.Title
$m.SenderId
$m.Labels[0]
($n | Get-IntercomNewsItem).State
($f[0] | Get-IntercomNewsfeed).Name
$n | Remove-IntercomNewsItem -Confirm:$false
@($f[1] | Get-IntercomNewsItem).Count
@(Get-IntercomNewsItem).Count
#> 0
#> Zebra
#> 5001
#> Animals
#> live
#> Visitors
#> 0
#> 3

# Refused: nosuch
New-IntercomArticle X -Collection nosuch
#! name_not_found

# Refused: author
New-IntercomArticle X -AuthorId 9
#! parameter_not_found

# Refused: inside itself
$c = New-IntercomCollection A
$d = New-IntercomCollection B -Parent A
$c | Set-IntercomCollection -Parent $d
#! parameter_invalid

# Refused: from api
Get-IntercomContentSource | Where-Object SyncBehavior -eq api | Set-IntercomContentSource -SyncBehavior manual
#! parameter_invalid

# Refused: not a content source
New-IntercomExternalPage T -Html H -ExternalId e -ContentSourceId 9
#! parameter_invalid

# Refused: not a newsfeed
New-IntercomNewsItem X -NewsfeedId 9
#! parameter_invalid

# Refused: Not Found
Get-IntercomHelpCenter 9
#! not_found
