# Functions that all files in this folder use. Each file dot-sources this one. The tests run in PowerShell 7.4 or later, and in Windows
# PowerShell 5.1 unless a test skips itself there.
# Use ASCII characters only. Windows PowerShell would misread others, because the file has no byte order mark.

$ModulePath = "$PSScriptRoot/../../out/Intercom/Intercom.psd1"

# False if another program hosts PowerShell, because it cannot be started again as a PowerShell process.
$HasOwnProcess = [bool](Get-ChildItem $PSHOME -Filter p*w*sh* | Where-Object Name -In pwsh, pwsh.exe, powershell.exe)

# Text that must not appear in a cell, line or JSON value: the name of a .NET type, or the text form of a hashtable or object.
$TypeNames = 'System\.[A-Z]|Intercom\.[A-Z]\w+|@\{|`\d\[|<>'

# Imports the built module. The tests never use the token of the computer that runs them.
function Import-TestedModule {
    Remove-Item Env:INTERCOM_TOKEN, Env:INTERCOM_REGION -ErrorAction Ignore
    Import-Module $ModulePath -Force
}

# Returns the number of calls of the current connection.
function Get-CallCount { (Get-IntercomRateLimit).Calls }

# Converts text to a SecureString. ConvertTo-SecureString would require -AsPlainText.
function New-Secret([string] $Text) {
    $secret = New-Object securestring
    $Text.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
    $secret
}

# Returns the first error that a script writes or throws; null if it does neither.
function Get-Failure([scriptblock] $Script) {
    try { & $Script 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | Select-Object -First 1 }
    catch { $_ }
}

# Returns the output on a screen, without colors.
function Show-Text([Parameter(ValueFromPipeline)] $InputObject, [int] $Width = 120) {
    begin { $items = @() }
    process { $items += $InputObject }
    end { ($items | Out-String -Width $Width) -replace "$([char]27)\[[0-9;]*m" }
}

# Runs a script in a separate process of the same edition of PowerShell, and returns its output as lines.
function Invoke-OwnProcess([string] $Script) {
    $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes("`$ProgressPreference = 'SilentlyContinue'; $Script"))
    & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -OutputFormat Text -EncodedCommand $encoded 2>&1 | ForEach-Object { "$_" }
}

