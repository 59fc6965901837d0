using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>Handles query errors in the cmdlets that accept queries.</summary>
internal static class QueryErrors
{
    /// <summary>Runs code that reads a query. A query error is a terminating error that points at the failing expression.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="target">The target of the error.</param>
    /// <param name="action">The code to run.</param>
    public static void End(PSCmdlet cmdlet, object? target, Action action)
    {
        try
        {
            action();
        }
        catch (Exception failure) when (Is(failure))
        {
            cmdlet.ThrowTerminatingError(Record(cmdlet, failure, target));
        }
    }

    /// <summary>True for a query error.</summary>
    public static bool Is(Exception failure) => failure is QueryException or ParseException;

    /// <summary>Creates the error record of a query error.</summary>
    public static ErrorRecord Record(PSCmdlet cmdlet, Exception failure, object? target)
    {
        ErrorRecords.PointAt(failure, cmdlet.MyInvocation);
        return ErrorRecords.From(failure, target);
    }
}
