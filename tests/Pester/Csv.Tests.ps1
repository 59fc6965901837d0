# CSV files: exports, edited rows that come back, maps of columns, and imports. Run: ./build.ps1 Pester
BeforeAll {
    . "$PSScriptRoot/Shared.ps1"
    Import-TestedModule
}

Describe 'Export-IntercomCsv' {
    BeforeEach {
        $null = Connect-Intercom -Sandbox -Name csv
        $dir = Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid())
        $null = New-Item -ItemType Directory $dir
        $csv = Join-Path $dir people.csv
    }

    AfterEach {
        Remove-Item $dir -Recurse -Force
    }

    It 'All tags of a contact are exported, and conversations and tickets name their people' {
        $output = & {
            Get-IntercomContact -ExternalId user-1 | Export-IntercomCsv $csv | Out-Null
            @((Import-Csv $csv).Tags -split ', ').Count -eq @(Get-IntercomTag).Count
            Get-IntercomConversation 100120 | Export-IntercomCsv $csv -Force -Delimiter ';' | Out-Null
            $r = Import-Csv $csv -Delimiter ';'
            $r.ConversationId, $r.Assignee, $r.Contacts -join '|'
            Get-IntercomTicket 300001 | Export-IntercomCsv $csv -Force | Out-Null
            $t = Get-IntercomTicket 300001
            (Import-Csv $csv).Contacts -eq (Get-IntercomContact $t.Contacts[0].Id).Name
        }
        $expected = @(
            'True'
            '100120|Ines Okafor|Ada Rossi'
            'True'
        )
        @($output | ForEach-Object { "$_" }) | Should -Be $expected
    }

    It 'An existing file stays without -Force' {
        $failure = Get-Failure {
            'kept' | Set-Content $csv
            Get-IntercomContact -First 1 | Export-IntercomCsv $csv -ErrorAction SilentlyContinue
        }
        "$failure" | Should -BeLike '*already exists*'
    }

    It '-WhatIf leaves no file, and so does an export of nothing' {
        $output = & {
            Get-IntercomContact -First 1 | Export-IntercomCsv $csv -WhatIf
            Get-IntercomContact -Name Nobody | Export-IntercomCsv $csv -WarningVariable told -WarningAction SilentlyContinue
            @(Get-ChildItem $dir -Force).Count
            "$told" -match 'No object was piped'
        }
        $expected = @(
            '0'
            'True'
        )
        @($output | ForEach-Object { "$_" }) | Should -Be $expected
    }

    It 'A second kind of object is an error of its own' {
        $failure = Get-Failure {
            Get-IntercomContact -First 1 | Export-IntercomCsv $csv | Out-Null
            & { Get-IntercomContact -First 1; Get-IntercomTag VIP } | Export-IntercomCsv $csv -Force | Out-Null
        }
        "$failure" | Should -BeLike '*cannot be written to a file of Contact objects*'
    }

    It 'Rows are not Intercom''s objects' {
        $failure = Get-Failure {
            [pscustomobject]@{ Name = 'x' } | Export-IntercomCsv $csv
        }
        "$failure" | Should -BeLike '*is not an object of this module*'
    }

    It 'Any kind of object can be exported' {
        $output = & {
            Get-IntercomTag | Export-IntercomCsv $csv | Out-Null
            (Import-Csv $csv)[0].TagId -eq (Get-IntercomTag)[0].Id
            Get-IntercomAdmin | Export-IntercomCsv $csv -Force | Out-Null
            (Import-Csv $csv)[0].Email
            Get-IntercomArticle -First 2 | Export-IntercomCsv $csv -Force | Out-Null
            @(Import-Csv $csv).Count
        }
        $expected = @(
            'True'
            'mara@sandbox.example'
            '2'
        )
        @($output | ForEach-Object { "$_" }) | Should -Be $expected
    }

    It '-Expand Tags of many contacts costs one list' {
        $output = & {
            $calls = (Get-IntercomRateLimit).Calls
            $n = @(Get-IntercomContact -First 150).Count
            $plain = (Get-IntercomRateLimit).Calls - $calls
            $calls = (Get-IntercomRateLimit).Calls
            $c = Get-IntercomContact -First 150 -Expand Tags
            (Get-IntercomRateLimit).Calls - $calls - $plain
            @($c.Tags | Where-Object { -not $_.Name }).Count
        }
        $expected = @(
            '1'
            '0'
        )
        @($output | ForEach-Object { "$_" }) | Should -Be $expected
    }
}

