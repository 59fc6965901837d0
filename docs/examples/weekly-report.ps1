<#
.SYNOPSIS
    Reports the response times of the last week in a CSV file with a row for each conversation, and in a self-contained HTML page with charts.
.DESCRIPTION
    Without a token, the script uses the embedded sandbox. If INTERCOM_TOKEN is set, it uses the real workspace, and changes nothing there.
    Times include hours outside the office hours. The time to the first reply is that from the customer's message to the first reply of an admin.
.EXAMPLE
    dotnet run --project src/Intercom.Shell -- -File docs/examples/weekly-report.ps1 -Days 28 -Folder reports
#>
[CmdletBinding()]
param(
    # The number of whole days, up to the end of yesterday.
    [ValidateRange(1, 366)] [int] $Days = 7,

    # The folder for response-times.csv and response-times.html. The default is a new folder that only you can read.
    [string] $Folder = $(if ($PSEdition -eq 'Core') { [System.IO.Directory]::CreateTempSubdirectory('intercom-').FullName } else { [System.IO.Directory]::CreateDirectory([System.IO.Path]::GetTempPath() + [guid]::NewGuid()).FullName })
)

$ErrorActionPreference = 'Stop'
# In the repository, imports the module that was built there, elsewhere the installed module.
if (-not (Get-Module Intercom)) { Import-Module $(if (Test-Path -LiteralPath "$PSScriptRoot/../../out/Intercom") { "$PSScriptRoot/../../out/Intercom" } else { 'Intercom' }) }
if (-not (Test-Path Env:INTERCOM_TOKEN) -and -not (Get-IntercomConnection)) {
    Write-Warning 'INTERCOM_TOKEN is not set. This script uses the sandbox and its sample data.'
    $null = Connect-Intercom -Sandbox
}

$Folder = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Folder)
$end = (Get-Date).Date
$start = $end.AddDays(-$Days)
$names = @{}
Get-IntercomAdmin | ForEach-Object { $names[$_.Id] = $_.Name }
Get-IntercomTeam | ForEach-Object { $names["team $($_.Id)"] = $_.Name }

$rows = @(Search-IntercomConversation { $_.CreatedAt -ge $start -and $_.CreatedAt -lt $end } -SortBy created_at | ForEach-Object {
    $s = $_.Statistics
    # Admins who left the workspace do not appear in the list, and are shown by id.
    $key = if ($_.AdminAssigneeId) { $_.AdminAssigneeId } elseif ($_.TeamAssigneeId) { "team $($_.TeamAssigneeId)" }
    $assignee = if (-not $key) { 'Nobody' } elseif ($names[$key]) { $names[$key] } else { $key }
    [pscustomobject]@{
        ConversationId    = $_.Id
        CreatedAt         = $_.CreatedAt.ToString('s')
        State             = $_.State
        Subject           = $_.Title
        Assignee          = $assignee
        FirstReplyMinutes = if ($s.FirstAdminReplyAt) { [Math]::Round(($s.FirstAdminReplyAt - $_.CreatedAt).TotalMinutes, 1) }
        FirstCloseMinutes = if ($s.FirstCloseAt) { [Math]::Round(($s.FirstCloseAt - $_.CreatedAt).TotalMinutes, 1) }
        Reopened          = $s.CountReopens
    }
})

# Customers write names and subjects, and a spreadsheet runs text with this beginning as a formula. An apostrophe before the text prevents it.
# Numbers and telephone numbers stay unchanged.
function ConvertTo-SafeRow {
    process {
        $safe = [ordered]@{}
        foreach ($cell in $_.PSObject.Properties) { $safe[$cell.Name] = if (Test-Formula $cell.Value) { "'$($cell.Value)" } else { $cell.Value } }
        [pscustomobject]$safe
    }
}
function Test-Formula($value) {
    $lead = "^'*[ \n\v\f\u00A0]*"
    "$value" -match "$lead[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]" -and
        "$value" -notmatch "$lead([+-]([0-9]+([.,][0-9]+)*|\.[0-9]+)([eE][+-]?[0-9]+)? *|\+[ ().\-]*[0-9][0-9 ().\-]*)\z"
}

# Returns the value that this part of the numbers is below. Returns nothing without numbers.
function Get-Quantile([double[]] $Numbers, [double] $Part) {
    if (-not $Numbers) { return }
    $sorted = @($Numbers | Sort-Object)
    $sorted[[Math]::Min($sorted.Count - 1, [Math]::Floor($Part * $sorted.Count))]
}
function Format-Minutes($minutes) { if ($null -eq $minutes) { '-' } elseif ($minutes -ge 120) { '{0:0.0} h' -f ($minutes / 60) } else { '{0:0} min' -f $minutes } }
function Format-Html($text) { [System.Net.WebUtility]::HtmlEncode("$text") }

$replies = @($rows | Where-Object { $null -ne $_.FirstReplyMinutes } | ForEach-Object FirstReplyMinutes)
$closes = @($rows | Where-Object { $null -ne $_.FirstCloseMinutes } | ForEach-Object FirstCloseMinutes)
$figures = [ordered]@{
    'Conversations'            = $rows.Count
    'Answered'                 = if ($rows) { '{0:0} %' -f (100 * $replies.Count / $rows.Count) } else { '-' }
    'First reply, median'      = Format-Minutes (Get-Quantile $replies 0.5)
    'First reply, nine in ten' = Format-Minutes (Get-Quantile $replies 0.9)
    'Closed, median'           = Format-Minutes (Get-Quantile $closes 0.5)
}

