# The module's folder: its manifest, its exports, and how it is imported and removed. Run: ./build.ps1 Pester
BeforeDiscovery {
    . "$PSScriptRoot/Shared.ps1"
    Import-TestedModule
    $cmdlets = (Get-Command -Module Intercom -CommandType Cmdlet).Name
    $aliases = (Get-Command -Module Intercom -CommandType Alias).Name
    $files = Get-ChildItem (Split-Path $ModulePath) -Filter *.ps1xml | ForEach-Object Name
}

BeforeAll {
    . "$PSScriptRoot/Shared.ps1"
    Import-TestedModule
    $manifest = Test-ModuleManifest $ModulePath
    $folder = Split-Path $ModulePath
    $verbs = (Get-Verb).Verb
}

Describe 'The manifest' {
    It 'is valid, without a warning' {
        $said = Test-ModuleManifest $ModulePath 3>&1
        $said | Should -HaveCount 1
        $said.Name | Should -Be Intercom
    }

    It 'contains the version, the author and the supported editions' {
        $manifest.Version | Should -BeGreaterThan ([version]'0.0.1')
        $manifest.Author | Should -Not -BeNullOrEmpty
        $manifest.Description.Length | Should -BeGreaterThan 40
        $manifest.PowerShellVersion | Should -Be ([version]'5.1')
        $manifest.CompatiblePSEditions | Should -Be 'Core', 'Desktop'
        $manifest.Guid | Should -Not -Be ([guid]::Empty)
    }

    It 'refers to the license file, which exists' {
        $manifest.LicenseUri.Scheme | Should -Be https
        $manifest.LicenseUri.AbsoluteUri | Should -Match 'mit'
        Get-Content "$folder/LICENSE" -TotalCount 1 | Should -Match MIT
    }

    It 'has tags that the PowerShell Gallery accepts' {
        $manifest.Tags | Should -Contain Intercom
        $manifest.Tags | Should -Contain PSEdition_Core
        $manifest.Tags | Should -Contain PSEdition_Desktop
        $manifest.Tags -match '\s' | Should -BeNullOrEmpty
        ($manifest.Tags | Sort-Object -Unique).Count | Should -Be $manifest.Tags.Count
    }

    It 'has release notes with content, if it has any' {
        $notes = $manifest.PrivateData.PSData['ReleaseNotes']
        if (-not $notes) { Set-ItResult -Skipped -Because 'it has none before it is packaged' }
        $notes.Trim().Length | Should -BeGreaterThan 10
    }

    It 'refers to <_>, which exists and is XML' -ForEach $files {
        ($manifest.ExportedFormatFiles + $manifest.ExportedTypeFiles | Split-Path -Leaf) | Should -Contain $_
        { [xml](Get-Content "$folder/$_" -Raw) } | Should -Not -Throw
    }

    It 'does not contain leftover files' {
        Get-ChildItem $folder -Recurse -File | Where-Object Extension -NotIn .psd1, .dll, .ps1xml, .xml, .txt, .json, .pdb, '' | Should -BeNullOrEmpty
        Get-ChildItem $folder -Recurse -Filter System.Management.Automation*.dll | Should -BeNullOrEmpty
    }
}

Describe 'The exports' {
    It 'are those of the manifest, without functions and variables' {
        $module = Get-Module Intercom
        $module.ExportedCmdlets.Keys | Sort-Object | Should -Be ($manifest.ExportedCmdlets.Keys | Sort-Object)
        $module.ExportedAliases.Keys | Sort-Object | Should -Be ($manifest.ExportedAliases.Keys | Sort-Object)
        $module.ExportedFunctions.Count | Should -Be 0
        $module.ExportedVariables.Count | Should -Be 0
    }

    It 'include every cmdlet of the assembly' {
        $attributes = [Intercom.IntercomConnection].Assembly.GetExportedTypes() | ForEach-Object { $_.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false) }
        $attributes | ForEach-Object { "$($_.VerbName)-$($_.NounName)" } | Sort-Object | Should -Be ((Get-Module Intercom).ExportedCmdlets.Keys | Sort-Object)
    }

    It '<_> has an approved verb and the prefix Intercom' -ForEach $cmdlets {
        $verb, $noun = $_ -split '-', 2
        $verb | Should -BeIn $verbs
        $noun | Should -BeLike 'Intercom*'
    }

    It 'the alias <_> refers to a cmdlet of the module' -ForEach $aliases {
        (Get-Command $_).ResolvedCommand.ModuleName | Should -Be Intercom
        $_ | Should -BeLike '*-Intercom*'
    }

    It 'declare the output type of each cmdlet, or that it has none' {
        $silent = Get-Command -Module Intercom -CommandType Cmdlet | Where-Object { -not $_.OutputType } | ForEach-Object Verb | Sort-Object -Unique
        $silent | Should -BeIn 'Disconnect', 'Register', 'Remove', 'Send', 'Stop', 'Clear'
    }
}