# Returns a script for each output type of the cmdlets, and for nested types that people list. On a new sandbox, the script returns samples
# of the type.
function Get-SampleTable {
    $table = [ordered]@{}
    $table['Intercom.AdminActivity'] = { Get-IntercomAdminActivity (Get-Date).AddDays(-9) }
    $table['Intercom.Article'] = { New-IntercomArticle Zebra -TranslatedContent @{ fr = @{ title = 'Passage' } }; Get-IntercomArticle -First 3 }
    $table['Intercom.ArticleVersion'] = { Get-IntercomArticleVersion 9007; Get-IntercomArticleVersion 9007 | Get-IntercomArticleVersion }
    $table['Intercom.CallTranscript'] = { Get-IntercomCall | Where-Object State -EQ completed | Select-Object -First 1 | Get-IntercomCallTranscript }
    $table['Intercom.CallTranscriptLine'] = { (Get-IntercomCall | Where-Object State -EQ completed | Select-Object -First 1 | Get-IntercomCallTranscript).Lines }
    $table['Intercom.Banner'] = { Get-IntercomContact -ExternalId user-123 | Get-IntercomBanner }
    $table['Intercom.BannerDismissal'] = { Get-IntercomContact -ExternalId user-123 | Get-IntercomBanner | Hide-IntercomBanner -PassThru }
    $table['Intercom.IntercomChange'] = { Get-IntercomContact -First 2 | Set-IntercomContact -Phone +353871234567; Get-IntercomChange -Last 2 }
    $table['Intercom.Company'] = { Get-IntercomCompany -First 3 | Add-IntercomTag VIP -PassThru }
    $table['Intercom.ConnectionCheck'] = { Test-IntercomConnection }
    $table['Intercom.Contact'] = { Get-IntercomContact -ExternalId user-1 -Expand Tags, Notes, Companies; Get-IntercomContact -First 3 }
    $table['Intercom.ContactImportRow'] = {
        $file = Join-Path ([System.IO.Path]::GetTempPath()) "$([guid]::NewGuid()).csv"
        'ExternalId,Name', 'user-1,Ada Albright', 'user-1,Again', 'user-123,' | Set-Content $file
        Import-IntercomContact $file
        Remove-Item $file
    }
    $table['Intercom.ContactRecord'] = { Get-IntercomContact -ExternalId user-123 -Everything }
    $table['Intercom.ContactStatus'] = { New-IntercomContact status@x.example | Disable-IntercomContact -PassThru }
    $table['Intercom.AudiencePredicate'] = { (Get-IntercomAudience).Predicates }
    $table['Intercom.ContentBulkAction'] = { Search-IntercomContent refunds | Set-IntercomContent -AddTag VIP -PassThru }
    $table['Intercom.ContentItem'] = { Search-IntercomContent; (Search-IntercomContent -ContentType article -First 2).Contents }
    $table['Intercom.Conversation'] = { Get-IntercomConversation -First 9; Get-IntercomConversation -First 3 | Get-IntercomConversation }
    $table['Intercom.ConversationAttributeOption'] = { (Get-IntercomConversationAttribute 'Root cause').Options }
    $table['Intercom.ConversationPart'] = { (Get-IntercomConversation -First 1 | Get-IntercomConversation).ConversationParts }
    $table['Intercom.ConversationSource'] = { (Get-IntercomConversation -First 3).Source }
    $table['Intercom.ConversationStatistics'] = { (Get-IntercomConversation -First 3).Statistics }
    $table['Intercom.CustomObject'] = { Get-IntercomCustomObject Order -ExternalId A-1 }
    $table['Intercom.DataAttribute'] = { New-IntercomDataAttribute tier contact -Option gold, silver; Get-IntercomDataAttribute }
    $table['Intercom.DataConnectorExecution'] = { Get-IntercomDataConnectorExecution 7701; Get-IntercomDataConnectorExecution 7701 77002 }
    $table['Intercom.DataExport'] = { Start-IntercomDataExport (Get-Date).AddYears(-2) | Wait-IntercomDataExport }
    $table['Intercom.Event'] = { Get-IntercomContact -ExternalId user-1 | Send-IntercomEvent placed-order -Metadata @{ price = @{ amount = 3; currency = 'eur' } }; Get-IntercomContact -ExternalId user-1 | Get-IntercomEvent }
    $table['Intercom.EventCount'] = { Get-IntercomContact -ExternalId user-1 | Send-IntercomEvent placed-order; Get-IntercomContact -ExternalId user-1 | Get-IntercomEvent -Summary }
    $table['Intercom.FinAnswer'] = { Start-IntercomFinConversation e1 Hello u1; Send-IntercomFinReply e1 More u1 }
    $table['Intercom.FinRating'] = { $null = Start-IntercomFinConversation e2 Hello u1; Send-IntercomFinRating e2 good }
    $table['Intercom.FinVoiceCall'] = { Get-IntercomFinVoiceCall -ExternalCallId call-1; Register-IntercomFinVoiceCall +353870000013 call-2 }
    $table['Intercom.HandlingEvent'] = { Get-IntercomHandlingEvent 100119, 100120 }
    $table['Intercom.HelpCenterRedirect'] = { Get-IntercomHelpCenterRedirect 8001 }
    $table['Intercom.IntercomConnection'] = { Get-IntercomConnection }
    $table['Intercom.IntercomOperation'] = { Get-IntercomOperation }
    $table['Intercom.IntercomRateLimit'] = { Get-IntercomRateLimit }
    $table['Intercom.IntercomSandbox'] = { Start-IntercomSandbox | ForEach-Object { $_; Stop-IntercomSandbox $_ } }
    $table['Intercom.Job'] = { New-IntercomTicket Bug 'By a job' -ExternalId user-1 -AsJob; New-IntercomTicket Bug 'By a job' -ExternalId user-1 -AsJob | Wait-IntercomJob }
    $table['Intercom.MergedContact'] = { Get-IntercomContact -ExternalId user-123 | Get-IntercomMergeHistory }
    $table['Intercom.Message'] = { Get-IntercomContact -First 1 | Send-IntercomMessage Hello; Get-IntercomContact -ExternalId user-1 | New-IntercomConversation Hello }
    $table['Intercom.MessageStatus'] = { Get-IntercomMessageStatus -RulesetId 8801; Get-IntercomMessageStatus wamid_event-2 }
    $table['Intercom.NewsItem'] = { New-IntercomNewsItem Zebra -Label Animals, Stripes; Get-IntercomNewsItem }
    $table['Intercom.Note'] = { $made = New-IntercomContact notes@x.example; $made | Add-IntercomNote 'Likes zebras.'; $made | Get-IntercomNote }
    $table['Intercom.OfficeHoursException'] = { Get-IntercomOfficeHoursSchedule | Get-IntercomOfficeHoursException }
    $table['Intercom.OfficeHoursInterval'] = { (Get-IntercomOfficeHoursSchedule).TimeIntervals }
    $table['Intercom.PhoneSwitch'] = { Send-IntercomPhoneSwitch '+353 87 123 4567' }
    $table['Intercom.Query.QueryFilter'] = { New-IntercomQuery role = user; New-IntercomQuery custom_attributes.plan IN pro, premium }
    $table['Intercom.Query.QueryGroup'] = { New-IntercomQuery -All (New-IntercomQuery role = user), (New-IntercomQuery custom_attributes.plan IN pro, premium) }
    $table['Intercom.QueryExplanation'] = { Test-IntercomQuery { $_.CreatedAt -ge '2026-01-01' -and $_.Role -eq 'user' } Contact }
    $table['Intercom.Reference'] = { (Get-IntercomConversation -First 3).Contacts }
    $table['Intercom.ReportingExport'] = { Start-IntercomReportingExport conversation -From (Get-Date).AddYears(-2) | Wait-IntercomReportingExport -ClientId app1 }
    $table['Intercom.Segment'] = { Get-IntercomSegment -IncludeCount }
    $table['Intercom.SideConversation'] = { Get-IntercomSideConversation 100119, 100120 }
    $table['Intercom.Tag'] = { Get-IntercomTag; (Get-IntercomConversation -First 30).Tags }
    $table['Intercom.TeamMetric'] = { Get-IntercomTeam | Get-IntercomTeamMetric }
    $table['Intercom.Ticket'] = { Search-IntercomTicket { $_.open -eq $true } -First 5; Get-IntercomTicket 300002 }
    $table['Intercom.TicketPart'] = { (Get-IntercomTicket 300001, 300002, 300003).TicketParts }
    $table['Intercom.TicketTypeAttribute'] = { (Get-IntercomTicketType).TicketTypeAttributes }
    $table['Intercom.Visitor'] = { Get-IntercomVisitor 3ecf64d0-0000-4e9f-88e1-000000000001 }
    $table['Intercom.Workflow'] = { Get-IntercomWorkflow 1501, 1502 }
    # Types that a Get- cmdlet lists without parameters do not need a line above.
    foreach ($cmdlet in Get-Command -Module Intercom -CommandType Cmdlet | Where-Object Verb -EQ Get | Sort-Object Name) {
        $type = "Intercom.$($cmdlet.Noun -replace '^Intercom')"
        if (-not $table.Contains($type) -and $type -in $cmdlet.OutputType.Name) { $table[$type] = [scriptblock]::Create($cmdlet.Name) }
    }
    $table
}
