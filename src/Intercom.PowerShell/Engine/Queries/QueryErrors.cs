using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>What the cmdlets for queries do with the errors of a query.</summary>
internal static class QueryErrors
{
    /// <summary>Runs what reads a query. An error of the query ends the command, and points at the words that it is about.</summary>
    /// <param name="cmdlet">The running cmdlet.</param>
    /// <param name="target">The input that is the error's target.</param>
    /// <param name="action">What to run.</param>
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

    /// <summary>Whether a failure is an error of a query.</summary>
    public static bool Is(Exception failure) => failure is QueryException or ParseException;

    /// <summary>The record of an error of a query.</summary>
    public static ErrorRecord Record(PSCmdlet cmdlet, Exception failure, object? target)
    {
        ErrorRecords.PointAt(failure, cmdlet.MyInvocation);
        return ErrorRecords.From(failure, target);
    }
}