Describe 'Import and removal' {
    It 'imports without output on any stream' {
        Import-Module $ModulePath -Force *>&1 | Should -BeNullOrEmpty
    }

    It 'can be imported twice, with the same result' {
        Import-Module $ModulePath
        Import-Module $ModulePath
        Get-Module Intercom | Should -HaveCount 1
    }

    It 'removes its commands, can be imported again, and keeps the connections of the process' {
        $null = Connect-Intercom -Sandbox -Name module-stays
        # Where the module is on the path of modules, as in Intercom.Shell, Get-Command would import it again.
        $global:PSModuleAutoLoadingPreference = 'None'
        try {
            Remove-Module Intercom
            Get-Command -Module Intercom | Should -BeNullOrEmpty
            Get-Command Archive-IntercomContact -ErrorAction Ignore | Should -BeNullOrEmpty
        }
        finally { Remove-Variable PSModuleAutoLoadingPreference -Scope Global }
        Import-Module $ModulePath -Force
        (Get-IntercomConnection module-stays).IsSandbox | Should -BeTrue
        Get-IntercomContact -First 1 | Should -HaveCount 1
        Disconnect-Intercom -Connection module-stays
    }

    It 'stops its sandbox servers when it is removed' {
        $address = (Start-IntercomSandbox).BaseUri
        Remove-Module Intercom
        { Invoke-RestMethod "${address}me" -Headers @{ Authorization = 'Bearer sandbox-token' } -TimeoutSec 5 } | Should -Throw
        Import-Module $ModulePath -Force
    }

    It 'works in the child process of Start-Job' -Skip:(-not $HasOwnProcess) {
        $job = Start-Job { Import-Module $using:ModulePath; $null = Connect-Intercom -Sandbox; Get-IntercomContact -First 2 }
        $found = $job | Receive-Job -Wait -AutoRemoveJob
        $found | Should -HaveCount 2
        $found[0].ContactId | Should -Not -BeNullOrEmpty
    }

    It 'makes its types available to users, and isolates its dependencies' -Skip:($PSVersionTable.PSVersion.Major -lt 7 -or -not $HasOwnProcess) {
        $said = Invoke-OwnProcess @"
            Import-Module '$ModulePath'; `$null = Connect-Intercom -Sandbox; `$null = Get-IntercomContact -First 1
            [Intercom.Contact].Name
            [System.Runtime.Loader.AssemblyLoadContext]::Default.Assemblies.GetName().Name -match 'Polly' | ForEach-Object { "default: `$_" }
            [System.Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -like 'Intercom*' | ForEach-Object { `$_.Assemblies.GetName().Name } | ForEach-Object { "own: `$_" }
"@
        $said | Should -Contain Contact
        $said | Should -Contain 'own: Polly.Core'
        $said -match '^default' | Should -BeNullOrEmpty
    }

    It 'is loaded from PSModulePath when a cmdlet is first used' -Skip:(-not $HasOwnProcess) {
        $modules = Join-Path $TestDrive modules
        $null = New-Item -ItemType Directory $modules
        Copy-Item $folder (Join-Path $modules Intercom) -Recurse
        $said = Invoke-OwnProcess "`$env:PSModulePath = '$modules' + [IO.Path]::PathSeparator + `$env:PSModulePath; (Get-IntercomOperation -Path me).Cmdlet; (Get-Module Intercom).ModuleBase"
        $said[0] | Should -Be Get-IntercomAdmin
        $said[1] | Should -BeLike '*modules?Intercom'
    }
}
