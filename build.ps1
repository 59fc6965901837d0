<#
.SYNOPSIS
Builds, tests, measures, packages and cleans the module. Runs in pwsh and in Windows PowerShell 5.1.
.DESCRIPTION
A wrapper for dotnet and Pester. 'dotnet build' and 'dotnet test' in this folder have the same effect.
.PARAMETER Task
The tasks, which run in the specified order.
Build: builds the module in out/Intercom.
Docs: generates docs/cmdlets from the built module.
Test: runs the xunit tests.
TestNet472: runs the tests of the client on .NET Framework 4.7.2 (on mono outside Windows), and loads the Windows PowerShell build there.
Pester: runs tests/Pester on the built module, in a separate process so that the assemblies are not locked.
Node: calls the sandbox with Intercom's node SDK and curl. Requires node.
Bench: measures speed.
Measure: prints the size of files, lines and the write base against their limits.
Api: writes the changes of the client's public API to PublicAPI.Unshipped.txt.
Mutate: runs the mutation tests of the parts that -Part names. This takes hours on two cores.
Package: builds in Release, and creates Intercom.<version>.nupkg with its bill of materials in out/package. -CertificateThumbprint signs it.
Publish: publishes the package to -Repository.
Clean: removes the output of builds.
Package and Publish require the module Microsoft.PowerShell.PSResourceGet, which is part of pwsh 7.4 and later.
.PARAMETER Configuration
Debug (default) or Release.
.PARAMETER Part
For Mutate: Query, Paging, Http or Checkpoint. The default is all of them.
.PARAMETER CertificateThumbprint
For Package, on Windows: the code-signing certificate in the user's store that signs the module's files. See RELEASING.md.
.PARAMETER Repository
For Publish: the name of a registered repository (Get-PSResourceRepository).
.PARAMETER ApiKey
For Publish: the API key, if the repository requires one.
.EXAMPLE
./build.ps1 Build, Pester -Configuration Release
.EXAMPLE
./build.ps1 Package, Publish -Repository PSGallery -ApiKey $env:PSGALLERY_KEY
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Docs', 'Test', 'TestNet472', 'Pester', 'Node', 'Bench', 'Measure', 'Api', 'Mutate', 'Package', 'Publish', 'Clean')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug',

    [ValidateSet('Query', 'Paging', 'Http', 'Checkpoint')]
    [string[]] $Part = @('Query', 'Paging', 'Http', 'Checkpoint'),

    [string] $CertificateThumbprint,

    [string] $Repository,

    [string] $ApiKey
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

function Invoke-Native([string] $Command, [string[]] $Arguments) {
    & $Command @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Command ended with exit code $LASTEXITCODE." }
}

# Packages the module without the files that only a build needs. The newest section of the changelog becomes the release notes.
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
    $folder = Split-Path $manifest
    Write-Sbom $folder
    if ($CertificateThumbprint) { Set-Signature $folder }
    Compress-PSResource -Path $folder -DestinationPath out/package -PassThru
}

