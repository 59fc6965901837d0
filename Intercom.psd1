@{
    RootModule             = if ($PSEdition -eq 'Core') { 'bin/net8.0/Intercom.PowerShell.dll' } else { 'bin/netstandard2.0/Intercom.PowerShell.dll' }
    ModuleVersion          = '0.1.0'
    GUID                   = '5f0a2c1e-7d0b-4c4e-9a53-0f6f2b8d6a11'
    Author                 = 'The Intercom for PowerShell authors'
    CompanyName            = 'Community'
    Copyright              = '(c) The Intercom for PowerShell authors. MIT licence.'
    Description            = 'Intercom for PowerShell: the Intercom REST API 2.14 as cmdlets with typed objects in and out of the pipeline, a query builder, and an embedded sandbox.'
    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions   = @('Core', 'Desktop')
    FormatsToProcess       = @('Intercom.Format.ps1xml')
    TypesToProcess         = @('Intercom.Types.ps1xml')
    FunctionsToExport      = @()
    VariablesToExport      = @()
    # The build fills in the cmdlets and aliases that the assembly has.
    CmdletsToExport        = @()
    AliasesToExport        = @()
    PrivateData            = @{
        PSData = @{
            Tags       = @('Intercom', 'API', 'Support', 'CustomerMessaging', 'Helpdesk', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS')
            LicenseUri = 'https://opensource.org/license/mit'
            # Filled from CHANGELOG.md by build.ps1 Package.
            ReleaseNotes = ''
        }
    }
}
