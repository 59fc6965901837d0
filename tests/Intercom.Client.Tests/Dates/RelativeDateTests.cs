using Intercom.Dates;

namespace Intercom.Client.Tests.Dates;

/// <summary>Words relative to the present, with a clock that stands still: Sunday, 29 November 2026, 22:30:15 in Berlin.</summary>
public class RelativeDateTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static DateReading Read(
        string text, DateDirection direction, string now = "2026-11-29T22:30:15.7+01:00", string culture = "") =>
        DateReader.Read(text, new DateOptions
        {
            Zone = Berlin, Direction = direction, Now = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture),
            Culture = CultureInfo.GetCultureInfo(culture),
        });

    private static string Shown(DateReading read) =>
        read.Moment.ToString("ddd yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) + (read.IsDay ? " day" : "");

    [Theory]
    [InlineData("+3d", "Wed 2026-12-02T22:30:15+01:00")]
    [InlineData("in 3 days", "Wed 2026-12-02T22:30:15+01:00")]
    [InlineData("+2h", "Mon 2026-11-30T00:30:15+01:00")]
    [InlineData("+90min", "Mon 2026-11-30T00:00:15+01:00")]
    [InlineData("+1w", "Sun 2026-12-06T22:30:15+01:00")]
    [InlineData("+3mo", "Sun 2027-02-28T22:30:15+01:00")]
    [InlineData("+1y", "Mon 2027-11-29T22:30:15+01:00")]
    [InlineData("tomorrow", "Mon 2026-11-30T09:00:00+01:00")]
    [InlineData("Tomorrow at 9:30", "Mon 2026-11-30T09:30:00+01:00")]
    [InlineData("tomorrow 2pm", "Mon 2026-11-30T14:00:00+01:00")]
    [InlineData("tomorrow 12 am", "Mon 2026-11-30T00:00:00+01:00")]
    [InlineData("23:00", "Sun 2026-11-29T23:00:00+01:00")]
    [InlineData("today 23:15", "Sun 2026-11-29T23:15:00+01:00")]
    [InlineData("monday", "Mon 2026-11-30T09:00:00+01:00")]
    [InlineData("MON 17:00", "Mon 2026-11-30T17:00:00+01:00")]
    [InlineData("next friday", "Fri 2026-12-04T09:00:00+01:00")]
    [InlineData("sunday", "Sun 2026-12-06T09:00:00+01:00")]
    [InlineData("next week", "Mon 2026-11-30T09:00:00+01:00")]
    [InlineData("next month", "Tue 2026-12-01T09:00:00+01:00")]
    [InlineData("next year", "Fri 2027-01-01T09:00:00+01:00")]
    [InlineData("2026-12-24", "Thu 2026-12-24T00:00:00+01:00 day")]
    public void What_looks_ahead(string text, string means) => Assert.Equal(means, Shown(Read(text, DateDirection.Ahead)));

    [Theory]
    [InlineData("-3d", "Thu 2026-11-26T22:30:15+01:00")]
    [InlineData("3 days ago", "Thu 2026-11-26T22:30:15+01:00")]
    [InlineData("-1mo", "Thu 2026-10-29T22:30:15+01:00")]
    [InlineData("now", "Sun 2026-11-29T22:30:15+01:00")]
    [InlineData("today", "Sun 2026-11-29T00:00:00+01:00 day")]
    [InlineData("yesterday", "Sat 2026-11-28T00:00:00+01:00 day")]
    [InlineData("yesterday 17:00", "Sat 2026-11-28T17:00:00+01:00")]
    [InlineData("monday", "Mon 2026-11-23T00:00:00+01:00 day")]
    [InlineData("last sunday", "Sun 2026-11-22T00:00:00+01:00 day")]
    [InlineData("this week", "Mon 2026-11-23T00:00:00+01:00 day")]
    [InlineData("last week", "Mon 2026-11-16T00:00:00+01:00 day")]
    [InlineData("this month", "Sun 2026-11-01T00:00:00+01:00 day")]
    [InlineData("last month", "Thu 2026-10-01T00:00:00+02:00 day")]
    public void What_looks_back(string text, string means) => Assert.Equal(means, Shown(Read(text, DateDirection.Back)));

    // On 25 October 2026 the clocks go back at 3:00, and on 28 March 2027 they skip the hour from 2:00 to 3:00.
    [Theory]
    [InlineData("+1d", "2026-10-24T12:00:00+02:00", "Sun 2026-10-25T12:00:00+01:00")]
    [InlineData("+24h", "2026-10-24T12:00:00+02:00", "Sun 2026-10-25T11:00:00+01:00")]
    [InlineData("tomorrow", "2026-10-24T12:00:00+02:00", "Sun 2026-10-25T09:00:00+01:00")]
    [InlineData("+1d", "2027-03-27T02:30:00+01:00", "Sun 2027-03-28T03:30:00+02:00")]
    [InlineData("+1d", "2027-03-27T12:00:00+01:00", "Sun 2027-03-28T12:00:00+02:00")]
    public void Days_keep_the_time_of_day_when_the_clocks_change(string text, string now, string means) =>
        Assert.Equal(means, Shown(Read(text, DateDirection.Ahead, now)));

    [Theory]
    [InlineData("3d", DateDirection.Ahead, "step_without_sign", "+3d")]
    [InlineData("3d", DateDirection.Back, "step_without_sign", "-3d")]
    [InlineData("+5m", DateDirection.Ahead, "minutes_or_months", "mo for months")]
    [InlineData("-3d", DateDirection.Ahead, "wrong_direction", "Thu 26 Nov 2026 22:30 +01:00")]
    [InlineData("yesterday", DateDirection.Ahead, "wrong_direction", "'tomorrow 9:00'")]
    [InlineData("17:00", DateDirection.Ahead, "wrong_direction", "Sun 29 Nov 2026 17:00")]
    [InlineData("+3d", DateDirection.Back, "wrong_direction", "'last monday'")]
    [InlineData("tomorrow 25:00", DateDirection.Ahead, "no_such_day", "25:00")]
    [InlineData("tomorrow 13pm", DateDirection.Ahead, "no_such_day", "13pm")]
    [InlineData("+9999y", DateDirection.Ahead, "no_such_day", "9999")]
    [InlineData("someday", DateDirection.Ahead, "not_a_date", "+3d")]
    [InlineData("next tomorrow", DateDirection.Ahead, "not_a_date", "'next week'")]
    [InlineData("+3 fortnights", DateDirection.Ahead, "not_a_date", "+3d")]
    [InlineData("tomorrow", DateDirection.None, "not_a_date", "Unix seconds")]
    [InlineData("+3d", DateDirection.None, "not_a_date", "Unix seconds")]
    public void What_cannot_be_meant_is_an_error_with_advice(string text, object direction, string code, string says)
    {
        var error = Assert.Throws<DateException>(() => Read(text, (DateDirection)direction));
        Assert.Equal(code, error.Code);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_that_the_clocks_skip_is_an_error() => Assert.Equal("skipped_time",
        Assert.Throws<DateException>(() => Read("tomorrow 2:30", DateDirection.Ahead, "2027-03-27T12:00:00+01:00")).Code);

    [Theory]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    [InlineData("tr-TR")]
    public void The_words_are_the_same_in_every_culture(string culture) =>
        Assert.Equal("Fri 2026-12-04T09:00:00+01:00", Shown(Read("FRIDAY", DateDirection.Ahead, culture: culture)));
}
