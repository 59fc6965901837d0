namespace Intercom.PowerShell;

/// <summary>Times of the day as minutes from midnight.</summary>
internal static class TimeOfDay
{
    private const int Hour = 60;
    private const int OneDay = 24 * Hour;

    /// <summary>Reads a time such as '09:30', or a TimeSpan. 24:00 is the end of the day.</summary>
    /// <exception cref="ParameterConversionException">The value is not a time of day in whole minutes.</exception>
    public static long Read(object given)
    {
        if (given is TimeSpan span && span.Ticks % TimeSpan.TicksPerMinute == 0 && span >= TimeSpan.Zero && span.TotalMinutes <= OneDay)
        {
            return (long)span.TotalMinutes;
        }
        var words = (given as string)?.Trim().Split(':') ?? [];
        if (words.Length == 2 && words[0].Length is 1 or 2 && words[1].Length == 2 && TryRead(words[0], out var hours)
            && TryRead(words[1], out var minutes) && minutes < Hour && hours * Hour + minutes <= OneDay)
        {
            return hours * Hour + minutes;
        }
        throw CommandErrors.NotATimeOfDay(RowObject.Shown(given));
    }

    /// <summary>A time as text, such as 09:30.</summary>
    public static string Shown(long minute) => string.Format(CultureInfo.InvariantCulture, "{0:00}:{1:00}", minute / Hour, minute % Hour);

    private static bool TryRead(string digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
