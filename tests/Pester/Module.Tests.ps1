# The module as a folder that is imported: its manifest, what it exports, and how it comes and goes. Run: ./build.ps1 Pester
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
    It 'is in order, without a warning' {
        $said = Test-ModuleManifest $ModulePath 3>&1
        $said | Should -HaveCount 1
        $said.Name | Should -Be Intercom
    }

    It 'states a version, an author, and what it runs on' {
        $manifest.Version | Should -BeGreaterThan ([version]'0.0.1')
        $manifest.Author | Should -Not -BeNullOrEmpty
        $manifest.Description.Length | Should -BeGreaterThan 40
        $manifest.PowerShellVersion | Should -Be ([version]'5.1')
        $manifest.CompatiblePSEditions | Should -Be 'Core', 'Desktop'
        $manifest.Guid | Should -Not -Be ([guid]::Empty)
    }

    It 'names its licence, which is beside it' {
        $manifest.LicenseUri.Scheme | Should -Be https
        $manifest.LicenseUri.AbsoluteUri | Should -Match 'mit'
        Get-Content "$folder/LICENSE" -TotalCount 1 | Should -Match MIT
    }

    It 'has tags that a gallery takes' {
        $manifest.Tags | Should -Contain Intercom
        $manifest.Tags | Should -Contain PSEdition_Core
        $manifest.Tags | Should -Contain PSEdition_Desktop
        $manifest.Tags -match '\s' | Should -BeNullOrEmpty
        ($manifest.Tags | Sort-Object -Unique).Count | Should -Be $manifest.Tags.Count
    }

    It 'has release notes that say something, where it has any' {
        $notes = $manifest.PrivateData.PSData['ReleaseNotes']
        if (-not $notes) { Set-ItResult -Skipped -Because 'it has none before it is packaged' }
        $notes.Trim().Length | Should -BeGreaterThan 10
    }

    It 'names <_>, which is there and is XML' -ForEach $files {
        ($manifest.ExportedFormatFiles + $manifest.ExportedTypeFiles | Split-Path -Leaf) | Should -Contain $_
        { [xml](Get-Content "$folder/$_" -Raw) } | Should -Not -Throw
    }

    It 'carries no debris' {
        Get-ChildItem $folder -Recurse -File | Where-Object Extension -NotIn .psd1, .dll, .ps1xml, .xml, .txt, .json, .pdb, '' | Should -BeNullOrEmpty
        Get-ChildItem $folder -Recurse -Filter System.Management.Automation*.dll | Should -BeNullOrEmpty
    }
}

Describe 'What is exported' {
    It 'is what the manifest says, and no function or variable' {
        $module = Get-Module Intercom
        $module.ExportedCmdlets.Keys | Sort-Object | Should -Be ($manifest.ExportedCmdlets.Keys | Sort-Object)
        $module.ExportedAliases.Keys | Sort-Object | Should -Be ($manifest.ExportedAliases.Keys | Sort-Object)
        $module.ExportedFunctions.Count | Should -Be 0
        $module.ExportedVariables.Count | Should -Be 0
    }

    It 'is every cmdlet of the assembly' {
        $attributes = [Intercom.IntercomConnection].Assembly.GetExportedTypes() | ForEach-Object { $_.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false) }
        $attributes | ForEach-Object { "$($_.VerbName)-$($_.NounName)" } | Sort-Object | Should -Be ((Get-Module Intercom).ExportedCmdlets.Keys | Sort-Object)
    }

    It '<_> has an approved verb and our prefix' -ForEach $cmdlets {
        $verb, $noun = $_ -split '-', 2
        $verb | Should -BeIn $verbs
        $noun | Should -BeLike 'Intercom*'
    }

    It 'the alias <_> leads to a cmdlet of the module' -ForEach $aliases {
        (Get-Command $_).ResolvedCommand.ModuleName | Should -Be Intercom
        $_ | Should -BeLike '*-Intercom*'
    }

    It 'declares what each cmdlet gives, or that it gives nothing' {
        $silent = Get-Command -Module Intercom -CommandType Cmdlet | Where-Object { -not $_.OutputType } | ForEach-Object Verb | Sort-Object -Unique
        $silent | Should -BeIn 'Disconnect', 'Register', 'Remove', 'Send', 'Stop', 'Clear'
    }
}

Describe 'Coming and going' {
    It 'imports without a word on any stream' {
        Import-Module $ModulePath -Force *>&1 | Should -BeNullOrEmpty
    }

    It 'can be imported twice, which is once' {
        Import-Module $ModulePath
        Import-Module $ModulePath
        Get-Module Intercom | Should -HaveCount 1
    }

    It 'leaves with its commands and comes back, and keeps the connections of the process' {
        $null = Connect-Intercom -Sandbox -Name module-stays
        Remove-Module Intercom
        Get-Command -Module Intercom | Should -BeNullOrEmpty
        Get-Command Archive-IntercomContact -ErrorAction Ignore | Should -BeNullOrEmpty
        Import-Module $ModulePath -Force
        (Get-IntercomConnection module-stays).IsSandbox | Should -BeTrue
        Get-IntercomContact -First 1 | Should -HaveCount 1
        Disconnect-Intercom -Connection module-stays
    }

    It 'ends its sandbox servers when it leaves' {
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

    It 'shows its types to users, while its dependencies stay among themselves' -Skip:($PSVersionTable.PSVersion.Major -lt 7 -or -not $HasOwnProcess) {
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

    It 'loads by name from a folder of modules, at the first use of a cmdlet' -Skip:(-not $HasOwnProcess) {
        $modules = Join-Path $TestDrive modules
        $null = New-Item -ItemType Directory $modules
        Copy-Item $folder (Join-Path $modules Intercom) -Recurse
        $said = Invoke-OwnProcess "`$env:PSModulePath = '$modules' + [IO.Path]::PathSeparator + `$env:PSModulePath; (Get-IntercomOperation -Path me).Cmdlet; (Get-Module Intercom).ModuleBase"
        $said[0] | Should -Be Get-IntercomAdmin
        $said[1] | Should -BeLike '*modules?Intercom'
    }
}
