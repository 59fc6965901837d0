namespace Intercom.Dates;

/// <summary>
/// The names of months and days: the English ones everywhere, and those of the machine's culture where they mean the same month for
/// everybody.
/// </summary>
internal static class MonthNames
{
    /// <summary>
    /// Names that are another month in another language: listopad is October in Croatian, November in Polish and Czech; nyakanga is
    /// July in Sena, September in Shona.
    /// </summary>
    private static readonly HashSet<string> InDoubt = new(StringComparer.OrdinalIgnoreCase) { "listopad", "listopada", "nyakanga" };

    /// <summary>The month with that name. Null when the name is unknown or ambiguous.</summary>
    public static int? MonthOf(string name, CultureInfo culture)
    {
        var english = IndexOf(name, CultureInfo.InvariantCulture, withShort: true);
        if (english is not null || InDoubt.Contains(name)) return english;
        // Where another calendar is the usual one, a year beside a native name may be of that calendar.
        return culture.Calendar is GregorianCalendar ? IndexOf(name, culture, withShort: false) : null;
    }

    /// <summary>True when the name is that of the day of the week.</summary>
    public static bool IsDayOfWeek(string name, DayOfWeek day, CultureInfo culture)
    {
        return IsNameIn(CultureInfo.InvariantCulture) || IsNameIn(culture);

        bool IsNameIn(CultureInfo known) =>
            Is(name, known.DateTimeFormat.GetDayName(day)) || Is(name, known.DateTimeFormat.GetAbbreviatedDayName(day).TrimEnd('.'));
    }

    private static int? IndexOf(string name, CultureInfo culture, bool withShort)
    {
        var words = culture.DateTimeFormat;
        for (var month = 0; month < 12; month++)
        {
            if (Is(name, words.MonthNames[month]) || Is(name, words.MonthGenitiveNames[month])) return month + 1;
            if (withShort && (Is(name, words.AbbreviatedMonthNames[month]) || (month == 8 && Is(name, "Sept")))) return month + 1;
        }
        return null;
    }

    private static bool Is(string name, string known) => known.Length > 0 && string.Equals(name, known, StringComparison.OrdinalIgnoreCase);
}
