namespace Intercom.PowerShell.Tests.Operations;

/// <summary>What the cmdlets for office hours send, to the letter and with the version that has them.</summary>
public sealed class OfficeHoursWireTests : IDisposable
{
    private const string Schedule = "[Intercom.OfficeHoursSchedule]@{ Id = '5'; Name = 'Support' }";
    private const string Exception = "[Intercom.OfficeHoursException]@{ Id = '9'; OfficeHoursScheduleId = '5'; Name = 'Christmas Day' }";
    private readonly WireRun _run = new();

    [Theory]
    [InlineData("Get-IntercomOfficeHoursSchedule", "GET /office_hours_schedules")]
    [InlineData("Get-IntercomOfficeHoursSchedule 5", "GET /office_hours_schedules/5")]
    [InlineData("New-IntercomOfficeHoursSchedule Support Europe/Dublin @{ Day = 'Monday', 'sun'; Start = '9:00'; End = '17:45' }",
        """POST /office_hours_schedules {"name":"Support","time_zone_name":"Europe/Dublin","time_intervals":"""
        + """[{"start_minute":540,"end_minute":1065},{"start_minute":9180,"end_minute":9705}]}""")]
    [InlineData("New-IntercomOfficeHoursSchedule All UTC @{ Day = 'Monday'; Start = '00:00'; EndDay = 'Sunday'; End = '24:00' }",
        """POST /office_hours_schedules {"name":"All","time_zone_name":"UTC","time_intervals":[{"start_minute":0,"end_minute":10080}]}""")]
    [InlineData("Set-IntercomOfficeHoursSchedule 5 -Name N", """PUT /office_hours_schedules/5 {"name":"N"}""")]
    [InlineData("Set-IntercomOfficeHoursSchedule 5 -TimeInterval @{ Day = 'Friday'; Start = '22:00'; EndDay = 'Saturday'; End = '06:00' }",
        """PUT /office_hours_schedules/5 {"time_intervals":[{"start_minute":7080,"end_minute":7560}]}""")]
    [InlineData("Set-IntercomOfficeHoursSchedule 5 -TimeInterval @{ start_minute = 1980; end_minute = 2460; day_of_week = 1 }",
        """PUT /office_hours_schedules/5 {"time_intervals":[{"start_minute":1980,"end_minute":2460}]}""")]
    [InlineData("Set-IntercomOfficeHoursSchedule 5 -TimeInterval ([Intercom.OfficeHoursInterval]@{ StartMinute = 1980; "
        + "EndMinute = 2460; DayOfWeek = 1 })",
        """PUT /office_hours_schedules/5 {"time_intervals":[{"start_minute":1980,"end_minute":2460}]}""")]
    [InlineData("Remove-IntercomOfficeHoursSchedule 5 -Confirm:$false", "DELETE /office_hours_schedules/5")]
    [InlineData(Schedule + " | Get-IntercomOfficeHoursException", "GET /office_hours_schedules/5/office_hours_exceptions")]
    [InlineData("Get-IntercomOfficeHoursException 5", "GET /office_hours_schedules/5/office_hours_exceptions")]
    [InlineData("Get-IntercomOfficeHoursException 5 9", "GET /office_hours_schedules/5/office_hours_exceptions/9")]
    [InlineData(Exception + " | Get-IntercomOfficeHoursException", "GET /office_hours_schedules/5/office_hours_exceptions/9")]
    [InlineData("New-IntercomOfficeHoursException 2026-12-25 -OfficeHoursScheduleId 5 -Name 'Christmas Day' -RecurringAnnually $true",
        """POST /office_hours_schedules/5/office_hours_exceptions {"exception_date":"2026-12-25","exception_type":"closed","""
        + """ "name":"Christmas Day","recurring_annually":true}""")]
    [InlineData(Schedule + " | New-IntercomOfficeHoursException 2026-12-24 -TimeInterval @{ Start = '09:00'; End = '12:10' }",
        """POST /office_hours_schedules/5/office_hours_exceptions {"exception_date":"2026-12-24","exception_type":"custom_hours","""
        + """ "time_intervals":[{"start_minute":540,"end_minute":730}]}""")]
    [InlineData(Exception + " | Set-IntercomOfficeHoursException -ExceptionType Closed -ExceptionDate 2027-12-25",
        """PUT /office_hours_schedules/5/office_hours_exceptions/9 {"exception_type":"closed","exception_date":"2027-12-25"}""")]
    [InlineData(Exception + " | Set-IntercomOfficeHoursException -TimeInterval @{ Start = '09:00'; End = '24:00' }",
        """PUT /office_hours_schedules/5/office_hours_exceptions/9 {"exception_type":"custom_hours","time_intervals":"""
        + """[{"start_minute":540,"end_minute":1440}]}""")]
    [InlineData(Exception + " | Remove-IntercomOfficeHoursException -Confirm:$false",
        "DELETE /office_hours_schedules/5/office_hours_exceptions/9")]
    public void The_request_is_what_the_api_describes(string command, string request) => _run.Sends("2.16", command, request);

