namespace Intercom.PowerShell;

/// <summary>The period that an export covers.</summary>
internal static class ExportRange
{
    /// <summary>Rejects a period that is empty or starts in the future.</summary>
    /// <exception cref="ArgumentException">The period cannot contain any data.</exception>
    public static void Check(DateTime from, DateTime to)
    {
        if (from.ToUniversalTime() > to.ToUniversalTime())
        {
            throw new ArgumentException($"-From {from:g} is after -To {to:g}. Specify the earlier time as -From.");
        }
        if (from.ToUniversalTime() > DateTime.UtcNow)
        {
            throw new ArgumentException($"-From {from:g} is in the future, so there is nothing to export yet. Specify a time in the past.");
        }
    }
}
