using System;

namespace Intercom.PowerShell;

/// <summary>The time that an export covers.</summary>
internal static class ExportRange
{
    /// <summary>Refuses a time that is empty or has not begun.</summary>
    /// <exception cref="ArgumentException">There can be nothing in it.</exception>
    public static void Check(DateTime from, DateTime to)
    {
        if (from.ToUniversalTime() > to.ToUniversalTime()) throw new ArgumentException($"-From {from:g} is after -To {to:g}. Give the earlier one as -From.");
        if (from.ToUniversalTime() > DateTime.UtcNow) throw new ArgumentException($"-From {from:g} is in the future, and there is nothing to export yet. Give a time that has passed.");
    }
}
