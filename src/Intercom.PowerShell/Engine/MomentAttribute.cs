using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using Intercom.Json;

namespace Intercom.PowerShell;

/// <summary>
/// Marks a date parameter. It takes whatever PowerShell takes for a date, and Unix seconds, as number or digits: PowerShell itself would take a bare number
/// for ticks, and make the year 1 of every timestamp of the API.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MomentAttribute : ArgumentTransformationAttribute
{
    /// <summary>Below it (March 1973) a number is sooner a slip, such as a number of days, than a time.</summary>
    private const double FirstSecond = 1e8;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        double seconds;
        switch (value)
        {
            // As everywhere in PowerShell: local time. A DateTime parameter takes none by itself.
            case DateTimeOffset date: return date.LocalDateTime;
            case int or long or uint or ulong or double or float or decimal: seconds = Convert.ToDouble(value, CultureInfo.InvariantCulture); break;
            case string text when text.Trim() is { Length: >= 9 } digits && digits.All(letter => letter is >= '0' and <= '9'): seconds = double.Parse(digits, CultureInfo.InvariantCulture); break;
            default: return inputData;
        }
        if (seconds is >= FirstSecond and < UnixTime.FirstMillisecond) return UnixTime.ToLocal(seconds);
        throw new ArgumentTransformationMetadataException(seconds >= UnixTime.FirstMillisecond
            ? $"{value} is no time in Unix seconds; it looks like milliseconds. Give whole seconds ({value} / 1000), or a date such as 2026-05-31."
            : $"{value} is no time in Unix seconds. Give a date such as 2026-05-31, (Get-Date).AddDays(-7), or Unix seconds.");
    }
}