Describe 'Rows of an exported file' {
    BeforeEach {
        $null = Connect-Intercom -Sandbox -Name csv
        $dir = Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid())
        $null = New-Item -ItemType Directory $dir
        $csv = Join-Path $dir people.csv
    }

    AfterEach {
        Remove-Item $dir -Recurse -Force
    }

    It 'An export has attributes as columns, names in place of ids, and ISO dates' {
        $output = & {
            $null = Get-IntercomContact -ExternalId user-123 | Set-IntercomContact -Owner 'Ines Okafor' -CustomAttribute @{ seats = 5 }
            Get-IntercomContact -ExternalId user-123 | Export-IntercomCsv $csv | ForEach-Object Name
            $r = Import-Csv $csv
            $r.Owner
            $r.'CustomAttributes.seats'
            $r.CreatedAt -match '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$'
            $r.'CustomAttributes.signup_date' -match 'T'
            ($r.PSObject.Properties.Name -like 'CustomAttributes.*') -join ' '
            $r.Tags -match '7\d\d\d'
        }
        $expected = @(
            'people.csv'
            'Ines Okafor'
            '5'
            'True'
            'True'
            'CustomAttributes.plan CustomAttributes.score CustomAttributes.seats CustomAttributes.signup_date CustomAttributes.trial'
            'False'
        )
        @($output | ForEach-Object { "$_" }) | Should -Be $expected
    }

    It 'Only edited cells come back, with the types of the attributes, and blank cells clear nothing' {
        $output = & {
            Get-IntercomContact -First 4 | Set-IntercomContact -Name '=1+1' -CustomAttribute @{ plan = "'=x"; seats = 7; trial = $true }
            Get-IntercomContact -First 4 | Export-IntercomCsv $csv | Out-Null
            (Get-Content $csv)[1] -match ",'=1\+1,"
            $r = @(Import-Csv $csv)
            $r[1].'CustomAttributes.seats' = '8'
            $r[2].Name = "'@home"
            $r[2].'CustomAttributes.trial' = 'FALSE'
            $r[3].Name = ''
            $before = (Get-IntercomChange).Count
            $r | Set-IntercomContact
            (Get-IntercomChange).Count - $before
            $c = Get-IntercomContact $r[1].ContactId
            $c.Name, $c.CustomAttributes.plan, $c.CustomAttributes.seats, $c.CustomAttributes.seats.GetType().Name -join '|'
            $c = Get-IntercomContact $r[2].ContactId
            $c.Name, $c.CustomAttributes.trial -join '|'
            (Get-IntercomContact $r[3].ContactId).Name
        }
        $expected = @(
            'True'
            '2'
            '=1+1|''=x|8|Int64'
            '@home|False'
            '=1+1'
        )
        @($output | ForEach-Object { "$_" }) | Should -Be $expected
    }

    It 'Without the marks, all cells are sent and mean the same' {
        $output = & {
            Get-IntercomContact -ExternalId user-123 | Set-IntercomContact -Name '=1+1' -Owner 'Ines Okafor' -CustomAttribute @{ plan = '007'; seats = 7 }
            $old = Get-IntercomContact -ExternalId user-123
            $old | Export-IntercomCsv $csv -NoMarks | Out-Null
            Import-Csv $csv | Set-IntercomContact -WarningAction SilentlyContinue
            $new = Get-IntercomContact -ExternalId user-123
            $same = 'Name', 'Email', 'Phone', 'ExternalId', 'Role', 'OwnerId', 'SignedUpAt', 'LastSeenAt', 'UnsubscribedFromEmails'
            @($same | Where-Object { $old.$_ -ne $new.$_ }).Count
            "$($old.CustomAttributes)" -eq "$($new.CustomAttributes)"
        }
        $expected = @(
            '0'
            'True'
        )
        @($output | ForEach-Object { "$_" }) | Should -Be $expected
    }

    It 'A cell that was edited in a column that is not changed causes one warning' {
        $output = & {
            Get-IntercomContact -First 3 | Export-IntercomCsv $csv | Out-Null
            $r = @(Import-Csv $csv)
            $r | ForEach-Object { $_.Tags = 'new' }
            $r | Set-IntercomContact -WarningVariable told -WarningAction SilentlyContinue
            $told.Count
            "$told"
        }
        $expected = @(
            '1'
            'Cells of ''Tags'' were edited, but Set-IntercomContact does not change them.'
        )
        @($output | ForEach-Object { "$_" }) | Should -Be $expected
    }

    It 'Marks that are not of this access token are not trusted' {
        $output = & {
            Get-IntercomContact -ExternalId user-1 | Export-IntercomCsv $csv | Out-Null
            (Get-Content $csv) -replace 'v1\.\S{6}', 'v1.AAAAAA' | Set-Content $csv
            Import-Csv $csv | Set-IntercomContact -WhatIf -WarningVariable told -WarningAction SilentlyContinue
            "$told" -match 'another access token'
        }
        "$output" | Should -Be 'True'
    }

    It 'Tickets and companies come back too' {
        $output = & {
            Get-IntercomTicket -First 3 | Export-IntercomCsv $csv | Out-Null
            $r = @(Import-Csv $csv)
            $r[0].Title = 'Edited'
            $r[0].State = 'In progress'
            $r | Set-IntercomTicket
            $t = Get-IntercomTicket $r[0].TicketId
            $t.Title, "$($t.TicketState)" -join '|'
            Get-IntercomCompany -First 2 | Export-IntercomCsv $csv -Force | Out-Null
            $r = @(Import-Csv $csv)
            $r[1].Plan = 'gold'
            $r[1].'CustomAttributes.region' = 'APAC'
            $before = (Get-IntercomChange).Count
            $r | Set-IntercomCompany
            (Get-IntercomChange).Count - $before
            $c = Get-IntercomCompany $r[1].CompanyId
            $c.Plan.Name, $c.CustomAttributes.region -join '|'
        }
        $expected = @(
            'Edited|In progress'
            '1'
            'gold|APAC'
        )
        @($output | ForEach-Object { "$_" }) | Should -Be $expected
    }

    It 'A column of an attribute that is not a number is the error of its row' {
        $failure = Get-Failure {
            [pscustomobject]@{ ExternalId = 'user-1'; ContactId = (Get-IntercomContact -ExternalId user-1).Id; 'CustomAttributes.seats' = 'four' } | Set-IntercomContact
        }
        "$failure" | Should -BeLike '*The column ''CustomAttributes.seats'' cannot be used for -CustomAttribute. ''four'' is not a whole number*'
    }
}

