# Runs every example in the help of every cmdlet on its own sandbox, and then the outcome that follows it in the cmdlet's comment.
# Writes one JSON object for each example: the cmdlet, the number, sentence, code and outcome, and what failed.
param([string] $Cmdlet = '*')
. "$PSScriptRoot/Outcomes.ps1"

# Checks the rules that code can check. An example that writes must name or create its object. A cmdlet that deletes shows -WhatIf first.
function Get-ExampleFault([string] $Name, [int] $Number, [string] $Code) {
    if ($Code -split "`n" | Where-Object Length -gt 76) { 'A line has more than 76 characters, and does not fit into 80 columns.' }
    $commands = [System.Management.Automation.Language.Parser]::ParseInput($Code, [ref]$null, [ref]$null).FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)
    $writes = foreach ($command in $commands) {
        $called = Get-Command $command.GetCommandName() -ErrorAction Ignore
        if ($called.ModuleName -eq 'Intercom' -and $called.Parameters.ContainsKey('WhatIf') -and $called.Verb -ne 'Save' -and "$command" -notmatch '-WhatIf\b') { $called }
    }
    $first = $commands | Where-Object { "$_" -match '-First \d' -and "$_" -notmatch '-SortBy' -and "$($_.Parent)" -notmatch 'Sort-Object' }
    if ($writes -and ($first -or $Code -match '\)\[0\]')) { "It writes with $(@($writes)[0]) to an arbitrary first object. Name the object, create it, or sort." }
    $impact = (Get-Command $Name).ImplementingType.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false).ConfirmImpact
    if ($Number -eq 1 -and $impact -eq 'High' -and $Code -notmatch "$Name\b[^|\n]*-WhatIf") { 'The first example of a cmdlet with a high impact must show -WhatIf.' }
}

foreach ($command in Get-Command -Module Intercom -CommandType Cmdlet -Name $Cmdlet) {
    $examples = @((Get-Help $command.Name -Full).examples.example)
    $outcomes = @(Get-Outcome $command.ImplementingType)
    for ($i = 0; $i -lt $examples.Count; $i++) {
        $code = $examples[$i].code
        $outcome = if ($i -lt $outcomes.Count) { $outcomes[$i] } else { '' }
        $failures = @(Test-Outcome $code $outcome)
        [pscustomobject]@{
            Cmdlet = $command.Name; Number = $i + 1; Sentence = (-join $examples[$i].remarks.Text).Trim(); Code = $code; Outcome = $outcome
            Errors = @($failures | Where-Object Kind -eq Error | ForEach-Object Text)
            Faults = @($failures | Where-Object Kind -ne Error | ForEach-Object Text) + @(Get-ExampleFault $command.Name ($i + 1) $code)
        } | ConvertTo-Json -Compress
    }
}
