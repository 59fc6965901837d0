@{
    RootModule           = if ($PSEdition -eq 'Core') { 'bin/net8.0/Intercom.PowerShell.dll' } else { 'bin/netstandard2.0/Intercom.PowerShell.dll' }
    ModuleVersion        = '0.1.0'
    GUID                 = '5f0a2c1e-7d0b-4c4e-9a53-0f6f2b8d6a11'
    Author               = 'The Intercom for PowerShell authors'
    CompanyName          = 'Community'
    Copyright            = '(c) The Intercom for PowerShell authors. MIT licence.'
    Description          = 'Intercom for PowerShell: the Intercom REST API 2.14 as cmdlets with typed objects in and out of the pipeline, a query builder, and an embedded sandbox.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Core', 'Desktop')
    FormatsToProcess     = @('Intercom.Format.ps1xml')
    TypesToProcess       = @('Intercom.Types.ps1xml')
    FunctionsToExport    = @()
    VariablesToExport    = @()
    CmdletsToExport      = @(
        'Connect-Intercom'
        'Disconnect-Intercom'
        'Get-IntercomAdmin'
        'Get-IntercomArticle'
        'Get-IntercomCompany'
        'New-IntercomCompany'
        'Get-IntercomConnection'
        'Select-IntercomConnection'
        'Test-IntercomConnection'
        'Block-IntercomContact'
        'Disable-IntercomContact'
        'Enable-IntercomContact'
        'Get-IntercomContact'
        'Merge-IntercomContact'
        'New-IntercomContact'
        'Remove-IntercomContact'
        'Search-IntercomContact'
        'Set-IntercomContact'
        'Add-IntercomContactCompany'
        'Remove-IntercomContactCompany'
        'Add-IntercomContactSubscription'
        'Remove-IntercomContactSubscription'
        'Close-IntercomConversation'
        'Get-IntercomConversation'
        'Open-IntercomConversation'
        'Search-IntercomConversation'
        'Suspend-IntercomConversation'
        'Set-IntercomConversationAssignee'
        'Get-IntercomEvent'
        'Send-IntercomEvent'
        'Add-IntercomNote'
        'Get-IntercomNote'
        'New-IntercomQuery'
        'Test-IntercomQuery'
        'Get-IntercomRateLimit'
        'Send-IntercomReply'
        'Invoke-IntercomRequest'
        'Start-IntercomSandbox'
        'Stop-IntercomSandbox'
        'Get-IntercomSegment'
        'Get-IntercomSubscriptionType'
        'Add-IntercomTag'
        'Get-IntercomTag'
        'New-IntercomTag'
        'Remove-IntercomTag'
        'Get-IntercomTeam'
        'Convert-IntercomVisitor'
        'Get-IntercomVisitor'
        'Set-IntercomVisitor'
    )
    AliasesToExport      = @('Archive-IntercomContact', 'Assign-IntercomConversation', 'Snooze-IntercomConversation', 'Track-IntercomEvent')
    PrivateData          = @{
        PSData = @{
            Tags       = @('Intercom', 'API', 'Support', 'CustomerMessaging', 'Helpdesk', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS')
            LicenseUri = 'https://opensource.org/license/mit'
        }
    }
}
