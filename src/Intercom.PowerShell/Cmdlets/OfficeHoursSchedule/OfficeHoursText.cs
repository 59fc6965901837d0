using System.Collections;

namespace Intercom.PowerShell;

/// <summary>The text of -WhatIf for a change of office hours.</summary>
internal static class OfficeHoursText
{
    /// <summary>The work with a text that contains the new hours.</summary>
    /// <param name="work">The work.</param>
    /// <param name="hours">The new hours; null when they do not change.</param>
    /// <param name="isWeek">True for the hours of a week.</param>
    public static Work OfChange(Work work, Hashtable[]? hours, bool isWeek)
    {
        if (hours is null) return work;
        var fields = WorkText.Fields(work, "time_intervals");
        return work with
        {
            Doing = $"Update {work.Resource}{fields}{(fields.Length > 0 ? ", " : ": ")}hours {TimeIntervalsAttribute.Shown(hours, isWeek)}",
        };
    }
}
