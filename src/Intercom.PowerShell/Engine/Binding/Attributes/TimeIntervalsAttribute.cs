using System.Collections;

namespace Intercom.PowerShell;

/// <summary>
/// Marks a parameter that accepts hours: tables such as <c>@{ Day = 'Monday'; Start = '09:00'; End = '17:00' }</c>, and the intervals of a
/// schedule or an exception that was read. They become the minutes that the API counts in.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeIntervalsAttribute : ArgumentTransformationAttribute
{
    private const string StartMinute = "start_minute";
    private const string EndMinute = "end_minute";
    private const long OneDay = 24 * 60;
    private const long OneWeek = 7 * OneDay;
    private const long QuarterHour = 15;

    /// <summary>True for the hours of a week, which have days and begin and end on a quarter of an hour.</summary>
    public bool IsWeek { get; set; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var given = WireBody.Unwrap(inputData);
        if (given is null) return null;
        var items = given is IEnumerable list and not (string or IDictionary) ? list.Cast<object?>() : [given];
        return items.SelectMany(Intervals).Select(interval => Checked(interval.Start, interval.End)).ToArray();
    }

    /// <summary>The intervals in words, such as <c>Monday 09:00-17:00</c>, for -WhatIf.</summary>
    internal static string Shown(IEnumerable<Hashtable> intervals, bool isWeek) => string.Join(", ", intervals.Select(interval =>
    {
        var words = new OfficeHoursInterval { StartMinute = (long)interval[StartMinute]!, EndMinute = (long)interval[EndMinute]! };
        return isWeek ? $"{words}" : $"{words.Start}-{words.End}";
    }));

    private Hashtable Checked(long start, long end)
    {
        var most = IsWeek ? OneWeek : OneDay;
        if (start < 0 || end > most) throw CommandErrors.MinutesOutOfRange(start, end, IsWeek);
        if (end <= start)
        {
            throw CommandErrors.ReversedInterval(TimeOfDay.Shown(start % OneDay), TimeOfDay.Shown(end % OneDay), IsWeek);
        }
        // Intercom documents the steps for schedules only.
        foreach (var minute in new[] { start, end })
        {
            if (IsWeek && minute % QuarterHour != 0) throw CommandErrors.NotAQuarterHour(TimeOfDay.Shown(minute % OneDay));
        }
        return new Hashtable(StringComparer.Ordinal) { [StartMinute] = start, [EndMinute] = end };
    }

    private IEnumerable<(long Start, long End)> Intervals(object? item)
    {
        if (item is OfficeHoursInterval { StartMinute: { } start, EndMinute: { } end } read) return [OfMinutes(start, end, read.DayOfWeek)];
        if (item is not IDictionary table) throw CommandErrors.NotATimeInterval(RowObject.Shown(item), IsWeek);
        var fields = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry field in table) fields[$"{field.Key}".Replace("_", "")] = field.Value;
        // An interval that was saved to a file or read from the API.
        if (Number(fields, nameof(OfficeHoursInterval.StartMinute)) is { } first
            && Number(fields, nameof(OfficeHoursInterval.EndMinute)) is { } last)
        {
            return [OfMinutes(first, last, Number(fields, nameof(OfficeHoursInterval.DayOfWeek)))];
        }
        return OfTimes(fields);
    }

    private IEnumerable<(long Start, long End)> OfTimes(Dictionary<string, object?> fields)
    {
        foreach (var name in fields.Keys.Where(name => name.ToUpperInvariant() is not ("DAY" or "START" or "ENDDAY" or "END")))
        {
            throw CommandErrors.UnknownIntervalField(name, IsWeek);
        }
        var start = TimeOfDay.Read(Field(fields, "Start"));
        var end = TimeOfDay.Read(Field(fields, "End"));
        var days = fields.TryGetValue("Day", out var day) ? day is IEnumerable several and not string ? several : new[] { day } : null;
        if (!IsWeek)
        {
            if (days is not null || fields.ContainsKey("EndDay")) throw CommandErrors.DayOfException();
            return [(start, end)];
        }
        if (days is null) throw CommandErrors.MissingIntervalField("Day", IsWeek);
        return days.Cast<object?>().Select(DayNumber).Select(first =>
        {
            var last = fields.TryGetValue("EndDay", out var other) && other is not null ? DayNumber(other) : first;
            return (first * OneDay + start, last * OneDay + end);
        });
    }

    /// <summary>Minutes from the beginning of the week, or from midnight, depending on what the interval belongs to.</summary>
    private (long Start, long End) OfMinutes(long start, long end, long? day)
    {
        // In a schedule the minutes contain the day. In an exception they do not, so it cannot supply hours of a week.
        if (IsWeek && day is not null && day != start / OneDay) throw CommandErrors.IntervalOfException(TimeOfDay.Shown(start % OneDay));
        return (start, end);
    }

    private object Field(Dictionary<string, object?> fields, string name) =>
        fields.TryGetValue(name, out var value) && value is not null ? value : throw CommandErrors.MissingIntervalField(name, IsWeek);

    private static long? Number(Dictionary<string, object?> fields, string name) =>
        fields.TryGetValue(name, out var value) && NumberText.Read(value, isWhole: true) is { } number
            ? Convert.ToInt64(number, CultureInfo.InvariantCulture) : null;

    private static long DayNumber(object? given) => OfficeHoursInterval.DayNumber($"{given}".Trim())
        ?? throw CommandErrors.NotADayOfTheWeek($"{given}");
}
