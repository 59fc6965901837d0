<#
.SYNOPSIS
Builds, tests and cleans the module. Runs in pwsh and in Windows PowerShell 5.1.
.DESCRIPTION
A thin front for dotnet and Pester: 'dotnet build' and 'dotnet test' in this folder do the same without it.
.PARAMETER Task
What to do, in the order given: Build leaves the module in out/Intercom; Docs writes docs/cmdlets from it; Test runs the xunit tests; Pester runs
tests/Pester on the built module, in a process of its own so that its assemblies are not locked; Clean removes what a
build leaves.
.PARAMETER Configuration
Debug (default) or Release.
.EXAMPLE
./build.ps1 Build, Pester -Configuration Release
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Docs', 'Test', 'Pester', 'Clean')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

function Invoke-Native([string] $Command, [string[]] $Arguments) {
    & $Command @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Command ended with exit code $LASTEXITCODE." }
}

$pester = {
    param([string] $Path)
    Import-Module Pester -MinimumVersion 5.0
    $configuration = New-PesterConfiguration
    $configuration.Run.Path = $Path
    $configuration.Run.PassThru = $true
    $configuration.Output.Verbosity = 'Detailed'
    $result = Invoke-Pester -Configuration $configuration
    if ($result.Result -ne 'Passed') { exit 1 }
}

Push-Location $PSScriptRoot
try {
    foreach ($name in $Task) {
        switch ($name) {
            'Build' { Invoke-Native dotnet @('build', 'Intercom.sln', '-c', $Configuration) }
            'Docs' { Invoke-Native dotnet @('run', '--project', 'src/Intercom.Docs', '-c', $Configuration) }
            'Test' { Invoke-Native dotnet @('test', '-c', $Configuration) }
            'Pester' {
                $powershell = (Get-Process -Id $PID).Path
                Invoke-Native $powershell @('-NoProfile', '-NonInteractive', '-Command', "& {$pester} -Path '$PSScriptRoot/tests/Pester'")
            }
            'Clean' {
                Invoke-Native dotnet @('clean', 'Intercom.sln', '-c', $Configuration)
                if (Test-Path out) { Remove-Item out -Recurse }
            }
        }
    }
}
finally {
    Pop-Location
}
