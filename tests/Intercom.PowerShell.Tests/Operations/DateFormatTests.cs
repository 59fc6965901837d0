using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Intercom.PowerShell.Tests.Operations;

/// <summary>-DateFormat: the dates of rows as the file has them, read exactly, or refused with what to do.</summary>
public sealed class DateFormatTests : IDisposable
{
    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public DateFormatTests()
    {
        _server.Connect(_shell);
        _server.Answer = request => request is { Method: "GET", Path: "/ticket_types" }
            ? (200, """{"type":"list","data":[{"type":"ticket_type","id":"71","name":"Bug"}]}""") : RecordingServer.Simple(request);
    }

    private static bool Writes(Type? type) => type is not null && (type.Name == "IntercomWriteCommand" || Writes(type.BaseType));

    private static bool IsDateColumn(PropertyInfo property) =>
        BuiltModule.Attributes(property, "DateInput").Any() && property.GetCustomAttributes<ParameterAttribute>()
            .Any(set => set.ValueFromPipelineByPropertyName);

    private static long Local(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) =>
        new DateTimeOffset(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Local)).ToUnixTimeSeconds();

    // The rows of an import come from a file. tests/Pester/Csv.Tests.ps1 tests their dates.
    public static IEnumerable<TheoryDataRow<string, string>> DateColumns =>
        from command in BuiltModule.Cmdlets
        where Writes(command) && command.Name != "ImportContactCommand"
        from column in BuiltModule.Parameters(command)
        where IsDateColumn(column)
        select new TheoryDataRow<string, string>(command.Name, column.Name);

    [Fact]
    public void There_are_columns_of_dates() => Assert.True(DateColumns.Count() >= 14, $"{DateColumns.Count()}");

    [Theory]
    [MemberData(nameof(DateColumns))]
    public void Each_column_of_dates_is_read_by_the_format_and_refused_without_it(string commandName, string columnName)
    {
        var command = BuiltModule.Cmdlets.Single(type => type.Name == commandName);
        var column = BuiltModule.Parameters(command).Single(parameter => parameter.Name == columnName);
        var given = CommandLine(command, column);
        // An export is of the past, a snooze of the future.
        var year = commandName == "StartDataExportCommand" ? 2023 : 2036;
        foreach (var (text, format) in new[] { ($"31.12.{year}", "dd.MM.yyyy"), ($"{year}-31-12", "yyyy-dd-MM"),
            ($"12/31/{year} 1:00:00 PM", "M/d/yyyy h:mm:ss tt") })
        {
            var iso = text.Contains("PM", StringComparison.Ordinal) ? $"{year}-12-31 13:00:00" : $"{year}-12-31";
            Assert.Equal(Sent(command, given, column, iso, null), Sent(command, given, column, text, format));
        }
        Assert.Equal(Sent(command, given, column, $"{year}-02-01", null), Sent(command, given, column, $"{year}-01-02", "yyyy-dd-MM"));
        Assert.NotEmpty(Sent(command, given, column, $"{year}-01-02", "yyyy-dd-MM"));

        var refused = Run(command, given, column, $"31.12.{year}", null);
        Assert.Empty(Changes());
        Assert.Contains($"'31.12.{year}'", refused.Error.ToString(), StringComparison.Ordinal);
        Assert.Contains("-DateFormat 'dd.MM.yyyy'", refused.Error.ToString(), StringComparison.Ordinal);
        refused = Run(command, given, column, $"12/31/{year}", "dd.MM.yyyy");
        Assert.Empty(Changes());
        Assert.Contains($"'12/31/{year}' does not have the format dd.MM.yyyy", refused.Error.ToString(), StringComparison.Ordinal);
        var trial = Run(command, given, column, $"31.12.{year}", "dd.MM.yyyy", whatIf: true);
        Assert.Empty(trial.Errors);
        Assert.Empty(Changes());
        Assert.Single(Run(command, given, column, $"31.12.{year}", null, whatIf: true).Errors);
    }

    [Theory]
    [InlineData("dd.mm.yyyy", "dd.MM.yyyy")]
    [InlineData("DD.MM.YYYY", "dd.MM.yyyy")]
    [InlineData("hh:mm", "dd.MM.yyyy")]
    [InlineData("dd.MM.yyyy hh:mm", "HH")]
    public void A_format_that_is_not_one_of_dates_is_refused_by_name(string format, string remedy)
    {
        foreach (var command in BuiltModule.Cmdlets.Where(Writes)) Assert.NotNull(command.GetProperty("DateFormat"));
        var error = _shell.Run(
            $"[pscustomobject]@{{ ContactId = 'c1'; SignedUpAt = '2026-05-31' }} | Set-IntercomContact -DateFormat 'dd.MM.yyyy', "
            + $"'{format}'").Error.ToString();
        Assert.Contains($"'{format}'", error, StringComparison.Ordinal);
        Assert.Contains(remedy, error, StringComparison.Ordinal);
        Assert.Empty(_server.Calls);
    }

    [Fact]
    public void Customers_of_a_German_file_are_read_with_their_attributes()
    {
        var outcome = _shell.Run("""
            [pscustomobject]@{ Name = 'Sören Schäfer'; 'E-Mail' = 'kunde0@beispiel.example'; SignedUpAt = '31.12.2026';
                CustomAttribute = @{ renewed_at = '01.02.2025' } },
            [pscustomobject]@{ Name = 'Zoë Yıldız'; 'E-Mail' = 'kunde2@beispiel.example'; SignedUpAt = '01.02.2025';
                CustomAttribute = @{ renewed_at = '2025-02-01' } } |
                New-IntercomContact -DateFormat dd.MM.yyyy -ThrottleLimit 1
            """);
        Assert.Empty(outcome.Errors);
        Assert.Equal(2, _server.Calls.Count);
        Assert.All(_server.Calls, call => Assert.Contains($"\"renewed_at\":{Local(2025, 2, 1)}", call, StringComparison.Ordinal));
        Assert.Contains($"\"signed_up_at\":{Local(2026, 12, 31)}", _server.Calls[0], StringComparison.Ordinal);
        Assert.Contains($"\"signed_up_at\":{Local(2025, 2, 1)}", _server.Calls[1], StringComparison.Ordinal);
    }

    [Fact]
    public void An_attribute_that_misses_the_format_is_refused()
    {
        foreach (var text in new[] { "31. Mai 2026", "12/31/2026", "31.12.26" })
        {
            var error = _shell.Run(
                $"Set-IntercomContact c1 -CustomAttribute @{{ renewed_at = '{text}' }} -DateFormat dd.MM.yyyy").Error.ToString();
            Assert.Contains($"'{text}' does not have the format dd.MM.yyyy", error, StringComparison.Ordinal);
        }
        Assert.Empty(_server.Calls);
    }

    [Fact]
    public void A_row_that_cannot_be_read_is_the_target_as_it_was_and_the_others_are_sent()
    {
        var outcome = _shell.Run("""
            $rows = [pscustomobject]@{ ConversationId = '1'; Until = 'soon'; Note = 'n' }, [pscustomobject]@{ ConversationId = '2';
                Until = '31.12.2036'; Note = 'n' }
            $rows | Suspend-IntercomConversation -DateFormat dd.MM.yyyy
            "$($rows[0].Until) $($rows[1].Until) $(@($rows[1].psobject.Properties.Name) -join ',')"
            """);
        Assert.Contains("'soon'", outcome.Error.ToString(), StringComparison.Ordinal);
        Assert.Equal("soon 31.12.2036 ConversationId,Until,Note", outcome.Output.Last().ToString());
        Assert.Contains($"\"snoozed_until\":{Local(2036, 12, 31, 9)}", Assert.Single(Changes()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_on_the_command_line_is_told_to_be_ISO()
    {
        var error = _shell.Run("Set-IntercomContact c1 -SignedUpAt 31.12.2026 -DateFormat dd.MM.yyyy").Error.ToString();
        Assert.DoesNotContain("-DateFormat", error, StringComparison.Ordinal);
        Assert.Contains("2026-12-31", error, StringComparison.Ordinal);
        Assert.Empty(_server.Calls);
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("en-GB")]
    [InlineData("de-DE")]
    [InlineData("fr-FR")]
    [InlineData("nl-NL")]
    [InlineData("da-DK")]
    [InlineData("fi-FI")]
    [InlineData("hu-HU")]
    [InlineData("tr-TR")]
    [InlineData("ru-RU")]
    [InlineData("sv-SE")]
    [InlineData("ja-JP")]
    public void What_a_culture_exported_comes_back_by_the_format_that_the_refusal_names(string culture)
    {
        // Export-Csv writes a date as ToString() does.
        var seconds = Local(2026, 11, 28, 20, 0, 1);
        var row =
            $"[cultureinfo]::CurrentCulture = '{culture}'; $row = [pscustomobject]@{{ ContactId = 'c1'; SignedUpAt = "
            + $"[datetime]::new(2026, 11, 28, 20, 0, 1).ToString() }}; ";
        var back = _shell.Run(row + "$row | Set-IntercomContact; [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture");
        if (back.Errors.Count > 0)
        {
            Assert.Empty(_server.Calls);
            var format = Regex.Match(back.Error.ToString(), "-DateFormat '([^']+)'");
            Assert.True(format.Success, back.Error.ToString());
            Assert.Empty(_shell.Run(row
                + $"$row | Set-IntercomContact -DateFormat '{format.Groups[1].Value}'; [cultureinfo]::CurrentCulture = "
                + $"[cultureinfo]::InvariantCulture").Errors);
        }
        Assert.Contains($"\"signed_up_at\":{seconds}", Assert.Single(_server.Calls), StringComparison.Ordinal);
    }

    private Dictionary<string, object> CommandLine(Type command, PropertyInfo column)
    {
        var sets = column.GetCustomAttributes<ParameterAttribute>().ToList();
        var named = sets.Where(set => set.ValueFromPipelineByPropertyName).Select(set => set.ParameterSetName).First();
        var all = BuiltModule.Parameters(command).SelectMany(parameter => parameter.GetCustomAttributes<ParameterAttribute>())
            .Select(set => set.ParameterSetName).Where(set => set != ParameterAttribute.AllParameterSets);
        var selected = BuiltModule.Sets(command)[0];
        var chosen = BuiltModule.IsSelected(command) ? selected : named != ParameterAttribute.AllParameterSets ? named
            : command.GetCustomAttribute<CmdletAttribute>()!.DefaultParameterSetName ?? all.FirstOrDefault() ?? "";
        var given = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase) { ["ThrottleLimit"] = 1, ["Confirm"] = false };
        foreach (var parameter in BuiltModule.Parameters(command).Where(parameter => parameter.Name != column.Name))
        {
            var isWanted = BuiltModule.IsIn(parameter, chosen, mandatory: true);
            if (isWanted) given[parameter.Name] = Value(parameter);
        }
        foreach (var time in new[] { "CreatedAt", "Timestamp" })
        {
            if (time != column.Name && command.GetProperty(time) is { } property && BuiltModule.Attributes(property, "DateInput").Any())
                given[time] = "2023-01-01T00:00:00Z";
        }
        // Its default is the present second, which two runs need not share.
        if (command.Name == "StartDataExportCommand" && column.Name != "To") given["To"] = "2024-01-31T00:00:00Z";
        if (command.Name == "NewContactCommand") given["Email"] = "a@x.example";
        if (command.Name == "NewTicketCommand") given["ContactId"] = "c1";
        if (command.Name == "SendMessageCommand") given["Subject"] = "s";
        return given;
    }

    private static object Value(PropertyInfo parameter)
    {
        if (BuiltModule.Attributes(parameter, "OneOf").FirstOrDefault() is { } words) return words.Words[0];
        var type = Nullable.GetUnderlyingType(parameter.PropertyType) ?? parameter.PropertyType;
        return type == typeof(DateTime) ? "2020-01-01T00:00:00Z" : type == typeof(Hashtable) ? new Hashtable { ["plan"] = "pro" }
            : type.IsPrimitive ? 7 : "71";
    }

    private Outcome Run(Type command, Dictionary<string, object> given, PropertyInfo column, string text, string? format,
        bool whatIf = false)
    {
        _server.Forget();
        var all = new Hashtable(given);
        if (format is not null) all["DateFormat"] = format;
        if (whatIf) all["WhatIf"] = true;
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty(column.Name, text));
        return _shell.Run("$given = $args[2]; $args[0] | & $args[1] @given", row, BuiltModule.NameOf(command), all);
    }

    private string[] Sent(Type command, Dictionary<string, object> given, PropertyInfo column, string text, string? format)
    {
        var outcome = Run(command, given, column, text, format);
        var changes = Changes();
        Assert.True(changes.Length > 0, $"{command.Name} -{column.Name} '{text}' sends nothing: {string.Join(" ", outcome.Errors)}");
        return changes;
    }

    private string[] Changes() =>
        _server.Requests.Where(request => request.Method != "GET").Select(request => request.ToString()).ToArray();

    public void Dispose()
    {
        _shell.Dispose();
        _server.Dispose();
    }
}
