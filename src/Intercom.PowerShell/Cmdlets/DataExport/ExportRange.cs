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
            throw CommandErrors.ReversedRange("From", from, "To", to);
        }
        if (from.ToUniversalTime() > DateTime.UtcNow)
        {
            throw CommandErrors.TimeInFuture(from);
        }
    }
}
