using Intercom.Dates;

namespace Intercom.Client.Tests.Dates;

public class DateReaderTests
{
    private static readonly string[] Cultures = ["", "en-US", "en-GB", "de-DE", "tr-TR", "fa-IR", "ar-SA", "th-TH", "ja-JP", "he-IL"];
    // Of these, every machine has the names.
    private static readonly string[] Languages =
    [
        "bg", "ca", "cs", "da", "de", "el", "es", "et", "fi", "fr", "he", "hr", "hu", "id", "is", "it", "ja", "ko",
        "lt", "lv", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk", "vi", "zh",
    ];
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    private static DateReading Read(object value, TimeZoneInfo? zone = null, string culture = "", params string[] formats) =>
        DateReader.Read(value, new DateOptions { Zone = zone ?? Berlin, Culture = CultureInfo.GetCultureInfo(culture), Formats = formats });

    private static DateTimeOffset Utc(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    [Theory]
    [InlineData("2026-05-31", "2026-05-30T22:00:00Z", true)]
    [InlineData(" 2026-05-31 ", "2026-05-30T22:00:00Z", true)]
    [InlineData("2026/05/31", "2026-05-30T22:00:00Z", true)]
    [InlineData("2026-5-1", "2026-04-30T22:00:00Z", true)]
    [InlineData("2026-05-31 09:30", "2026-05-31T07:30:00Z", false)]
    [InlineData("2026-05-31T09:30:15", "2026-05-31T07:30:15Z", false)]
    [InlineData("2026-05-31t00:00:00z", "2026-05-31T00:00:00Z", false)]
    [InlineData("2026-05-31T09:30:15.25+02:00", "2026-05-31T07:30:15.25Z", false)]
    [InlineData("2026-05-31T09:30:15.1234567890-0430", "2026-05-31T14:00:15.1234567Z", false)]
    [InlineData("2026-05-31 09:30 +02", "2026-05-31T07:30:00Z", false)]
    [InlineData("1780212600", "2026-05-31T07:30:00Z", false)]
    [InlineData("1780212600.5", "2026-05-31T07:30:00.5Z", false)]
    [InlineData("31 May 2026", "2026-05-30T22:00:00Z", true)]
    [InlineData("31. Dec. 2026", "2026-12-30T23:00:00Z", true)]
    [InlineData("31-May-2026", "2026-05-30T22:00:00Z", true)]
    [InlineData("May 31, 2026", "2026-05-30T22:00:00Z", true)]
    [InlineData("Sunday, May 31, 2026 9:30 PM", "2026-05-31T19:30:00Z", false)]
    [InlineData("12:30 am is no date", null, false)]
    [InlineData("Sun, 31 May 2026 09:30:00 GMT", "2026-05-31T09:30:00Z", false)]
    [InlineData("Mon, 31 May 2026", null, false)]
    [InlineData("01.02.2025", null, false)]
    [InlineData("31.12.2026", null, false)]
    [InlineData("05/06/2024", null, false)]
    [InlineData("5/31/2024 9:30:00 AM", null, false)]
    [InlineData("13/12/2024", null, false)]
    [InlineData("01-02-2025", null, false)]
    [InlineData("1.2.25", null, false)]
    [InlineData("20260531", null, false)]
    [InlineData("2026", null, false)]
    [InlineData("-5", null, false)]
    [InlineData("1780212600000", null, false)]
    [InlineData("2026-02-29", null, false)]
    [InlineData("2026-05", null, false)]
    [InlineData("2026-05-31T25:00", null, false)]
    [InlineData("2026-05-31T09:30+15:00", null, false)]
    [InlineData("0001-01-01", null, false)]
    [InlineData("2026-03-29T02:30", null, false)]
    [InlineData("1405-03-10", null, false)]
    [InlineData("۲۰۲۶-۰۵-۳۱", null, false)]
    [InlineData("", null, false)]
    [InlineData("tomorrow", null, false)]
    [InlineData("1.7E9", null, false)]
    public void Reads_one_text_as_one_date_under_every_culture(string text, string? utc, bool isDay)
    {
        foreach (var culture in Cultures)
        {
            if (utc is null)
            {
                Assert.Throws<DateException>(() => Read(text, culture: culture));
                continue;
            }
            var read = Read(text, culture: culture);
            Assert.Equal(Utc(utc), read.Moment);
            Assert.Equal(isDay, read.IsDay);
        }
    }

    [Fact]
    public void Reads_the_months_of_the_culture_where_no_other_language_means_another_month()
    {
        Assert.Equal(Utc("2026-05-30T22:00Z"), Read("31. Mai 2026", culture: "de-DE").Moment);
        Assert.Equal(Utc("2026-05-30T22:00Z"), Read("31 de mayo de 2026", culture: "es-ES").Moment);
        Assert.Throws<DateException>(() => Read("31. Mai 2026", culture: "en-US"));
        Assert.Throws<DateException>(() => Read("31 listopada 2026", culture: "pl-PL"));
        var meanings = new Dictionary<string, HashSet<int>>(StringComparer.OrdinalIgnoreCase);
        foreach (var culture in Languages.Select(CultureInfo.CreateSpecificCulture))
        {
            foreach (var name in culture.DateTimeFormat.MonthNames.Concat(culture.DateTimeFormat.MonthGenitiveNames).Distinct())
            {
                if (MonthNames.MonthOf(name, culture) is not { } month) continue;
                if (!meanings.TryGetValue(name, out var months)) meanings.Add(name, months = []);
                months.Add(month);
            }
        }
        Assert.Empty(meanings.Where(name => name.Value.Count > 1).Select(name => $"{name.Key}: {string.Join(", ", name.Value)}"));
    }

    [Fact]
    public void Any_instant_in_any_form_is_that_instant()
    {
        var random = new Random(20261128);
        var first = DateTimeOffset.FromUnixTimeSeconds(DateReader.LeastSeconds).ToUnixTimeSeconds();
        // The hours around the clock changes of both zones, and any other time.
        var edges = new[]
        {
            "2026-10-25T00:00Z", "2026-10-25T01:00Z", "2026-11-01T05:00Z", "2026-11-01T06:00Z", "2026-03-29T01:00Z",
        }.Select(text => Utc(text).ToUnixTimeSeconds()).ToArray();
        for (var round = 0; round < 2000; round++)
        {
            var seconds = round % 2 == 0
                ? first + (long)(random.NextDouble() * 3e9)
                : edges[random.Next(edges.Length)] + random.Next(-7200, 7200);
            var instant = DateTimeOffset.FromUnixTimeSeconds(seconds);
            var culture = Cultures[random.Next(Cultures.Length)];
            foreach (var zone in new[] { Berlin, NewYork, TimeZoneInfo.Local })
            {
                object[] forms =
                [
                    seconds, (double)seconds, (decimal)seconds, seconds.ToString(CultureInfo.InvariantCulture), instant,
                    instant.ToOffset(TimeSpan.FromHours(5.5)),
                    instant.UtcDateTime, instant.LocalDateTime,
                    TimeZoneInfo.ConvertTime(instant, zone).ToString("o", CultureInfo.InvariantCulture),
                    instant.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                    instant.ToString("r", CultureInfo.InvariantCulture),
                    instant.ToString("d MMMM yyyy HH:mm:ss 'UTC'", CultureInfo.InvariantCulture),
                ];
                Assert.All(forms, form => Assert.Equal(instant, Read(form, zone, culture).Moment));
                Assert.Equal(seconds, Intercom.Dates.UnixTime.FromDate(Intercom.Dates.UnixTime.ToLocal(seconds)!.Value));
                var clock = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
                if (!zone.IsAmbiguousTime(clock))
                {
                    Assert.Equal(
                        instant, Read(clock.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), zone, culture).Moment);
                }
            }
        }
    }

