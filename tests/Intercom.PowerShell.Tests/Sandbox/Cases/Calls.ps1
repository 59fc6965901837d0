# Calls, exports and Fin on the sandbox. These cases add to the stories of tests/Pester/RoundTrips.Tests.ps1.

# Before each
$null = Connect-Intercom -Sandbox
$folder = [IO.Directory]::CreateTempSubdirectory('intercom').FullName

# After each
[IO.Directory]::Delete($folder, $true)

# Calls
$c = Get-IntercomCall
$c.Count -gt 5
$a = @($c | Where-Object State -eq completed)[0]
$a.Duration.TotalSeconds
($a | Get-IntercomCall).Id -eq $a.Id
$t = $a | Get-IntercomCallTranscript
$t.Lines.Count
$t.Lines[1].Speaker
$t.Lines[1].At.TotalSeconds
$f = $a | Save-IntercomCallRecording $folder
$f.Name -eq "call-$($a.Id).mp3"
$f.Length -gt 4000
#> True
#> 300
#> True
#> 4
#> User
#> 9
#> True
#> True

# Calls of conversations
$a = @(Get-IntercomCall | Where-Object State -eq completed)[0]
$s = Search-IntercomCall $a.ConversationId
$s.Id -eq $a.Id
$s.TranscriptStatus
$s.Transcript.Count
@(Get-IntercomConversation -First 60 | Search-IntercomCall).Count -gt 2
#> True
#> completed
#> 4
#> True

# An export in one line
$f = Start-IntercomDataExport ([datetime]::Now.AddYears(-2)) | Wait-IntercomDataExport |
    Save-IntercomDataExport $folder/out.csv
$l = [IO.File]::ReadAllLines($f.FullName)
$l[0]
$l.Count -gt 10
[IO.Directory]::GetFiles($folder).Count
#> user_id,email,content_type,sent_at,first_opened_at
#> True
#> 1

# An export without data
$f = Start-IntercomDataExport ([datetime]'2001-01-01') ([datetime]'2001-01-02') | Wait-IntercomDataExport |
    Save-IntercomDataExport $folder/none.csv 3> $null
$null -eq $f
[IO.File]::Exists("$folder/none.csv")
#> True
#> False

# A compressed export
$f = Start-IntercomDataExport ([datetime]::Now.AddYears(-2)) | Wait-IntercomDataExport |
    Save-IntercomDataExport $folder/out.csv.gz
$b = [IO.File]::ReadAllBytes($f.FullName)
$b[0]
$b[1]
#> 31
#> 139

# -Force replaces a file
$e = Start-IntercomDataExport ([datetime]::Now.AddYears(-2)) | Wait-IntercomDataExport
$null = $e | Save-IntercomDataExport $folder/out.csv
[IO.File]::WriteAllText("$folder/out.csv", 'x')
$null = $e | Save-IntercomDataExport $folder/out.csv -Force
[IO.File]::ReadAllLines("$folder/out.csv").Count -gt 10
#> True

# An export is stopped
$e = Start-IntercomDataExport ([datetime]::Now.AddYears(-2))
($e | Stop-IntercomDataExport -PassThru).Status
($e | Get-IntercomDataExport).Status
(Start-IntercomDataExport ([datetime]::Now.AddYears(-2))).Status
#> canceled
#> canceled
#> pending

# A report in one line
$f = Get-IntercomReportingDataset conversation | Start-IntercomReportingExport -From ([datetime]::Now.AddYears(-2)) |
    Wait-IntercomReportingExport -ClientId app1 | Save-IntercomReportingExport $folder/r.csv
$l = [IO.File]::ReadAllLines($f.FullName)
$l[0]
$l.Count -gt 10
#> conversation_id,conversation_started_at,conversation_state,admin_assignee_id,time_to_admin_reply
#> True

# A conversation is converted to a ticket
$v = Get-IntercomConversation -First 1
$t = $v | ConvertTo-IntercomTicket 'Customer request' -TicketAttribute @{ Priority = 'High' }
($t | Get-IntercomTicket).Id -eq $t.Id
$t.TicketType.Name
($v | Get-IntercomConversation).Ticket.Id -eq $t.Id
#> True
#> Customer request
#> True

# Refused: pending
$null = Start-IntercomDataExport ([datetime]::Now.AddDays(-9))
Start-IntercomDataExport ([datetime]::Now.AddDays(-9))
#! job_limit_exceeded

# Refused: not found
Start-IntercomDataExport ([datetime]::Now.AddDays(-9)) | Save-IntercomDataExport $folder/x.csv
[IO.Directory]::GetFiles($folder).Count
#! not_found
#> 0

# Refused: Recording Not Found
@(Get-IntercomCall | Where-Object State -eq missed)[0] | Save-IntercomCallRecording $folder/x.mp3
[IO.Directory]::GetFiles($folder).Count
#! not_found
#> 0

# Refused: nosuch
Start-IntercomReportingExport call ([datetime]::Now.AddDays(-9)) -AttributeId nosuch
#! bad_request

# Refused: lock you out
Set-IntercomIPAllowlist -Enabled $true -Address 198.51.100.1 -Confirm:$false
#! parameter_invalid

# Refused: Conversation not found
Send-IntercomFinRating nosuch good
#! data_invalid

# Refused: can no longer be changed
$null = Start-IntercomFinConversation e2 Hi u1
$null = Send-IntercomFinRating e2 good -Remark x
Send-IntercomFinRating e2 bad
#! data_invalid

# Refused: customer ticket type
Get-IntercomConversation -First 1 | ConvertTo-IntercomTicket Bug
#! parameter_invalid