$perDay = @{}
foreach ($row in $rows) { $perDay[$row.CreatedAt.Substring(0, 10)] = 1 + $perDay[$row.CreatedAt.Substring(0, 10)] }
$byDay = for ($day = $start; $day -lt $end; $day = $day.AddDays(1)) {
    [pscustomobject]@{ Label = $day.ToString('ddd d MMM'); Value = [int]$perDay[$day.ToString('s').Substring(0, 10)]; Text = '' }
}
$limits = @(15, '15 min'), @(60, '1 h'), @(240, '4 h'), @(1440, '1 day'), @([double]::MaxValue, 'more')
$floor = 0
$byTime = foreach ($limit in $limits) {
    [pscustomobject]@{ Label = if ($limit[1] -eq 'more') { 'later' } else { "up to $($limit[1])" }; Value = @($replies | Where-Object { $_ -ge $floor -and $_ -lt $limit[0] }).Count; Text = '' }
    $floor = $limit[0]
}
$byAssignee = $rows | Group-Object Assignee | ForEach-Object {
    $median = Get-Quantile @($_.Group | Where-Object { $null -ne $_.FirstReplyMinutes } | ForEach-Object FirstReplyMinutes) 0.5
    [pscustomobject]@{ Label = $_.Name; Value = [double]$median; Text = "$(Format-Minutes $median), $($_.Count) conversations" }
}

# Returns a horizontal bar chart as SVG. A long name is shortened, and its tooltip shows the complete name.
function New-Chart($title, $bars) {
    if (-not $bars) { return }
    $most = 0
    foreach ($bar in $bars) { $most = [Math]::Max($most, $bar.Value) }
    $height = 24 * @($bars).Count
    $y = 0
    $shapes = foreach ($bar in $bars) {
        $width = if ($most -gt 0) { [Math]::Round(360 * $bar.Value / $most) } else { 0 }
        $text = if ($bar.Text) { $bar.Text } else { $bar.Value }
        $label = if ($bar.Label.Length -gt 20) { $bar.Label.Substring(0, 19).TrimEnd() + [char]0x2026 } else { $bar.Label }
        "<text x='150' y='$($y + 15)' text-anchor='end'><title>$(Format-Html $bar.Label)</title>$(Format-Html $label)</text><rect x='160' y='$($y + 3)' width='$width' height='16' rx='2'/><text x='$(168 + $width)' y='$($y + 15)'>$(Format-Html $text)</text>"
        $y += 24
    }
    "<section><h2>$(Format-Html $title)</h2><svg viewBox='0 0 720 $height' role='img' aria-label='$(Format-Html $title)'>$shapes</svg></section>"
}

$slowest = $rows | Where-Object { $null -ne $_.FirstReplyMinutes } | Sort-Object FirstReplyMinutes -Descending | Select-Object -First 10
$page = @"
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Response times</title>
<style>
:root { color-scheme: light dark; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { margin-bottom: 0; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
.figures { display: flex; flex-wrap: wrap; gap: 1rem 2rem; margin: 1.5rem 0; } .figures b { display: block; font-size: 1.5rem; }
svg { width: 100%; font-size: 13px; } svg text { fill: currentColor; } svg rect { fill: #4477aa; }
table { border-collapse: collapse; width: 100%; overflow-wrap: anywhere; } th, td { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid #8884; } th { white-space: nowrap; }
</style></head><body>
<h1>Response times</h1><p>$($start.ToString('d MMMM yyyy')) to $($end.AddDays(-1).ToString('d MMMM yyyy')), $(Format-Html (Get-IntercomAdmin -Me).App)</p>
<div class="figures">$(foreach ($figure in $figures.GetEnumerator()) { "<div><b>$(Format-Html $figure.Value)</b>$(Format-Html $figure.Key)</div>" })</div>
$(New-Chart 'Conversations started, by day' $byDay)
$(New-Chart 'Time to the first reply' $byTime)
$(New-Chart 'Median time to the first reply, by assignee' $byAssignee)
$(if ($slowest) {
"<section><h2>The slowest first replies</h2><table><tr><th>Conversation</th><th>Subject</th><th>Assignee</th><th>First reply</th></tr>"
foreach ($row in $slowest) { "<tr><td>$(Format-Html $row.ConversationId)</td><td>$(Format-Html $row.Subject)</td><td>$(Format-Html $row.Assignee)</td><td>$(Format-Minutes $row.FirstReplyMinutes)</td></tr>" }
'</table></section>'
} else { '<p>No conversation was answered in this period.</p>' })
</body></html>
"@

$null = [System.IO.Directory]::CreateDirectory($Folder)
$csv = [System.IO.Path]::Combine($Folder, 'response-times.csv')
$html = [System.IO.Path]::Combine($Folder, 'response-times.html')
$rows | ConvertTo-SafeRow | Export-Csv -LiteralPath $csv -NoTypeInformation -Encoding utf8
Set-Content -LiteralPath $html $page -Encoding utf8

[pscustomobject]$figures | Format-List
$byAssignee | Format-Table Label, Text
"Written: $csv"
"         $html"
