using System.Reflection;

namespace Intercom.PowerShell.Tests.Operations;

/// <summary>One text is one date in every place and under every culture, or it is refused before anything is sent.</summary>
public sealed class DateWireTests : IDisposable
{
    private const string Cultures = "'en-US', 'en-GB', 'de-DE', 'tr-TR', 'fa-IR', 'ar-SA', 'th-TH'";

    private readonly RecordingServer _server = new();
    private readonly Shell _shell = new();

    public DateWireTests() => _server.Connect(_shell);

    private Outcome Everywhere(string command) =>
        _shell.Run(
            $"foreach ($culture in {Cultures}) {{ [cultureinfo]::CurrentCulture = $culture; {command} }}; [cultureinfo]::CurrentCulture "
            + $"= [cultureinfo]::InvariantCulture");

    private static long Local(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) =>
        new DateTimeOffset(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Local)).ToUnixTimeSeconds();

    public static TheoryData<string, long> Dates() => new()
    {
        { "'2026-05-31'", Local(2026, 5, 31) },
        { "'2026-05-31 09:30'", Local(2026, 5, 31, 9, 30) },
        { "'2026-05-31T09:30:00Z'", 1780219800 },
        { "'2026-05-31T09:30:00+02:00'", 1780212600 },
        { "'31 May 2026'", Local(2026, 5, 31) },
        { "'1780212600'", 1780212600 },
        { "1780212600", 1780212600 },
        { "[datetime]::new(2026, 5, 31, 9, 30, 0)", Local(2026, 5, 31, 9, 30) },
        { "[datetime]::new(2026, 5, 31, 9, 30, 0, [DateTimeKind]::Utc)", 1780219800 },
        { "[datetimeoffset]::new(2026, 5, 31, 9, 30, 0, [timespan]::FromHours(2))", 1780212600 },
        { "[DateOnly]::new(2026, 5, 31)", Local(2026, 5, 31) },
    };

    [Theory]
    [MemberData(nameof(Dates))]
    public void One_date_is_one_instant_as_parameter_row_attribute_and_query(string date, long seconds)
    {
        var outcome = Everywhere($$"""
            $null = Set-IntercomContact c1 -SignedUpAt ({{date}})
            $null = [pscustomobject]@{ ContactId = 'c1'; SignedUpAt = ({{date}}) } | Set-IntercomContact
            $null = Set-IntercomContact c1 -CustomAttribute @{ renewed_at = ({{date}}) }
            $null = Search-IntercomConversation @{ field = 'created_at'; operator = '>='; value = ({{date}}) }
            $value = {{date}}
            $null = Search-IntercomConversation { $_.CreatedAt -ge $value }
            """);
        Assert.Empty(outcome.Errors);
        Assert.Equal(7 * 5, _server.Calls.Count);
        Assert.All(_server.Calls, call => Assert.Contains(seconds.ToString(CultureInfo.InvariantCulture), call, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("'01.02.2025'", "order of day and month")]
    [InlineData("'05/06/2024'", "order of day and month")]
    [InlineData("'31.12.2026'", "order of day and month")]
    [InlineData("'13/12/2024 10:00'", "order of day and month")]
    [InlineData("1780212600000", "milliseconds")]
    [InlineData("'1780212600000'", "milliseconds")]
    [InlineData("'1405-03-10'", "in the year 1405")]
    public void What_may_be_two_dates_is_refused_everywhere_before_anything_is_sent(string date, string says)
    {
        foreach (var command in new[]
        {
            $"Set-IntercomContact c1 -SignedUpAt {date}",
            $"[pscustomobject]@{{ ContactId = 'c1'; SignedUpAt = {date} }} | Set-IntercomContact",
            $"Set-IntercomContact c1 -CustomAttribute @{{ renewed_at = {date} }}",
            $"Set-IntercomContact c1 -AdditionalField @{{ signed_up_at = {date} }}",
            $"Search-IntercomConversation {{ $_.CreatedAt -ge {date} }}",
            $"Search-IntercomConversation @{{ field = 'created_at'; operator = '>='; value = {date} }}",
            $"Start-IntercomDataExport {date}",
        })
        {
            foreach (var culture in new[] { "en-US", "en-GB", "de-DE", "tr-TR", "fa-IR", "ar-SA", "th-TH" })
            {
                var error = _shell.Run($"[cultureinfo]::CurrentCulture = '{culture}'; {command}").Error;
                Assert.Contains(says, error.ToString(), StringComparison.Ordinal);
            }
        }
        Assert.Empty(_server.Calls);
    }

    [Fact]
    public void An_attribute_that_is_only_called_like_a_date_keeps_its_text()
    {
        Assert.Empty(
            _shell.Run(
            "$null = Set-IntercomContact c1 -CustomAttribute @{ looks_at = 'birds'; seats_at = '12'; plan = '01.02.2025' }").Errors);
        var call = Assert.Single(_server.Calls);
        Assert.Contains("\"birds\"", call, StringComparison.Ordinal);
        Assert.Contains("\"12\"", call, StringComparison.Ordinal);
        Assert.Contains("\"01.02.2025\"", call, StringComparison.Ordinal);
    }

    [Fact]
    public void An_end_that_is_a_day_includes_the_day_and_a_point_in_time_is_exact()
    {
        var last = Local(2024, 5, 31, 23, 59, 59);
        var midnight = Local(2024, 5, 31);
        foreach (var (end, seconds) in new[] { ("2024-05-31", last), ("'31 May 2024'", last), ("([DateOnly]::new(2024, 5, 31))", last),
            ("([datetime]::new(2024, 5, 31))", midnight), ("2024-05-31T00:00", midnight) })
        {
            var outcome = Everywhere(
                $"$null = Start-IntercomDataExport 2024-05-01 {end}; $null = Start-IntercomReportingExport conversation 2024-05-01 -To "
                + $"{end} -AttributeId a");
            Assert.Empty(outcome.Errors);
        }
        var sent = _server.Calls;
        Assert.Equal(3 * 7 * 2, sent.Count(call => call.Contains($":{last}", StringComparison.Ordinal)));
        Assert.Equal(2 * 7 * 2, sent.Count(call => call.Contains($":{midnight}", StringComparison.Ordinal)));
        // What the activity log takes is what comes before: the day ends where the next begins.
        Assert.Empty(_shell.Run("$null = Get-IntercomAdminActivity -After 2024-05-31 -Before 2024-05-31 -First 1").Errors);
        Assert.Contains($"created_at_before={last + 1}", _server.Calls[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_end_of_a_time_includes_a_day_in_whole() => Assert.All(BuiltModule.Cmdlets, command =>
    {
        foreach (var parameter in BuiltModule.Parameters(command)
            .Where(parameter => parameter.Name is "To" or "Before" or "End" or "EndTime"))
        {
            if ((Nullable.GetUnderlyingType(parameter.PropertyType) ?? parameter.PropertyType).FullName != "System.DateTime") continue;
            var date = BuiltModule.Attributes(parameter, "DateInput").Single();
            Assert.True((bool)date.GetType().GetProperty("IsEnd")!.GetValue(date)!, $"{command.Name} -{parameter.Name} lacks IsEnd.");
        }
    });

    public void Dispose()
    {
        _shell.Dispose();
        _server.Dispose();
    }
}
