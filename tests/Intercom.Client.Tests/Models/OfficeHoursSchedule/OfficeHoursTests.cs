namespace Intercom.Client.Tests.Models;

public class OfficeHoursTests
{
    [Fact]
    public void Reads_a_schedule()
    {
        var schedule = Wire.Read<OfficeHoursSchedule>("""
            {"type": "office_hours_schedule", "id": "123", "name": "Support", "time_zone_name": "America/New_York",
             "time_intervals": [{"start_minute": 540, "end_minute": 1020, "day_of_week": 0},
                                {"start_minute": 8580, "end_minute": 10080, "day_of_week": 5}],
             "twenty_four_seven": false, "created_at": 1717200000, "updated_at": 1717200000}
            """);
        Assert.Equal("Support", schedule.ToString());
        Assert.Equal("America/New_York", schedule.TimeZoneName);
        Assert.Equal("Monday 09:00-17:00, Saturday 23:00-Sunday 24:00", schedule.TimeIntervals!.ToString());
    }

    [Fact]
    public void Reads_an_exception_whose_day_is_that_of_the_date()
    {
        var exception = Wire.Read<OfficeHoursException>("""
            {"type": "office_hours_exception", "id": "456", "office_hours_schedule_id": "123", "exception_date": "2026-12-25",
             "exception_type": "custom_hours", "name": null, "recurring_annually": true,
             "time_intervals": [{"start_minute": 540, "end_minute": 780, "day_of_week": 4}]}
            """);
        Assert.Equal("2026-12-25", exception.ToString());
        var interval = Assert.Single(exception.TimeIntervals!);
        Assert.Equal(("Friday", "09:00", null, "13:00"), (interval.Day, interval.Start, interval.EndDay, interval.End));
    }

    [Theory]
    [InlineData(0, 10080, "Monday 00:00-Sunday 24:00")]
    [InlineData(0, 1440, "Monday 00:00-24:00")]
    [InlineData(1440, 1455, "Tuesday 00:00-00:15")]
    [InlineData(7080, 7560, "Friday 22:00-Saturday 06:00")]
    public void An_interval_says_itself_in_words(long start, long end, string words) =>
        Assert.Equal(words, new OfficeHoursInterval { StartMinute = start, EndMinute = end }.ToString());

    [Fact]
    public void An_interval_without_minutes_is_empty() => Assert.Equal("", new OfficeHoursInterval().ToString());

    [Theory]
    [InlineData("monday", 0)]
    [InlineData("Sun", 6)]
    [InlineData("Mo", null)]
    [InlineData("Montag", null)]
    public void A_day_is_known_by_its_name(string name, int? number) => Assert.Equal(number, OfficeHoursInterval.DayNumber(name));
}