Describe 'Import-IntercomContact' {
    BeforeEach {
        $null = Connect-Intercom -Sandbox -Name csv
        $dir = Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid())
        $null = New-Item -ItemType Directory $dir
        $csv = Join-Path $dir people.csv
    }

    AfterEach {
        Remove-Item $dir -Recurse -Force
    }

    It 'A German file is imported with a map of its columns' {
        $output = & {
            $null = New-IntercomDataAttribute birthday contact -DataType date
            $u = [char]0xFC
            "E-Mail;Vorname;Geburtstag`r`nlena@m$($u)ller.example;J$($u)rgen;31.05.2026`r`nada.rossi122@kestrel-air.example;Ada Rossi;`r`nLENA@m$($u)ller.example;;`r`nx@y.example;X;5/31/2026`r`n" |
                ForEach-Object { [System.IO.File]::WriteAllText($csv, $_, [System.Text.UTF8Encoding]::new($true)) }
            $how = @{ Delimiter = ';'; DateFormat = 'dd.MM.yyyy'; ColumnMap = @{ 'E-Mail' = 'Email'; Vorname = 'Name'; Geburtstag = 'CustomAttributes.birthday' } }
            $plan = Import-IntercomContact $csv @how -WhatIf -ErrorAction SilentlyContinue
            (Get-IntercomChange).Count
            $done = Import-IntercomContact $csv @how -ErrorAction SilentlyContinue -ErrorVariable failed
            ($plan | ForEach-Object { "$($_.Row) $($_.Status)" }) -join ', '
            ($done | ForEach-Object { "$($_.Row) $($_.Status)" }) -join ', '
            $done[2].Reason
            $failed.Count
            $failed[0].FullyQualifiedErrorId -split ',' | Select-Object -First 1
            $c = Get-IntercomContact $done[0].Id
            $c.Name -eq "J$($u)rgen"
            [DateTimeOffset]::FromUnixTimeSeconds($c.CustomAttributes.birthday).LocalDateTime.ToString('yyyy-MM-dd')
            (Import-IntercomContact $csv @how -ErrorAction SilentlyContinue).Status -join ', '
        }
        $expected = @(
            '1'
            '2 Created, 3 Unchanged, 4 Duplicate, 5 Refused'
            '2 Created, 3 Unchanged, 4 Duplicate, 5 Refused'
            'Duplicate of row 2.'
            '1'
            'Intercom.rows_refused'
            'True'
            '2026-05-31'
            'Unchanged, Unchanged, Duplicate, Refused'
        )
        @($output | ForEach-Object { "$_" }) | Should -Be $expected
    }

    It 'An import sends only the fields that differ' {
        $output = & {
            $old = Get-IntercomContact -ExternalId user-123
            "ExternalId,Email,Name,Phone,CustomAttributes.seats`nuser-123,$($old.Email),Ada R.,,$($old.CustomAttributes.seats)" | Set-Content $csv
            $r = Import-IntercomContact $csv
            $r.Status, $r.Reason, ($r.Id -eq $old.Id) -join '|'
            (Get-IntercomContact $r.Id).Phone -eq $old.Phone
        }
        $expected = @(
            'Updated|name|True'
            'True'
        )
        @($output | ForEach-Object { "$_" }) | Should -Be $expected
    }

    It 'An import of an exported file changes the edited cells' {
        $output = & {
            Get-IntercomContact -First 3 | Export-IntercomCsv $csv | Out-Null
            Get-IntercomContact -First 3 | Set-IntercomContact -Phone '+353 1 2'
            (Get-Content $csv) -replace '^([^,]+,[^,]*,[^,]*,)lead,', '$1user,' | Set-Content $csv
            (Import-IntercomContact $csv).Status | Sort-Object -Unique
            (Get-IntercomContact -First 3).Phone | Sort-Object -Unique
        }
        $expected = @(
            'Unchanged'
            'Updated'
            '+353 1 2'
        )
        @($output | ForEach-Object { "$_" }) | Should -Be $expected
    }

    It 'A row whose address belongs to another external id is refused' {
        $output = & {
            "ExternalId,Email`nother-1,ada.rossi122@kestrel-air.example" | Set-Content $csv
            $r = Import-IntercomContact $csv -ErrorAction SilentlyContinue
            $r.Status, $r.Reason -join ' '
        }
        "$output" | Should -Be 'Refused The row has the external id ''other-1'', but the user with the address ''ada.rossi122@kestrel-air.example'' has ''user-123''. Correct one of them, or add the column ContactId to change the external id.'
    }

    It 'A row with too many cells is refused, and the others are imported' {
        $output = & {
            "Email,Name`na@x.example,A,B`nb@x.example,B" | Set-Content $csv
            (Import-IntercomContact $csv -ErrorAction SilentlyContinue).Status -join ' '
        }
        "$output" | Should -Be 'Refused Created'
    }

    It 'A file without semicolons where a comma is expected is not read' {
        $failure = Get-Failure {
            "E-Mail;Name`na@x.example;A" | Set-Content $csv
            Import-IntercomContact $csv
        }
        "$failure" | Should -BeLike '*Specify -Delimiter '';''*'
    }

    It 'A file in another encoding is not read' {
        $failure = Get-Failure {
            [System.IO.File]::WriteAllBytes($csv, [byte[]](69, 109, 97, 105, 108, 44, 78, 97, 109, 101, 10, 97, 64, 120, 44, 252, 10))
            Import-IntercomContact $csv
        }
        "$failure" | Should -BeLike '*not a UTF-8 file*'
    }

    It 'A map of a column that the file lacks sends nothing' {
        $failure = Get-Failure {
            "Email,Vorname`na@x.example,A" | Set-Content $csv
            Import-IntercomContact $csv -ColumnMap @{ Vornahme = 'Name' }
        }
        "$failure" | Should -BeLike '*Did you mean ''Vorname''`?*'
    }

    It 'A map to a parameter that does not exist sends nothing' {
        $failure = Get-Failure {
            "Email,Vorname`na@x.example,A" | Set-Content $csv
            Import-IntercomContact $csv -ColumnMap @{ Vorname = 'Nmae' }
        }
        "$failure" | Should -BeLike '*Did you mean ''Name''`?*'
    }

    It 'Two columns for one target send nothing' {
        $failure = Get-Failure {
            "Email,Vorname,Nachname`na@x.example,A,B" | Set-Content $csv
            Import-IntercomContact $csv -ColumnMap @{ Vorname = 'Name'; Nachname = 'Name' }
        }
        "$failure" | Should -BeLike '*are both read as ''Name''*'
    }

    It 'A mapped column beside one with the name of its target sends nothing' {
        $failure = Get-Failure {
            "Email,Vorname,Name`na@x.example,A,B" | Set-Content $csv
            Import-IntercomContact $csv -ColumnMap @{ Vorname = 'Name' }
        }
        "$failure" | Should -BeLike '*are both read as ''Name''*'
    }

    It 'A file without a column that identifies contacts is not imported' {
        $failure = Get-Failure {
            "Vorname`nA" | Set-Content $csv
            Import-IntercomContact $csv
        }
        "$failure" | Should -BeLike '*No column identifies the contacts*'
    }
}