    [Theory]
    [InlineData("@{ Day = 'Moonday'; Start = '09:00'; End = '17:00' }", "not_a_day_of_the_week", "'Moonday'")]
    [InlineData("@{ Day = 'Monday'; Start = '9'; End = '17:00' }", "not_a_time_of_day", "'9'")]
    [InlineData("@{ Day = 'Monday'; Start = '09:00'; End = '24:15' }", "not_a_time_of_day", "'24:15'")]
    [InlineData("@{ Day = 'Monday'; Start = '09:00'; End = '17:20' }", "not_a_quarter_hour", "17:20")]
    [InlineData("@{ Day = 'Monday'; Start = '22:00'; End = '06:00' }", "reversed_interval", "EndDay")]
    [InlineData("@{ Day = 'Sunday'; Start = '22:00'; EndDay = 'Monday'; End = '06:00' }", "reversed_interval", "Sunday 24:00")]
    [InlineData("@{ Day = 'Monday'; From = '09:00'; End = '17:00' }", "unknown_interval_field", "'From'")]
    [InlineData("@{ Day = 'Monday'; Start = '09:00' }", "missing_interval_field", "End")]
    [InlineData("@{ Start = '09:00'; End = '17:00' }", "missing_interval_field", "Day")]
    [InlineData("@{ start_minute = 0; end_minute = 10095 }", "minutes_out_of_range", "10095")]
    [InlineData("'weekdays'", "not_a_time_interval", "'weekdays'")]
    [InlineData("([Intercom.OfficeHoursInterval]@{ StartMinute = 540; EndMinute = 780; DayOfWeek = 4 })", "interval_of_exception", "09:00")]
    public void Hours_that_intercom_would_refuse_or_misread_are_not_sent(string hours, string code, string says) =>
        _run.Refuses($"New-IntercomOfficeHoursSchedule Support Europe/Dublin {hours}", code, says);

    [Theory]
    [InlineData("New-IntercomOfficeHoursSchedule S 'W. Europe Standard Time' @{ Day = 'Monday'; Start = '09:00'; End = '17:00' }",
        "not_a_time_zone", "W. Europe Standard Time")]
    [InlineData("Set-IntercomOfficeHoursSchedule 5 -TimeZoneName +02:00", "not_a_time_zone", "+02:00")]
    [InlineData("New-IntercomOfficeHoursSchedule S UTC", "schedule_without_hours", "-TimeInterval")]
    [InlineData("Set-IntercomOfficeHoursSchedule 5", "nothing_to_change", "-Name")]
    [InlineData("New-IntercomOfficeHoursException 2026-12-25 -OfficeHoursScheduleId 5 -ExceptionType custom_hours",
        "custom_hours_without_hours", "-TimeInterval")]
    [InlineData("New-IntercomOfficeHoursException 2026-12-25 -OfficeHoursScheduleId 5 -ExceptionType closed -TimeInterval "
        + "@{ Start = '09:00'; End = '12:00' }", "hours_of_closed_day", "Omit one")]
    [InlineData("New-IntercomOfficeHoursException 2026-12-25 -OfficeHoursScheduleId 5 -TimeInterval "
        + "@{ Day = 'Friday'; Start = '09:00'; End = '12:00' }", "day_of_exception", "Omit Day")]
    [InlineData("New-IntercomOfficeHoursException 25.12.2026 -OfficeHoursScheduleId 5", "date", "25.12.2026")]
    public void Bad_input_is_refused_before_anything_is_sent(string command, string code, string says) =>
        _run.Refuses(command, code, says);

    [Theory]
    [InlineData("New-IntercomOfficeHoursSchedule Support Europe/Dublin @{ Day = 'Friday'; Start = '22:00'; EndDay = 'Saturday'; "
        + "End = '06:00' }", "Create office hours schedule Support: Friday 22:00-Saturday 06:00 in Europe/Dublin")]
    [InlineData(Schedule + " | Set-IntercomOfficeHoursSchedule -Name Sales -TimeInterval @{ Day = 'Monday'; Start = '09:00'; "
        + "End = '17:00' }",
        "Update office hours schedule 5 (Support): name \"Sales\", hours Monday 09:00-17:00")]
    [InlineData(Schedule + " | New-IntercomOfficeHoursException 2026-12-25",
        "Create office hours exception 2026-12-25 (closed) in office hours schedule 5 (Support)")]
    [InlineData(Exception + " | Set-IntercomOfficeHoursException -TimeInterval @{ Start = '09:00'; End = '12:00' }",
        "Update office hours exception 9 (Christmas Day): exception type \"custom_hours\", hours 09:00-12:00")]
    public void WhatIf_shows_the_hours(string command, string text) => _run.Says(command, text);

    public void Dispose() => _run.Dispose();
}