    [Theory]
    [InlineData("2026-10-25", "2026-10-25T22:59:59Z")]
    [InlineData("2026-03-29", "2026-03-29T21:59:59Z")]
    [InlineData("2026-05-31", "2026-05-31T21:59:59Z")]
    [InlineData("2026-05-31T00:00", "2026-05-30T22:00:00Z")]
    public void A_day_ends_with_its_last_second_also_where_it_has_23_or_25_hours(string text, string utc) =>
        Assert.Equal(Utc(utc), Read(text).LastSecond);

    [Fact]
    public void A_day_alone_is_a_day_and_a_point_in_time_is_not()
    {
#if NET
        Assert.True(Read(new DateOnly(2026, 5, 31)).IsDay);
        Assert.Equal(Utc("2026-05-30T22:00Z"), Read(new DateOnly(2026, 5, 31)).Moment);
#endif
        Assert.False(Read(new DateTime(2026, 5, 31)).IsDay);
        Assert.Equal(Utc("2026-05-30T22:00Z"), Read(new DateTime(2026, 5, 31)).Moment);
    }

    [Fact]
    public void A_day_that_begins_without_midnight_begins_with_its_first_moment() =>
        Assert.Equal(Utc("2023-04-27T22:00Z"), Read("2023-04-28", TimeZoneInfo.FindSystemTimeZoneById("Africa/Cairo")).Moment);

