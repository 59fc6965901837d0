<#
.SYNOPSIS
Builds, tests, measures, packages and cleans the module. Runs in pwsh and in Windows PowerShell 5.1.
.DESCRIPTION
A thin front for dotnet and Pester: 'dotnet build' and 'dotnet test' in this folder do the same without it.
.PARAMETER Task
What to do, in the order given: Build leaves the module in out/Intercom; Docs writes docs/cmdlets from it; Test runs the xunit tests;
TestNet472 runs those of the client on .NET Framework 4.7.2 (on mono where there is no Windows); Pester runs
tests/Pester on the built module, in a process of its own so that its assemblies are not locked; Bench measures; Package
builds anew in Release and leaves Intercom.<version>.nupkg in out/package; Publish sends it to -Repository; Clean removes
what a build leaves. Package and Publish need the module Microsoft.PowerShell.PSResourceGet, which pwsh 7.4 and later have.
.PARAMETER Configuration
Debug (default) or Release.
.PARAMETER Repository
For Publish: the name of a registered repository (Get-PSResourceRepository).
.PARAMETER ApiKey
For Publish: the repository's key, where it wants one.
.EXAMPLE
./build.ps1 Build, Pester -Configuration Release
.EXAMPLE
./build.ps1 Package, Publish -Repository PSGallery -ApiKey $env:PSGALLERY_KEY
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Docs', 'Test', 'TestNet472', 'Pester', 'Bench', 'Package', 'Publish', 'Clean')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug',

    [string] $Repository,

    [string] $ApiKey
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

function Invoke-Native([string] $Command, [string[]] $Arguments) {
    & $Command @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Command ended with exit code $LASTEXITCODE." }
}

# The module without what only a build needs, and with the newest section of the changelog as its release notes.
function New-Package {
    if (Test-Path out/package) { Remove-Item out/package -Recurse -Force }
    $null = New-Item -ItemType Directory out/package
    Copy-Item out/Intercom out/package -Recurse
    Remove-Item out/package/Intercom/bin/*/Intercom.*.xml
    $notes = ((Get-Content CHANGELOG.md -Raw) -split '(?m)^## ')[1].Trim() -replace "'", "''"
    $manifest = Join-Path $PSScriptRoot out/package/Intercom/Intercom.psd1
    $text = Get-Content $manifest -Raw
    $empty = "ReleaseNotes = ''"
    if (-not $text.Contains($empty)) { throw "$manifest has no empty ReleaseNotes to fill." }
    [IO.File]::WriteAllText($manifest, $text.Replace($empty, "ReleaseNotes = '$notes'"))
    Compress-PSResource -Path (Split-Path $manifest) -DestinationPath out/package -PassThru
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
            'TestNet472' {
                Invoke-Native dotnet @('build', 'tests/Intercom.Client.Tests', '-c', $Configuration, '-p:Net472=true')
                $tests = "tests/Intercom.Client.Tests/bin/$Configuration/net472/Intercom.Client.Tests.exe"
                if ($env:OS -eq 'Windows_NT') { Invoke-Native $tests @('-noLogo') } else { Invoke-Native mono @($tests, '-noLogo') }
            }
            'Pester' {
                $powershell = (Get-Process -Id $PID).Path
                Invoke-Native $powershell @('-NoProfile', '-NonInteractive', '-Command', "& {$pester} -Path '$PSScriptRoot/tests/Pester'")
            }
            'Bench' { Invoke-Native dotnet @('run', '-c', 'Release', '--project', 'tests/Intercom.Benchmarks') }
            'Package' {
                if (Test-Path out/Intercom) { Remove-Item out/Intercom -Recurse -Force }
                Invoke-Native dotnet @('build', 'src/Intercom.PowerShell', '-c', 'Release', '--no-incremental')
                New-Package
            }
            'Publish' {
                if (-not $Repository) { throw 'Publish needs -Repository, the name of a registered repository: Get-PSResourceRepository lists them.' }
                $key = if ($ApiKey) { @{ ApiKey = $ApiKey } } else { @{} }
                Publish-PSResource -NupkgPath (Get-Item out/package/*.nupkg).FullName -Repository $Repository @key
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
