using Intercom.Http;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>
/// Turns failures into error records with their ids and targets. <see cref="ErrorAdvice"/> supplies categories and recommended actions.
/// </summary>
internal static class ErrorRecords
{
    /// <summary>True when every further request of the command would fail too, or when the command itself is invalid.</summary>
    public static bool EndsCommand(Exception failure) => failure is NotConnectedException or QueryException or ParseException
        or CheckpointException or ChangeLogException or ColumnMapException
        or IntercomApiException { StatusCode: 401 } or IntercomApiException {
            Code: RequestCodes.ProxyAuthenticationRequired or RequestCodes.ProxyRefused };

    /// <summary>Creates the record of a failure. Its target is the input that failed.</summary>
    public static ErrorRecord From(Exception failure, object? target)
    {
        var (id, category) = failure switch
        {
            IntercomApiException api => ("Intercom." + api.Code, ErrorAdvice.CategoryOf(api)),
            ParseException { Errors: [var first, ..] } => ("Intercom." + first.ErrorId, ErrorCategory.InvalidArgument),
            ICodedError coded => ("Intercom." + coded.Code, CategoryOf(coded)),
            ItemNotFoundException => ("Intercom.name_not_found", ErrorCategory.ObjectNotFound),
            // Thrown by .NET itself.
            ArgumentException => ("Intercom.invalid_input", ErrorCategory.InvalidArgument),
            _ => ("Intercom.failed", ErrorCategory.NotSpecified),
        };
        var record = new ErrorRecord(failure, id, category, target);
        if (failure is ParseException { Errors: [var error, ..] }) record.ErrorDetails = new ErrorDetails(error.Message);
        if (failure is not IntercomApiException problem) return record;
        var request = problem.RequestId is null ? "" : $" (request {problem.RequestId})";
        var earlier = problem is { Outcome: RequestOutcome.Unknown, Attempts: > 1 }
            && problem.Message.IndexOf("may or may not", StringComparison.Ordinal) < 0 ? " An earlier try may have been applied." : "";
        var action = ErrorAdvice.ActionFor(problem);
        var hint = problem.Hint ?? ErrorHints.For(problem);
        record.ErrorDetails = new ErrorDetails(problem.Message + (hint is null ? "" : " " + hint) + earlier + request)
        {
            RecommendedAction = action ?? "",
        };
        return record;
    }

    /// <summary>Makes the error view underline the failing part of a script block instead of the whole command.</summary>
    public static void PointAt(Exception failure, InvocationInfo invocation)
    {
        if (failure is ParseException { Errors: [var first, ..] }) invocation.DisplayScriptPosition = first.Extent;
    }

    private static ErrorCategory CategoryOf(ICodedError failure) => failure switch
    {
        NotConnectedException => ErrorCategory.ConnectionError,
        ItemNotFoundException => ErrorCategory.ObjectNotFound,
        // As PowerShell's binder reports them.
        RowException or MetadataException => ErrorCategory.InvalidData,
        ChangeLogException => ErrorCategory.WriteError,
        CheckpointException { Code: "checkpoint_in_use" } => ErrorCategory.ResourceBusy,
        CheckpointException { Code: "checkpoint_failed" or "checkpoint_access_denied" or "checkpoint_folder_not_found"
            or "checkpoint_is_directory" } => ErrorCategory.WriteError,
        CheckpointException { Code: "checkpoint_damaged" or "not_a_checkpoint" } => ErrorCategory.InvalidData,
        CheckpointException => ErrorCategory.InvalidArgument,
        _ => ErrorAdvice.CategoryOf(failure),
    };
}
