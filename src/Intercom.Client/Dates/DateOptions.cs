using System;
using System.Collections.Generic;
using System.Globalization;

namespace Intercom.Dates;

/// <summary>What a date is read with.</summary>
internal sealed class DateOptions
{
    /// <summary>The time zone of texts without an offset; by default the machine's.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Local;

    /// <summary>Exact formats to try first; then only ISO 8601 and Unix seconds are read.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>The culture whose month names are read besides the English ones.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.CurrentCulture;

    /// <summary>True where the remedy can be -DateFormat.</summary>
    public bool TakesFormat { get; init; }
}
