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

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Read(inputData, [], isRow: false);

    /// <summary>Converts a date for the parameter. Null and blank strings are returned unchanged.</summary>
    /// <exception cref="ParameterConversionException">The value is not a date, or is ambiguous.</exception>
    internal object? Read(object? given, IReadOnlyList<string> formats, bool isRow)
    {
        var value = given is PSObject wrapped ? wrapped.BaseObject : given;
        // The row rules handle blank cells.
        if (RowObject.SaysNothing(value)) return given;
        try
        {
            if (IsNoNumber && (value is not string && value is IConvertible and not DateTime
                || (value is string text && DateReader.IsNumber(text.Trim()) && formats.Count == 0)))
            {
                throw CommandErrors.NumberNotADate($"{value}");
            }
            var read = DateReader.Read(value, new DateOptions { Formats = formats, TakesFormat = isRow });
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