# Writes the bill of materials (CycloneDX) into the package. It lists every third-party assembly with its version and license.
function Write-Sbom([string] $Folder) {
    $version = (Import-PowerShellDataFile Intercom.psd1).ModuleVersion
    Invoke-Native dotnet @('tool', 'restore')
    Invoke-Native dotnet @('dotnet-CycloneDX', 'src/Intercom.PowerShell/Intercom.PowerShell.csproj', '-o', $Folder,
        '-fn', 'sbom.cdx.json', '-F', 'Json', '-sn', 'Intercom', '-sv', $version, '-st', 'Library')
    $named = (Get-Content (Join-Path $Folder sbom.cdx.json) -Raw | ConvertFrom-Json).components.name
    foreach ($file in Get-ChildItem (Join-Path $Folder bin/*/deps/*.dll)) {
        if ($named -notcontains $file.BaseName) { throw "The bill of materials does not list $($file.BaseName), which the package contains." }
    }
}

# Signs the project's own files. Third-party assemblies keep their own signatures. The time stamp keeps signatures valid after the certificate expires.
function Set-Signature([string] $Folder) {
    $certificate = Get-Item "Cert:/CurrentUser/My/$CertificateThumbprint"
    $files = Get-ChildItem $Folder -Recurse -File -Include *.psd1, *.ps1xml, Intercom.*.dll
    $signed = $files | Set-AuthenticodeSignature -Certificate $certificate -HashAlgorithm SHA256 -TimestampServer http://timestamp.digicert.com
    $bad = @($signed | Where-Object Status -ne Valid)
    if ($bad) { throw "These files are not signed: $($bad.Path -join ', '). $($bad[0].StatusMessage)" }
}

# Records the public API of the client. New members are added. Missing members are deleted, or marked as removed if they were shipped.
function Update-PublicApi {
    $folder = Join-Path $PSScriptRoot src/Intercom.Client
    $output = dotnet build $folder -f net8.0 --no-incremental -nologo -p:TreatWarningsAsErrors=false
    if ($LASTEXITCODE -ne 0) { throw "The client does not compile:`n$($output -join "`n")" }
    $named = { param($id) @($output | ForEach-Object { if ($_ -match "$id`: Symbol '(.*)' is") { $Matches[1] } } | Sort-Object -Unique) }
    $new = & $named RS0016
    $gone = & $named RS0017
    $shipped = @([IO.File]::ReadAllLines("$folder/PublicAPI.Shipped.txt"))
    $lines = @([IO.File]::ReadAllLines("$folder/PublicAPI.Unshipped.txt") | Where-Object { $_ -ne '#nullable enable' -and $_ -notin $gone })
    $lines += $new
    $lines += $gone | Where-Object { $_ -in $shipped } | ForEach-Object { "*REMOVED*$_" }
    [string[]] $sorted = @($lines | Where-Object { $_ } | Sort-Object -Unique -CaseSensitive)
    [Array]::Sort($sorted, [StringComparer]::Ordinal)
    [IO.File]::WriteAllText("$folder/PublicAPI.Unshipped.txt", (@('#nullable enable') + $sorted -join "`n") + "`n")
    "$($new.Count) added, $($gone.Count) removed."
}

# Runs Stryker for one part. The report is in out/mutation/<part>/reports.
function Invoke-Mutation([string] $Name) {
    $output = Join-Path $PSScriptRoot "out/mutation/$Name"
    $tests = if ($Name -eq 'Checkpoint') { 'tests/Intercom.PowerShell.Tests' } else { 'tests/Intercom.Client.Tests' }
    # Builds only the tests of the part. With all tests, a run would take hours longer.
    $env:MutatedPart = $Name
    $env:RunAnalyzers = 'false'
    Push-Location $tests
    try {
        Invoke-Native dotnet @('dotnet-stryker', '-f', 'stryker-config.json', '--mutate', "**/$Name/**/*.cs", '--output', $output)
    }
    finally {
        Pop-Location
        $env:MutatedPart = $env:RunAnalyzers = $null
    }
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
                Invoke-Native dotnet @('build', 'src/Intercom.PowerShell', '-c', $Configuration)
                Invoke-Native dotnet @('build', 'tests/Intercom.Loading', '-c', $Configuration)
                $loading = "tests/Intercom.Loading/bin/$Configuration/net472/Intercom.Loading.exe"
                # Another version of the module in the same process.
                $other = Join-Path $PSScriptRoot out/other-version
                Invoke-Native dotnet @('build', 'src/Intercom.PowerShell', '-f', 'netstandard2.0', '-c', $Configuration, '--artifacts-path', "$other/build",
                    '-p:Version=0.0.9', "-p:ModuleOutput=$other/Intercom/")
                foreach ($way in @(), @('other'), @("$other/Intercom/bin/netstandard2.0")) {
                    $given = @('out/Intercom/bin/netstandard2.0') + $way
                    if ($env:OS -eq 'Windows_NT') { Invoke-Native $loading $given } else { Invoke-Native mono (@($loading) + $given) }
                }
            }
            'Pester' {
                $powershell = (Get-Process -Id $PID).Path
                Invoke-Native $powershell @('-NoProfile', '-NonInteractive', '-Command', "& {$pester} -Path '$PSScriptRoot/tests/Pester'")
            }
            'Node' {
                if (-not (Get-Command node -ErrorAction Ignore)) { throw 'node was not found. Install node 20 or later.' }
                Invoke-Native dotnet @('build', 'src/Intercom.Shell', '-c', $Configuration)
                $env:CONFIGURATION = $Configuration
                Invoke-Native node @('tests/Clients/node/run.mjs')
            }
            'Bench' { Invoke-Native dotnet @('run', '-c', 'Release', '--project', 'tests/Intercom.Benchmarks') }
            'Measure' { Invoke-Native dotnet @('run', '--project', 'src/Intercom.Docs', '--', 'measure') }
            'Api' { Update-PublicApi }
            'Mutate' {
                Invoke-Native dotnet @('tool', 'restore')
                foreach ($one in $Part) { Invoke-Mutation $one }
            }
            'Package' {
                if (Test-Path out/Intercom) { Remove-Item out/Intercom -Recurse -Force }
                Invoke-Native dotnet @('build', 'src/Intercom.PowerShell', '-c', 'Release', '--no-incremental')
                New-Package
            }
            'Publish' {
                if (-not $Repository) { throw '-Repository is missing. Specify the name of a registered repository. Get-PSResourceRepository lists them.' }
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
