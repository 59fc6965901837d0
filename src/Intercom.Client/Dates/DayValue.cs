namespace Intercom.Dates;

/// <summary>Knows a DateOnly by its name, since .NET Standard has no such type while the program that uses the library may.</summary>
internal static class DayValue
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>True for a DateOnly, with its day at midnight.</summary>
    public static bool Is(object value, out DateTime day)
    {
        day = default;
        return value is IFormattable form && value.GetType().FullName == "System.DateOnly"
            && DateTime.TryParseExact(
                form.ToString(Form, CultureInfo.InvariantCulture), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }
}
