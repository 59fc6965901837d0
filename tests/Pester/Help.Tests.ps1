# The output of Get-Help for each cmdlet and topic, without a network. Run: ./build.ps1 Pester
BeforeDiscovery {
    . "$PSScriptRoot/Shared.ps1"
    Import-TestedModule
    $cmdlets = (Get-Command -Module Intercom -CommandType Cmdlet).Name
    $topics = Get-ChildItem "$(Split-Path $ModulePath)/en-US/about_*.help.txt" | ForEach-Object { $_.Name -replace '\.help\.txt$' }
}

BeforeAll {
    . "$PSScriptRoot/Shared.ps1"
    Import-TestedModule
    $common = [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters
    $known = @((Get-Command -Module Intercom).Name) + @((Get-Help about_Intercom*).Name)
    # Returns the text of a part of the help, without its layout.
    function Get-Text($Part) { ($Part.Text -join ' ').Trim() }
}

Describe 'Get-Help <_>' -ForEach $cmdlets {
    BeforeAll {
        $name = $_
        $help = Get-Help $name -Full
    }

    It 'has a synopsis and a description' {
        $help.Synopsis.Trim() | Should -Match '^[A-Z].{10,}\.$'
        Get-Text $help.description | Should -Not -BeNullOrEmpty
    }

    It 'describes every visible parameter' {
        $described = @{}
        foreach ($parameter in $help.parameters.parameter) { $described[$parameter.name] = Get-Text $parameter.description }
        $shown = (Get-Command $name).Parameters.Values | Where-Object { $_.Name -notin $common -and ($_.Attributes | Where-Object { $_ -is [Parameter] -and -not $_.DontShow }) }
        $shown | ForEach-Object Name | Where-Object { "$($described[$_])".Length -lt 6 } | Should -BeNullOrEmpty
    }

    It 'has at least two examples, each with an explanation and a line that uses the module' {
        @($help.examples.example).Count | Should -BeGreaterOrEqual 2
        $wrong = foreach ($example in $help.examples.example) {
            $errors = $null
            $null = [System.Management.Automation.Language.Parser]::ParseInput($example.code, [ref]$null, [ref]$errors)
            if ($errors -or $example.code -notmatch 'Intercom' -or (Get-Text $example.remarks) -notmatch '\w{3}') { $example.code }
        }
        $wrong | Should -BeNullOrEmpty
    }

    It 'names the output type, and related links that exist' {
        $help.returnValues.returnValue.type.name | Should -Not -BeNullOrEmpty
        @($help.relatedLinks.navigationLink).Count | Should -BeGreaterThan 0
        $help.relatedLinks.navigationLink | Where-Object { if ($_.uri) { $_.uri -notlike 'https://*' } else { $_.linkText -notin $known } } | Should -BeNullOrEmpty
    }
}

Describe 'The topic <_>' -ForEach $topics {
    It 'is found by Get-Help' {
        $text = Get-Help $_ | Out-String
        $text | Should -Match ([regex]::Escape($_))
        $text | Should -Match 'SHORT DESCRIPTION'
    }

    It 'names only existing cmdlets and topics' {
        $text = Get-Help $_ | Out-String
        [regex]::Matches($text, '\b[A-Z][a-zA-Z]+-Intercom[A-Za-z]*|about_Intercom\w*').Value | Sort-Object -Unique | Should -BeIn $known
    }
}

Describe 'All topics' {
    It 'are listed together' {
        (Get-Help about_Intercom*).Name | Should -Contain about_Intercom_Queries
    }
}
