# Tests that require Windows or Windows PowerShell 5.1, because they depend on its files, assembly loader and sockets. Other systems skip
# most of them.
# Run: ./build.ps1 Pester
BeforeDiscovery {
    $isWindows5Or7 = $env:OS -eq 'Windows_NT'
    $isDesktop = $PSVersionTable.PSEdition -eq 'Desktop'
}

BeforeAll {
    . "$PSScriptRoot/Shared.ps1"
    Import-TestedModule

    # Copies the module's folder and changes the version in the manifest.
    function Copy-Module([string] $To, [string] $Version) {
        Copy-Item (Split-Path $ModulePath) $To -Recurse
        $copy = Join-Path $To Intercom.psd1
        $text = [IO.File]::ReadAllText($copy) -replace "(?m)^(\s*ModuleVersion\s*=\s*)'[^']+'", "`$1'$Version'"
        [IO.File]::WriteAllText($copy, $text)
        $copy
    }

    # Runs a script in a separate Windows PowerShell process, and returns its exit code and all of its output.
    function Invoke-Fresh([string] $Script) {
        $path = Join-Path $TestDrive "$([guid]::NewGuid()).ps1"
        [IO.File]::WriteAllText($path, $Script)
        $output = powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File $path 2>&1 | Out-String
        @{ ExitCode = $LASTEXITCODE; Output = $output }
    }
}

AfterAll { Remove-Module Intercom -Force }

Describe 'Files' {
    BeforeAll {
        $null = Connect-Intercom -Sandbox
        $export = Start-IntercomDataExport (Get-Date).AddYears(-2) | Wait-IntercomDataExport
    }
    AfterAll { Get-IntercomConnection | Disconnect-Intercom }

    It 'saves to a path of the maximum length' {
        # Windows limits the length of the whole path, other systems that of the name.
        $length = if ($env:OS -eq 'Windows_NT') { 258 - "$TestDrive".Length } else { 250 }
        $name = ('n' * ($length - 4)) + '.csv'
        ($export | Save-IntercomDataExport (Join-Path $TestDrive $name)).Name | Should -Be $name
    }

    It 'reports that a target is read-only, and leaves it unchanged' -Skip:(-not $isWindows5Or7) {
        $path = Join-Path $TestDrive read-only.csv
        Set-Content $path before
        Set-ItemProperty $path IsReadOnly $true
        $failure = Get-Failure { $export | Save-IntercomDataExport $path -Force }
        $failure.FullyQualifiedErrorId | Should -BeLike 'Intercom.write_failed,*'
        "$failure" | Should -Match 'read-only\.csv'
        Get-Content $path | Should -Be before
        Get-ChildItem $TestDrive -Force -Filter *.part | Should -BeNullOrEmpty
    }

    It 'reports that another program has the target open, and leaves it unchanged' -Skip:(-not $isWindows5Or7) {
        $path = Join-Path $TestDrive open.csv
        Set-Content $path before
        $held = [IO.File]::Open($path, 'Open', 'Read', 'Read')
        try { $failure = Get-Failure { $export | Save-IntercomDataExport $path -Force } } finally { $held.Dispose() }
        $failure.FullyQualifiedErrorId | Should -BeLike 'Intercom.write_failed,*'
        "$failure" | Should -Match 'open\.csv'
        Get-Content $path | Should -Be before
        Get-ChildItem $TestDrive -Force -Filter *.part | Should -BeNullOrEmpty
    }

    It 'replaces a target that is not open' {
        $path = Join-Path $TestDrive free.csv
        Set-Content $path before
        ($export | Save-IntercomDataExport $path -Force).FullName | Should -Be (Get-Item $path).FullName
        Get-Content $path -TotalCount 1 | Should -Not -Be before
    }

    It 'rejects a stream of a file as a journal' -Skip:(-not $isWindows5Or7) {
        $contact = Get-IntercomContact -ExternalId user-1
        foreach ($path in "$TestDrive\a:b", "$TestDrive\run.journal:more") {
            "$(Get-Failure { $contact | Set-IntercomContact -Name X -Checkpoint $path })" | Should -Match 'stream inside a file'
        }
        Get-ChildItem $TestDrive -Filter a | Should -BeNullOrEmpty
    }

    It 'rejects a drive that does not exist' {
        "$(Get-Failure { Get-IntercomContact -ExternalId user-1 | Set-IntercomContact -Name X -Checkpoint 'nodrive:b' })" | Should -Match 'nodrive'
    }
}

