# What an outcome can use, and how it is held. An outcome is PowerShell beside an example: statements that each have to be $true once the example has run.
# It runs where the example ran, so that it sees the example's variables, and beside them
#   $output    what came out, as an array          $errors, $warnings   what went to these streams, as text
#   $calls     the requests that were sent: Method, Path (as sent, without the host), Status
#   $writes    those of them that change something: neither GET nor a search
#   $whatif    what -WhatIf said, one text for each "What if:" line
# An assignment is allowed and holds nothing. What would hold as well when the example had not run is refused.

# True when there is something, and the block is true for each of it: $output | Test-Each { $_.State -eq 'open' }
function Test-Each([scriptblock] $Block) {
    $all = @($input)
    $all.Count -gt 0 -and @($all | Where-Object $Block).Count -eq $all.Count
}

# True when there are two values or more, each at least as large as the one before it: $output.CreatedAt | Test-Sorted -Descending
function Test-Sorted([switch] $Descending) {
    $all = @($input)
    $sorted = @($all | Sort-Object -Descending:$Descending -Stable)
    $all.Count -gt 1 -and -not (0..($all.Count - 1) | Where-Object { $all[$_] -ne $sorted[$_] })
}

# True when both hold the same values, in any order, and there is at least one.
function Test-Same($One, $Other) {
    $left, $right = @($One | ForEach-Object { "$_" } | Sort-Object), @($Other | ForEach-Object { "$_" } | Sort-Object)
    $left.Count -gt 0 -and ($left -join "`n") -ceq ($right -join "`n")
}

# What a block reads on the sandbox as it is before any example: Before { Get-IntercomContact -ExternalId user-1 }
function Before([scriptblock] $Read) {
    $current = (Get-IntercomConnection -Current -ErrorAction Ignore).Name
    $null = Connect-Intercom -Sandbox -Name untouched
    try { & $Read }
    finally {
        Disconnect-Intercom untouched
        if ($current) { Select-IntercomConnection $current }
    }
}

# The outcomes of a cmdlet's examples, in their order: the <outcome> elements of the comment of its class.
function Get-Outcome([type] $Type) {
    if (-not $script:comments) { $script:comments = [xml][System.IO.File]::ReadAllText([System.IO.Path]::ChangeExtension($Type.Assembly.Location, '.xml')) }
    foreach ($example in $script:comments.SelectNodes("/doc/members/member[@name='T:$($Type.FullName)']/example")) {
        @("$($example.SelectSingleNode('outcome').InnerText)" -split "`r?`n" | ForEach-Object Trim | Where-Object Length) -join "`n"
    }
}

function Get-OutcomeText($Value) { if ($null -eq $Value) { 'nothing' } else { ($Value | ForEach-Object { "$_" }) -join ', ' } }

# What Register-IntercomQueryCompletion replaces.
$script:tabExpansion = $function:TabExpansion2

# Runs a block in an empty folder and on a new sandbox: nothing is left of the run before.
function Invoke-Fresh([scriptblock] $Block) {
    Get-IntercomConnection | Disconnect-Intercom
    Stop-IntercomSandbox
    $null = Connect-Intercom -Sandbox
    $function:global:TabExpansion2 = $script:tabExpansion
    $folder = [System.IO.Directory]::CreateTempSubdirectory('example-').FullName
    Push-Location -LiteralPath $folder
    try { & $Block }
    finally {
        Pop-Location
        Remove-Item -LiteralPath $folder -Recurse -Force
    }
}

# Runs the code, then the outcome; gives what failed: Kind is Error where the example itself failed, else Fault.
function Test-Outcome([string] $Code, [string] $Outcome) {
    Invoke-Fresh {
        . Invoke-Recorded $Code
        foreach ($failure in $errors) { [pscustomobject]@{ Kind = 'Error'; Text = $failure } }
        foreach ($failure in (. Invoke-Outcome $Outcome)) { [pscustomobject]@{ Kind = 'Fault'; Text = $failure } }
    }
    if (-not $Outcome) { return }
    # Once more as if the example did nothing. Variables that it would have set are not there.
    Invoke-Fresh {
        . Invoke-Recorded ''
        if (-not (. Invoke-Outcome $Outcome)) { [pscustomobject]@{ Kind = 'Fault'; Text = 'The outcome also holds when the example does not run, so that it says nothing.' } }
    }
}

# Dot-sourced: leaves $output, $calls and the others in the caller's scope, and the example's own variables.
function Invoke-Recorded([string] $example) {
    $transcript = Join-Path $PWD 'transcript.txt'
    $null = Start-Transcript -LiteralPath $transcript -UseMinimalHeader -Force
    $VerbosePreference = 'Continue'
    $recorded = @()
    try { . ([scriptblock]::Create($example)) *>&1 | ForEach-Object { $recorded += , $_ } }
    catch { $recorded += $_ }
    $VerbosePreference = 'SilentlyContinue'
    $null = Stop-Transcript
    $whatif = @([System.IO.File]::ReadAllLines($transcript) -match '^What if: ' -replace '^What if: ')
    Remove-Item -LiteralPath $transcript
    $errors = @($recorded | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | ForEach-Object { "$_ ($($_.FullyQualifiedErrorId))" })
    $warnings = @($recorded | Where-Object { $_ -is [System.Management.Automation.WarningRecord] } | ForEach-Object Message)
    $output = @($recorded | Where-Object { $_ -isnot [System.Management.Automation.ErrorRecord] -and $_ -isnot [System.Management.Automation.InformationalRecord] -and $_ -isnot [System.Management.Automation.InformationRecord] })
    $calls = @(foreach ($record in $recorded | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }) {
        if ($record.Message -cmatch '^(GET|POST|PUT|PATCH|DELETE) (\S+) -> (\d+)') { [pscustomobject]@{ Method = $Matches[1]; Path = $Matches[2]; Status = [int]$Matches[3] } }
    })
    $writes = @($calls | Where-Object { $_.Method -ne 'GET' -and $_.Path -notlike '*/search' })
}

# Dot-sourced: gives a text for each statement that is not true.
function Invoke-Outcome([string] $statements) {
    $faults = $null
    $tree = [System.Management.Automation.Language.Parser]::ParseInput($statements, [ref]$null, [ref]$faults)
    if ($faults) { return "The outcome cannot be read: $($faults[0].Message)" }
    $held = 0
    foreach ($statement in $tree.EndBlock.Statements) {
        try {
            $value = @(. ([scriptblock]::Create($statement.Extent.Text)) 2>&1)
            if ($statement -is [System.Management.Automation.Language.AssignmentStatementAst]) { continue }
            $held++
            if ($value.Count -ne 1 -or $value[0] -isnot [bool]) { "Not true or false, but $(Get-OutcomeText $value): $($statement.Extent.Text)" }
            elseif (-not $value[0]) { "Not true: $($statement.Extent.Text)" }
        }
        catch { "$_ In: $($statement.Extent.Text)" }
    }
    if ($held -eq 0) { 'It states no outcome. Write <outcome> behind <code>, with what is true once the example has run.' }
}
