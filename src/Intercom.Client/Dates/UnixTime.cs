namespace Intercom.Dates;

/// <summary>Intercom's timestamps: whole Unix seconds on the wire, local <see cref="DateTime"/> in PowerShell.</summary>
public static class UnixTime
{
    /// <summary>From here on a number of seconds is really a number of milliseconds (the year 5138).</summary>
    public const double FirstMillisecond = 1e11;

    private static readonly double LastSecond = (DateTime.MaxValue.AddDays(-2) - new DateTime(1970, 1, 1)).TotalSeconds;

    /// <summary>
    /// Converts seconds (or milliseconds) since 1970 to local time. Values beyond the calendar return its first or last date, never an
    /// error.
    /// </summary>
    public static DateTime? ToLocal(double value)
    {
        if (double.IsNaN(value)) return null;
        if (Math.Abs(value) >= FirstMillisecond) value /= 1000;
        value = Math.Max(-62135510400, Math.Min(LastSecond, value));
        return DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(value * 1000)).LocalDateTime;
    }

    /// <summary>
    /// A date of any kind as whole Unix seconds; a date without a kind is local time. A local one of the hour that comes twice keeps
    /// its instant.
    /// </summary>
    public static long FromDate(DateTime date) => Dates.DateClock.From(date, TimeZoneInfo.Local).ToUnixTimeSeconds();
}