Describe 'A listener that never answers' -Skip:(-not $isWindows5Or7) {
    It 'causes a timeout after -TimeoutSec' {
        $listener = New-Object Net.Sockets.TcpListener ([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        try {
            $address = "http://127.0.0.1:$($listener.LocalEndpoint.Port)/"
            $failure = Get-Failure { Connect-Intercom -BaseUri $address -Token (New-Secret tok_3v3ryb0dy) -TimeoutSec 3 }
        }
        finally { $listener.Stop() }
        $failure.FullyQualifiedErrorId | Should -BeLike 'Intercom.timeout,*'
    }
}

Describe 'Another module in the same Windows PowerShell' -Skip:(-not $isDesktop) {
    It 'may resolve System.Text.Json to its own version' {
        # As a module does that was imported earlier: it resolves every version to the one that it contains.
        $run = Invoke-Fresh @"
Add-Type -TypeDefinition @'
using System; using System.Reflection; using System.Reflection.Emit;
public static class OtherModule {
    public static void Install() {
        AppDomain.CurrentDomain.AssemblyResolve += (sender, request) => {
            var name = new AssemblyName(request.Name);
            if (name.Name != "System.Text.Json" && name.Name != "System.Memory") return null;
            name.Version = new Version(6, 0, 0, 0);
            return AppDomain.CurrentDomain.DefineDynamicAssembly(name, AssemblyBuilderAccess.Run);
        };
    }
}
'@
[OtherModule]::Install()
Import-Module '$ModulePath' -ErrorAction Stop
`$null = Connect-Intercom -Sandbox
if (@(Get-IntercomContact -First 3).Count -ne 3) { exit 1 }
`$null = Search-IntercomContact { `$_.Role -eq 'user' } -First 1 -ErrorAction Stop
'It works.'
"@
        $run.Output | Should -Match 'It works\.'
        $run.ExitCode | Should -Be 0
    }

    It 'may be another version of this module' {
        $other = Copy-Module (Join-Path $TestDrive other) 0.0.9
        $run = Invoke-Fresh @"
Import-Module '$ModulePath' -ErrorAction Stop
Import-Module '$other' -ErrorAction Stop
`$null = Intercom\Connect-Intercom -Sandbox
if (@(Intercom\Get-IntercomContact -First 3).Count -ne 3) { exit 1 }
(Get-Module Intercom -All).Version -join ' '
"@
        $run.ExitCode | Should -Be 0 -Because $run.Output
        $run.Output | Should -Match '0\.0\.9'
    }
}

Describe 'A module that was downloaded with a browser' -Skip:(-not $isDesktop) {
    BeforeAll {
        $marked = Copy-Module (Join-Path $TestDrive marked) 0.0.8
        Get-ChildItem (Split-Path $marked) -Recurse -File | ForEach-Object { Set-Content $_.FullName "[ZoneTransfer]`r`nZoneId=3" -Stream Zone.Identifier }
        $script = "Import-Module '$marked' -ErrorAction Stop; `$null = Connect-Intercom -Sandbox; if (@(Get-IntercomContact -First 3).Count -ne 3) { exit 1 }"
    }

    It 'works, or names the blocked file' {
        $run = Invoke-Fresh $script
        if ($run.ExitCode -ne 0) { $run.Output | Should -Match 'Intercom\.PowerShell\.dll|deps' }
    }

    It 'works once its files are unblocked' {
        Get-ChildItem (Split-Path $marked) -Recurse -File | Unblock-File
        $run = Invoke-Fresh $script
        $run.ExitCode | Should -Be 0 -Because $run.Output
    }
}
