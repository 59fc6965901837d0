using Intercom.Dates;

namespace Intercom.PowerShell;

/// <summary>
/// Marks a date. It is read before PowerShell converts it, since PowerShell takes 05/06/2024 for 6 May, a column for what the machine's
/// culture makes of it, and a number for ticks of the year 1.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DateInputAttribute : ArgumentTransformationAttribute
{
    /// <summary>True where the value can also be an id, which is a number. A number is then not a date.</summary>
    public bool IsNoNumber { get; set; }

    /// <summary>True for the end of a time: given as a day, it includes the whole day.</summary>
    public bool IsEnd { get; set; }

    /// <summary>True for an end that does not count in itself: a day then ends where the next one begins.</summary>
    public bool IsExclusive { get; set; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Read(inputData, [], isRow: false);

    /// <summary>Reads a date as the parameter takes it; null and blank text stay as they are.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">It is not a date, or may be two.</exception>
    internal object? Read(object? given, IReadOnlyList<string> formats, bool isRow)
    {
        var value = given is PSObject wrapped ? wrapped.BaseObject : given;
        // Blank cells are for the row's rules.
        if (RowObject.SaysNothing(value)) return given;
        try
        {
            if (IsNoNumber && (value is not string && value is IConvertible and not DateTime
                || (value is string text && DateReader.IsNumber(text.Trim()) && formats.Count == 0))) throw new DateException(new Fault(
                "number_not_a_date",
                $"{value} is a number, not a date.",
                "Give a date such as '2026-05-01 09:00' or (Get-Date).AddDays(1). For Unix seconds: "
                    + $"[DateTimeOffset]::FromUnixTimeSeconds({value})."));
            var read = DateReader.Read(value, new DateOptions { Formats = formats, TakesFormat = isRow });
            // Of the local time, .NET remembers which of the two it is where an hour comes twice.
            if (!IsEnd || !read.IsDay) return read.Moment.LocalDateTime;
            return (IsExclusive ? read.LastSecond.AddSeconds(1) : read.LastSecond).LocalDateTime;
        }
        catch (DateException failure)
        {
            // The binder goes on with the other parameters only after a cast that failed.
            throw new ArgumentTransformationMetadataException(failure.Message, new PSInvalidCastException(failure.Message));
        }
    }
}
