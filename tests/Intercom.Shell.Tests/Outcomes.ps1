# Runs the outcomes of examples. An outcome is PowerShell code that belongs to an example. Each of its statements must return $true after the
# example has run. It runs in the scope of the example and can read its variables, and also
#   $output    the output, as an array             $errors, $warnings   the text of these streams
#   $calls     the requests that were sent: Method, Path (as sent, without the host), Status
#   $writes    the calls that change something: all except GET and searches
#   $whatif    the -WhatIf messages, one for each "What if:" line
# Assignments are allowed, but check nothing. An outcome that is also true without the example is rejected.

# True if there is input, and the block is true for each object: $output | Test-Each { $_.State -eq 'open' }
function Test-Each([scriptblock] $Block) {
    $all = @($input)
    $all.Count -gt 0 -and @($all | Where-Object $Block).Count -eq $all.Count
}

# True if there are at least two values, in sorted order: $output.CreatedAt | Test-Sorted -Descending
function Test-Sorted([switch] $Descending) {
    $all = @($input)
    $sorted = @($all | Sort-Object -Descending:$Descending -Stable)
    $all.Count -gt 1 -and -not (0..($all.Count - 1) | Where-Object { $all[$_] -ne $sorted[$_] })
}

# True if both contain the same values, in any order, and at least one.
function Test-Same($One, $Other) {
    $left, $right = @($One | ForEach-Object { "$_" } | Sort-Object), @($Other | ForEach-Object { "$_" } | Sort-Object)
    $left.Count -gt 0 -and ($left -join "`n") -ceq ($right -join "`n")
}

# Runs a block on a new sandbox, in its state before any example: Before { Get-IntercomContact -ExternalId user-1 }
function Before([scriptblock] $Read) {
    $current = (Get-IntercomConnection -Current -ErrorAction Ignore).Name
    $null = Connect-Intercom -Sandbox -Name untouched
    try { & $Read }
    finally {
        Disconnect-Intercom untouched
        if ($current) { Select-IntercomConnection $current }
    }
}

# Returns the outcomes of a cmdlet's examples in order, from the <outcome> elements in the comment of its class.
function Get-Outcome([type] $Type) {
    if (-not $script:comments) { $script:comments = [xml][System.IO.File]::ReadAllText([System.IO.Path]::ChangeExtension($Type.Assembly.Location, '.xml')) }
    foreach ($example in $script:comments.SelectNodes("/doc/members/member[@name='T:$($Type.FullName)']/example")) {
        @("$($example.SelectSingleNode('outcome').InnerText)" -split "`r?`n" | ForEach-Object Trim | Where-Object Length) -join "`n"
    }
}

function Get-OutcomeText($Value) { if ($null -eq $Value) { 'nothing' } else { ($Value | ForEach-Object { "$_" }) -join ', ' } }

# Register-IntercomQueryCompletion replaces this function.
$script:tabExpansion = $function:TabExpansion2

# Runs a block in an empty directory and on a new sandbox, without the results of earlier runs.
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

# Runs the code, then the outcome, and returns the failures. Kind is Error if the example itself failed, otherwise Fault.
function Test-Outcome([string] $Code, [string] $Outcome) {
    Invoke-Fresh {
        . Invoke-Recorded $Code
        foreach ($failure in $errors) { [pscustomobject]@{ Kind = 'Error'; Text = $failure } }
        foreach ($failure in (. Invoke-Outcome $Outcome)) { [pscustomobject]@{ Kind = 'Fault'; Text = $failure } }
    }
    if (-not $Outcome) { return }
    # Runs the outcome again without the example. The example's variables do not exist then.
    Invoke-Fresh {
        . Invoke-Recorded ''
        if (-not (. Invoke-Outcome $Outcome)) { [pscustomobject]@{ Kind = 'Fault'; Text = 'The outcome is also true when the example does not run, so it checks nothing.' } }
    }
}

# Dot-source this function. It sets $output, $calls and the other variables in the caller's scope, and the variables of the example.
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

# Dot-source this function. It returns a message for each statement that is not true.
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
    if ($held -eq 0) { 'The example has no outcome. Write <outcome> after <code>, with statements that are true after the example has run.' }
}
