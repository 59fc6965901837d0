using Intercom.Dates;

namespace Intercom.PowerShell;

/// <summary>
/// Marks a date parameter. The value is read before PowerShell converts it. PowerShell reads 05/06/2024 as 6 May, a column by the
/// computer's culture, and a number as ticks since the year 1.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DateInputAttribute : ArgumentTransformationAttribute
{
    /// <summary>True when the value can also be an id. A number is then not a date.</summary>
    public bool IsNoNumber { get; set; }

    /// <summary>True for the end of a range. A day without a time then includes the whole day.</summary>
    public bool IsEnd { get; set; }

    /// <summary>True for an exclusive end. A day without a time then ends where the next day begins.</summary>
    public bool IsExclusive { get; set; }

    /// <summary>
    /// The direction of the date. On the command line, words relative to the present are then read, such as 'tomorrow 9:00' or -3d. A
    /// piped row requires a date, because a run that is repeated must send the same.
    /// </summary>
    internal DateDirection Direction => IsAhead ? DateDirection.Ahead : IsBack ? DateDirection.Back : DateDirection.None;

    /// <summary>True for a date in the future.</summary>
    public bool IsAhead { get; set; }

    /// <summary>True for a date in the past.</summary>
    public bool IsBack { get; set; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Read(inputData, [], isRow: false);

    /// <summary>Converts a date for the parameter. Null and blank strings are returned unchanged.</summary>
    /// <exception cref="ParameterConversionException">The value is not a date, or is ambiguous.</exception>
    internal object? Read(object? given, IReadOnlyList<string> formats, bool isRow)
    {
        var value = given is PSObject wrapped ? wrapped.BaseObject : given;
        // PowerShell reads 3d as a decimal number, and keeps the text as it was typed.
        if (Direction != DateDirection.None && given is PSObject && value is ValueType and not DateTime and not DateTimeOffset
            && LanguagePrimitives.ConvertTo(given, typeof(string), CultureInfo.InvariantCulture) is string typed
            && RelativeDate.IsStep(typed)) value = typed;
        // The row rules handle blank cells.
        if (RowObject.SaysNothing(value)) return given;
        try
        {
            if (IsNoNumber && (value is not string && value is IConvertible and not DateTime
                || (value is string text && DateReader.IsNumber(text.Trim()) && formats.Count == 0)))
            {
                throw CommandErrors.NumberNotADate($"{value}");
            }
            var direction = isRow ? DateDirection.None : Direction;
            var read = DateReader.Read(value, new DateOptions { Formats = formats, TakesFormat = isRow, Direction = direction });
            // As for the words of a day ahead, working hours are meant, and not midnight.
            if (IsAhead && read.IsDay) return read.Moment.DateTime.Date.AddHours(RelativeDate.Morning);
            // For local times, .NET remembers which of two ambiguous hours is meant.
            if (!IsEnd || !read.IsDay) return read.Moment.LocalDateTime;
            return (IsExclusive ? read.LastSecond.AddSeconds(1) : read.LastSecond).LocalDateTime;
        }
        catch (DateException failure)
        {
            throw CommandErrors.InvalidDate(failure.Fault);
        }
    }
}