    [Fact]
    public void Empty_dates_and_what_is_not_a_date_are_refused()
    {
        foreach (var value in new object[]
        {
            DateTime.MinValue, DateTime.MaxValue, default(DateTimeOffset), true, 'x', double.NaN,
            double.PositiveInfinity, 12, 1780212600000L, Array.Empty<object>()
        })
        {
            Assert.Throws<DateException>(() => Read(value));
        }
        var milliseconds = Assert.Throws<DateException>(() => Read(1780212600000L));
        Assert.Equal("milliseconds", milliseconds.Code);
        Assert.StartsWith("Specify 1780212600,", milliseconds.Fault.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("01.02.2025", "dd.MM.yyyy", "2025-01-31T23:00:00Z", true)]
    [InlineData("02/01/2025 14:30", "MM/dd/yyyy HH:mm", "2025-02-01T13:30:00Z", false)]
    [InlineData("2025-01-02", "yyyy-dd-MM", "2025-01-31T23:00:00Z", true)]
    [InlineData("20250201", "yyyyMMdd", "2025-01-31T23:00:00Z", true)]
    [InlineData("2025-02-01", "dd.MM.yyyy", "2025-01-31T23:00:00Z", true)]
    [InlineData("1.2.2025 10:00 +05:00", "d.M.yyyy HH:mm zzz", "2025-02-01T05:00:00Z", false)]
    [InlineData("31.02.2025", "dd.MM.yyyy", null, false)]
    [InlineData("1 February 2025", "dd.MM.yyyy", null, false)]
    [InlineData("1.2.2025", "dd.MM.yyyy", null, false)]
    public void Reads_by_the_format_first_and_else_ISO(string text, string format, string? utc, bool isDay)
    {
        foreach (var culture in Cultures)
        {
            if (utc is null)
            {
                Assert.Contains(
                    format,
                    Assert.Throws<DateException>(() => Read(text, culture: culture, formats: format)).Message,
                    StringComparison.Ordinal);
                continue;
            }
            var read = Read(text, culture: culture, formats: format);
            Assert.Equal((Utc(utc), isDay), (read.Moment, read.IsDay));
        }
    }

    [Theory]
    [InlineData("dd.MM.yyyy")]
    [InlineData("yyyyMMdd")]
    [InlineData("d. MMMM yyyy")]
    [InlineData("MM/dd/yyyy hh:mm tt")]
    [InlineData("dd.mm.yyyy", "invalid_date_format", "'dd.MM.yyyy'")]
    [InlineData("DD.MM.YYYY", "invalid_date_format", "'dd.MM.yyyy'")]
    [InlineData("MM/dd/yyyy hh:mm", "ambiguous_hours", "HH")]
    [InlineData("d", "invalid_date_format", "'dd.MM.yyyy'")]
    [InlineData("'dMy'", "invalid_date_format", "'dd.MM.yyyy'")]
    [InlineData("", "invalid_date_format", "'dd.MM.yyyy'")]
    public void A_format_without_day_month_and_year_is_refused_before_anything_is_read(
        string format, string? code = null, string? meant = null)
    {
        if (code is null)
        {
            DateFormats.Check(format);
            return;
        }
        var error = Assert.Throws<InvalidInputException>(() => DateFormats.Check(format));
        Assert.Equal(code, error.Code);
        Assert.Contains(meant!, error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void The_remedy_names_the_days_that_may_be_meant()
    {
        string Told(string text, bool takesFormat) =>
            Assert.Throws<DateException>(() => DateReader.Read(text, new DateOptions { TakesFormat = takesFormat })).Message;
        Assert.EndsWith("Specify ISO 8601, such as 2025-02-01 or 2025-01-02.", Told("01.02.2025", false), StringComparison.Ordinal);
        Assert.EndsWith(
            "Specify -DateFormat 'dd.MM.yyyy' or similar, or ISO 8601 such as 2026-12-31.",
            Told("31.12.2026", true),
            StringComparison.Ordinal);
        Assert.EndsWith("Specify 2026-05-31, or -DateFormat yyyyMMdd.", Told("20260531", true), StringComparison.Ordinal);
        foreach (var (text, format) in new[]
        {
            ("11/28/2026 8:00:00 PM", "M/d/yyyy h:mm:ss tt"), ("11/28/2026 8:00:00\u202FPM", "M/d/yyyy h:mm:ss tt"),
            ("1/2/2026 10:00 AM", "M/d/yyyy h:mm tt"), ("28-11-2026 20:00:00", "dd-MM-yyyy HH:mm:ss"),
            ("28.11.2026 20.00.00", "dd.MM.yyyy HH.mm.ss"), ("2026. 11. 28. 20:00:00", "yyyy. MM. dd. HH:mm:ss"),
            ("1.2.26", "d.M.yy"), ("5/6/2024", "d/M/yyyy"),
        })
        {
            Assert.Contains($"-DateFormat '{format}'", Told(text, true), StringComparison.Ordinal);
            Assert.InRange(DateReader.Read(text, new DateOptions { Formats = [format] }).Moment.Year, 2024, 2026);
        }
    }
}
