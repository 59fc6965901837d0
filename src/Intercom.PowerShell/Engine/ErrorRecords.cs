using System;
using System.Management.Automation;
using Intercom.Http;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>There is no connection and no token.</summary>
public sealed class NotConnectedException(string message) : Exception(message);

/// <summary>Turns failures into error records: the one place where ids, categories and recommended actions are decided.</summary>
internal static class ErrorRecords
{
    /// <summary>True when every further call of the command would fail as well, or when the command itself is written wrongly.</summary>
    public static bool EndsCommand(Exception failure) => failure is NotConnectedException or QueryException or ParseException or CheckpointException or IntercomApiException { StatusCode: 401 };

    /// <summary>The record of a failure, with the input that it belongs to as its target.</summary>
    public static ErrorRecord From(Exception failure, object? target)
    {
        var (id, category) = failure switch
        {
            IntercomApiException api => ("Intercom." + api.Code, CategoryOf(api)),
            NotConnectedException => ("Intercom.not_connected", ErrorCategory.ConnectionError),
            ItemNotFoundException => ("Intercom.name_not_found", ErrorCategory.ObjectNotFound),
            QueryException or ParseException => ("Intercom.invalid_query", ErrorCategory.InvalidArgument),
            CheckpointException file => ("Intercom." + file.Code, CategoryOf(file)),
            ArgumentException => ("Intercom.invalid_input", ErrorCategory.InvalidArgument),
            _ => ("Intercom.failed", ErrorCategory.NotSpecified),
        };
        var record = new ErrorRecord(failure, id, category, target);
        if (failure is ParseException { Errors: [var first, ..] }) record.ErrorDetails = new ErrorDetails(first.Message);
        if (failure is not IntercomApiException problem) return record;
        var request = problem.RequestId is null ? "" : $" (request {problem.RequestId})";
        var action = ActionFor(problem);
        record.ErrorDetails = new ErrorDetails(problem.Message + request) { RecommendedAction = action ?? "" };
        return record;
    }

    /// <summary>Makes the error view underline the words of a script block that are at fault, instead of the whole command.</summary>
    public static void PointAt(Exception failure, InvocationInfo invocation)
    {
        if (failure is ParseException { Errors: [var first, ..] }) invocation.DisplayScriptPosition = first.Extent;
    }

    private static ErrorCategory CategoryOf(IntercomApiException failure) => failure switch
    {
        { Code: "timeout" } => ErrorCategory.OperationTimeout,
        { Code: "outcome_unknown" } => ErrorCategory.OperationStopped,
        { Code: "tls_failed" } => ErrorCategory.SecurityError,
        { Code: "connection_failed" or "connection_broken" or "foreign_link" } => ErrorCategory.ConnectionError,
        { Code: "unreadable_answer" or "repeated_cursor" or "answer_too_large" } => ErrorCategory.InvalidResult,
        { StatusCode: 401 } => ErrorCategory.AuthenticationError,
        { StatusCode: 403 } => ErrorCategory.PermissionDenied,
        { StatusCode: 404 or 410 } => ErrorCategory.ObjectNotFound,
        { StatusCode: 408 } => ErrorCategory.OperationTimeout,
        { StatusCode: 409 } => ErrorCategory.ResourceExists,
        { StatusCode: 400 or 406 or 413 or 422 } => ErrorCategory.InvalidArgument,
        { StatusCode: 405 } => ErrorCategory.InvalidOperation,
        { StatusCode: 429 } => ErrorCategory.LimitsExceeded,
        { StatusCode: >= 500 } => ErrorCategory.ResourceUnavailable,
        _ => ErrorCategory.InvalidResult,
    };

    private static ErrorCategory CategoryOf(CheckpointException failure) => failure.Code switch
    {
        "checkpoint_in_use" => ErrorCategory.ResourceBusy,
        "checkpoint_failed" => ErrorCategory.WriteError,
        "checkpoint_damaged" => ErrorCategory.InvalidData,
        _ => ErrorCategory.InvalidArgument,
    };

    /// <summary>What a person can do about it; null where there is nothing to say beyond the message.</summary>
    private static string? ActionFor(IntercomApiException failure)
    {
        if (failure.Code == "outcome_unknown")
        {
            return "Look whether it was applied. Run the same command with -RetryUnknown to send what was not; with -Confirm as well it asks for each.";
        }
        if (failure.Outcome == RequestOutcome.Unknown && failure.Code is not ("unreadable_answer" or "answer_too_large") && failure.Method == "POST")
        {
            return "Look whether it was applied before you send it again: it was not repeated, for a repeat could do it twice.";
        }
        return failure switch
        {
            { Code: "token_revoked" or "token_blocked" or "token_suspended" or "token_expired" } => "Make a new token in the Developer Hub (Configure > Authentication), then connect again: Connect-Intercom.",
            { Code: "intercom_version_invalid" } => "Leave -ApiVersion out, or choose the version that your app is set to in the Developer Hub.",
            { StatusCode: 401 } => "Check the token and the region: Test-IntercomConnection names the step that fails. Make a token in the Developer Hub (Configure > Authentication) and connect with Connect-Intercom.",
            { Code: "api_plan_restricted" } => "The workspace's plan does not include this feature.",
            { StatusCode: 403 } => "Give the app the permission for this in the Developer Hub (Configure > Authentication > Permissions).",
            { StatusCode: 409, ExistingId: { Length: > 0 } id } => $"It exists already with the id {id}: change that one, or use -UpdateIfExists.",
            { Code: "contact_company_limit_exceeded" } => "The contact is in as many companies as Intercom allows: remove one first with Remove-IntercomContactCompany.",
            { Code: "tag_has_dependent_objects" } => "The tag is still used (in a segment, a rule or a message): take it out there first.",
            { Code: "job_limit_exceeded" } => "A job of this kind is still running; wait for it or stop it. Trying again at once does not help.",
            { Code: "scroll_exists" } => "Another scroll over the companies is open in this workspace. Read that one to its end, or wait a minute: it ends by itself.",
            { StatusCode: 404, Path: "companies/scroll" } => "The scroll was left alone for more than a minute and is gone. Start it again, and collect the companies before long work on each.",
            { Code: "invalid_field" } => "Check the field's name: Tab completes them after New-IntercomQuery. A few are misspelt in Intercom's own tables; -UsePrintedNames sends them so.",
            { StatusCode: 404 } => "Check the id, and that it belongs to this workspace (Get-IntercomConnection shows it). A contact made a moment ago may need a little while.",
            { StatusCode: 429 } => "The workspace's call budget is spent by other programs too; run again later, or with a smaller -ThrottleLimit.",
            { Code: "connection_failed" } => "Check the network, the proxy and the address (Get-IntercomConnection shows it).",
            { Code: "tls_failed" } => "Check the clock, the proxy and the certificates of this machine; certificates are never skipped.",
            { Code: "timeout" } => "Ask for less at once, or connect with a longer -TimeoutSec.",
            { StatusCode: >= 500 } => "Intercom's side failed; see https://www.intercomstatus.com, and run again later.",
            _ when MentionsAttribute(failure) => "Define the custom attribute first: New-IntercomDataAttribute, or in Intercom under Settings > Data. Its name must match to the letter.",
            _ => null,
        };
    }

    private static bool MentionsAttribute(IntercomApiException failure) =>
        failure.StatusCode is 400 or 422 && failure.Message.IndexOf("custom attribute", StringComparison.OrdinalIgnoreCase) >= 0;
}
