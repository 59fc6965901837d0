# Each output type in CSV, JSON and CLIXML files. Run: ./build.ps1 Pester
BeforeDiscovery {
    . "$PSScriptRoot/Shared.ps1"
    Import-TestedModule
    $types = @((Get-SampleTable).Keys)
}

BeforeAll {
    . "$PSScriptRoot/Shared.ps1"
    Import-TestedModule
    $null = Connect-Intercom -Sandbox -Name export
    $table = Get-SampleTable
    $samples = @{}
    foreach ($type in $table.Keys) { $samples[$type] = @(& $table[$type] | Select-Object -First 20) }

    # True for a value that is a single word without conversion.
    function Test-Word($Value) { $Value -is [string] -or $Value -is [bool] -or $Value -is [long] -or $Value -is [int] }
}

AfterAll {
    Disconnect-Intercom -Connection export
}

Describe 'The samples' {
    It 'cover each output type of the cmdlets' {
        $given = (Get-Command -Module Intercom -CommandType Cmdlet).OutputType.Type | Where-Object FullName -Like Intercom.* | Sort-Object -Unique FullName
        $given.Count | Should -BeGreaterThan 35
        foreach ($type in $given) {
            $table.Keys | Where-Object { $type.IsAssignableFrom([type]$_) } | Should -Not -BeNullOrEmpty -Because "$type needs a sample in Shared.ps1"
        }
    }

    It '<_> is the type of its sample' -ForEach $types {
        $samples[$_].Count | Should -BeGreaterThan 0
        $samples[$_][0].GetType().FullName | Should -Be $_
    }
}

Describe '<_>' -ForEach $types {
    BeforeAll {
        $items = $samples[$_]
    }

    It 'is exported to CSV and imported as readable text' {
        $path = Join-Path $TestDrive "$_.csv"
        $items | Export-Csv $path -NoTypeInformation -Encoding UTF8
        $rows = @(Import-Csv $path)
        $rows.Count | Should -Be $items.Count
        $wrong = for ($i = 0; $i -lt $rows.Count; $i++) {
            foreach ($cell in $rows[$i].PSObject.Properties) {
                $value = $items[$i].($cell.Name)
                $same = if (Test-Word $value) { $cell.Value -ceq "$value" }
                elseif ($value -is [datetime]) { [Math]::Abs(([datetime]::Parse($cell.Value, [cultureinfo]::CurrentCulture) - $value).TotalSeconds) -lt 1 }
                else { $cell.Value -cnotmatch $TypeNames }
                if (-not $same) { "$($cell.Name): $($cell.Value)" }
            }
        }
        $wrong | Should -BeNullOrEmpty
    }

    It 'is converted to JSON with the same values, and dates stay dates' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $json = ConvertTo-Json $items -Depth 9
        $json | Should -Not -MatchExactly $TypeNames
        $read = @($json | ConvertFrom-Json)
        $read.Count | Should -Be $items.Count
        $wrong = for ($i = 0; $i -lt $read.Count; $i++) {
            # Alias properties exist for the pipeline. ConvertTo-Json omits them for objects in a list.
            foreach ($property in $items[$i].PSObject.Properties | Where-Object MemberType -EQ Property) {
                $value = $property.Value
                $now = $read[$i].($property.Name)
                $same = if ($now -is [datetime]) { $now.ToUniversalTime() -eq ([datetime]$value).ToUniversalTime() }
                elseif (Test-Word $value) { $now -ceq $value }
                elseif ($value -is [enum]) { $now -eq $value.value__ }
                else { $value -isnot [datetime] -and ($null -eq $value) -eq ($null -eq $now) }
                if (-not $same) { "$($property.Name): $now" }
            }
        }
        $wrong | Should -BeNullOrEmpty
    }

    It 'does not contain type names in JSON of the default depth' {
        ConvertTo-Json $items -WarningAction SilentlyContinue | Should -Not -MatchExactly $TypeNames
    }

    It 'has the same values after CLIXML' {
        $path = Join-Path $TestDrive "$_.xml"
        $items | Export-Clixml $path
        $back = @(Import-Clixml $path)
        $back.Count | Should -Be $items.Count
        $items[0].PSObject.Properties | Where-Object { (Test-Word $_.Value) -and "$($back[0].($_.Name))" -cne "$($_.Value)" } | Should -BeNullOrEmpty
    }

    It 'is readable text in a string' {
        $items | Where-Object { "$_" -cmatch $TypeNames } | Should -BeNullOrEmpty
    }
}

Describe 'The models' {
    # Covers properties that the samples do not contain: no property of an output type prints as the name of a type.
    It 'print as readable text, including the lists in them' {
        $words = 'ItemList`1', 'AttributeBag', 'Translations`1'
        $wrong = foreach ($type in [Intercom.Contact].Assembly.GetExportedTypes() | Where-Object { $_.Namespace -eq 'Intercom' -and $_.IsClass -and -not $_.IsSubclassOf([Exception]) }) {
            if ($type.GetMethod('ToString', [type[]]@()).DeclaringType -eq [object]) { "$type has no words" }
            if ($type.Name -in $words) { continue }
            foreach ($property in $type.GetProperties()) {
                if ([System.Collections.IEnumerable].IsAssignableFrom($property.PropertyType) -and $property.PropertyType -ne [string] -and $property.PropertyType.Name -notin $words) { "$type.$($property.Name)" }
            }
        }
        $wrong | Should -BeNullOrEmpty
    }

    It 'print lists of values in attributes as readable text' {
        $contact = Get-IntercomTicketType -Name Bug | ForEach-Object TicketTypeAttributes | Where-Object DataType -EQ list
        $contact | Format-List | Show-Text | Should -Not -MatchExactly $TypeNames
        "$($contact.InputOptions)" | Should -Match 'label=Minor'
    }
}

Describe 'Files that are read again' {
    It 'a row updates the fields of its columns' {
        $path = Join-Path $TestDrive contacts.csv
        Get-IntercomContact -First 5 | Select-Object Id, Name, Phone, Companies | Export-Csv $path -NoTypeInformation -Encoding UTF8
        $rows = Import-Csv $path
        $rows | ForEach-Object { $_.Name = "$($_.Name) II" }
        $rows | Select-Object Id, Name | Set-IntercomContact
        Get-IntercomContact -First 5 | ForEach-Object Name | Should -Be $rows.Name
    }

    It 'rows create contacts, and a column of ids finds them' {
        $path = Join-Path $TestDrive new.csv
        'Email,Name,ExternalId', 'a@rows.example,Ann,row-1', 'b@rows.example,Ben,row-2' | Set-Content $path
        $made = Import-Csv $path | New-IntercomContact
        $made.Name | Should -Be Ann, Ben
        (Import-Csv $path | Select-Object ExternalId | Get-IntercomContact).Id | Should -Be $made.Id
    }

    It 'lines of a text file are read as ids' {
        $path = Join-Path $TestDrive ids.txt
        (Get-IntercomContact -First 3).Id | Set-Content $path
        Get-Content $path | Get-IntercomContact | Should -HaveCount 3
    }

    It 'an object from CLIXML supplies only its id, like the original object' {
        $made = New-IntercomContact clixml@x.example -Name Old -Phone '+353 1 234 5678'
        $path = Join-Path $TestDrive contact.xml
        $made | Export-Clixml $path
        $made | Set-IntercomContact -Phone '+353 1 999 9999'
        Import-Clixml $path | Set-IntercomContact -Name New
        $now = $made | Get-IntercomContact
        $now.Name, $now.Phone | Should -Be New, '+353 1 999 9999'
    }

    It 'an object of another kind from CLIXML is rejected' {
        $path = Join-Path $TestDrive conversation.xml
        Get-IntercomConversation -First 1 | Export-Clixml $path
        (Get-Failure { Import-Clixml $path | Get-IntercomContact }).CategoryInfo.Category | Should -Be InvalidArgument
        (Import-Clixml $path | Get-IntercomConversation).Id | Should -Be (Get-IntercomConversation -First 1).Id
    }
}
