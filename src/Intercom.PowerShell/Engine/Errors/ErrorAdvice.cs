using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>
/// What the codes of Intercom's errors mean to PowerShell, and what a person can do about each. The set of codes is open: the status
/// decides about the rest.
/// </summary>
internal static class ErrorAdvice
{
    private const string CheckId = "Check the id, and that it belongs to this workspace (Get-IntercomConnection shows it). ";
    private const string NewToken =
        "Make a new token in the Developer Hub (Configure > Authentication), then connect again: Connect-Intercom.";
    private const string CheckToken =
        "Check the token and the region: Test-IntercomConnection names the step that fails. Make a token in the Developer Hub "
        + "(Configure > Authentication) and connect with Connect-Intercom.";
    private const string CheckValue =
        "The message says which value is not taken: check it against the cmdlet's help (Get-Help). With -Debug the request is shown.";
    private const string GivePermission =
        "Give the app the permission for this in the Developer Hub (Configure > Authentication > Permissions).";
    private const string LaterIntercom = "Intercom's side failed; see https://www.intercomstatus.com, and run again later.";
    private const string LaterBudget =
        "The workspace's call budget is spent by other programs too; run again later, or with a smaller -ThrottleLimit.";
    private const string JobRuns = "A job of this kind is still running; wait for it or stop it. Trying again at once does not help.";
    private const string ExistsAlready = "It exists already: change that one (Set-), or use -UpdateIfExists where the cmdlet has it.";

    /// <summary>Codes that say more than their status does.</summary>
    private static readonly Dictionary<string, string> ByCode = new(StringComparer.OrdinalIgnoreCase)
    {
        // Who may.
        ["unauthorized"] = CheckToken, ["token_unauthorized"] = CheckToken, ["token_not_found"] = CheckToken,
        ["missing_authorization"] = CheckToken,
        ["token_revoked"] = NewToken, ["token_blocked"] = NewToken, ["token_suspended"] = NewToken, ["token_expired"] = NewToken,
        ["forbidden"] = GivePermission, ["action_forbidden"] = GivePermission,
        ["api_plan_restricted"] = "The workspace's plan does not include this feature.",
        ["intercom_version_invalid"] = "Leave -ApiVersion out, or choose the version that your app is set to in the Developer Hub.",

        // What is not there.
        ["not_found"] = CheckId.TrimEnd(),
        ["admin_not_found"] =
            "Get-IntercomAdmin lists the admins of this workspace; parameters for an admin accept the id, the email address or the name.",
        ["assignee_not_found"] = "Get-IntercomAdmin and Get-IntercomTeam list who can be assigned; 0 assigns to nobody.",
        ["team_not_found"] = "Get-IntercomTeam lists the teams of this workspace.",
        ["team_unavailable"] = "Get-IntercomTeam lists the teams of this workspace.",
        ["company_not_found"] = CheckId
            + "Intercom's id of a company is neither its name nor the id in your own system: Get-IntercomCompany -Name and "
            + "-ExternalCompanyId find it by those.",
        ["tag_not_found"] = "Get-IntercomTag lists the tags; New-IntercomTag makes one.",
        ["ticket_not_found"] = CheckId
            + "The number that the inbox shows is not the ticket's id: Search-IntercomTicket returns both, as TicketNumber and Id.",
        ["job_not_found"] = CheckId + "Jobs are forgotten after a while: start it again.",
        ["field_not_found"] = "Get-IntercomDataAttribute lists the attributes; an archived one shows with -IncludeArchived.",
        ["conversation_part_or_message_not_found"] =
            "Read the conversation again with Get-IntercomConversation: its ConversationParts and Source carry the ids that can be "
            + "redacted.",

        // What the values lack.
        ["bad_request"] = CheckValue, ["client_error"] = CheckValue, ["parameter_invalid"] = CheckValue, ["INVALID_PARAMETER"] = CheckValue,
        ["data_invalid"] = CheckValue, ["type_mismatch"] = CheckValue,
        ["unprocessable_entity"] = CheckValue, ["invalid_document"] = CheckValue, ["unsupported"] = CheckValue,
        ["parameter_not_found"] = "The message names what is missing: give it with its parameter, or with -AdditionalField.",
        ["parameter_missing"] = "The message names what is missing: give it with its parameter, or with -AdditionalField.",
        ["missing_parameter"] = "The message names what is missing: give it with its parameter, or with -AdditionalField.",
        ["parameter_mismatch"] =
            "The values do not go together; contacts, for one, cannot reply to back-office tickets, which they do not see.",
        ["conversation_id_limit_exceeded"] =
            "Intercom takes 20 conversation ids a call: Search-IntercomCall makes as many calls as are needed.",
        ["contact_company_limit_exceeded"] =
            "The contact is in as many companies as Intercom allows: remove one first with Remove-IntercomContactCompany.",
        ["custom_data_limit_reached"] =
            "The workspace has as many custom attributes as Intercom allows: archive one first with Set-IntercomDataAttribute -Archived "
            + "$true.",
        ["away_status_reason_mandatory"] =
            "This workspace requires a reason. Specify -AwayReasonId. Get-IntercomAwayReason lists the reasons.",
        ["tag_has_dependent_objects"] =
            "The message names what still uses the tag, such as a segment. Change that in Intercom first, then delete the tag again.",
        ["ticket_state_id_invalid"] = "Get-IntercomTicketState lists the states and the ticket types that each belongs to.",
        ["conversation_part_not_redactable"] =
            "Only parts with a text can be redacted, and of first messages those that a contact wrote. Where its Redacted is true, it "
            + "was redacted before and nothing is left to do.",
        ["invalid_field"] = "Check the field's name: Tab completes them after New-IntercomQuery. A few are misspelt in Intercom's own "
            + "tables; -UsePrintedNames sends them so.",
        ["invalid_sort_order"] = "Sort by a field that this search knows; Tab completes them after -SortBy.",
        ["not_restorable"] = "Blocked and deleted contacts cannot be brought back; make a new one with New-IntercomContact.",
        ["job_closed"] = "The job is over and takes no more: start another.",

        // What is there already, or too much.
        ["conflict"] = ExistsAlready, ["resource_conflict"] = ExistsAlready, ["unique_user_constraint"] = ExistsAlready,
        ["unique_company_constraint"] =
            "Another request created this company at the same moment. Run the command again: it then changes that company. "
            + "Get-IntercomCompany -ExternalCompanyId shows it.",
        ["rate_limit_exceeded"] = LaterBudget, ["too_many_requests"] = LaterBudget, ["retry_after"] = LaterBudget,
        ["job_limit_exceeded"] = JobRuns,
        ["scroll_exists"] = "Another scroll over the companies is open in this workspace. Read that one to its end, or wait a minute: "
            + "it ends by itself.",

        // What went wrong on the way.
        ["server_error"] = LaterIntercom, ["service_unavailable"] = LaterIntercom,
        ["request_timeout"] = "Intercom took too long: ask for less at once, or run again later.",
        ["connection_failed"] = "Check the network, the proxy (HTTPS_PROXY) and the address (Get-IntercomConnection shows it).",
        ["proxy_authentication_required"] =
            "Set HTTPS_PROXY to http://user:password@host:port before PowerShell starts, with special characters as %XX. A refused "
            + "login is not repeated for a minute, because repeats can lock the account.",
        ["proxy_refused"] = "Ask for this host to be allowed at the proxy that HTTPS_PROXY names, or list the host in NO_PROXY to reach "
            + "it directly.",
        ["not_processed"] = "The request was not executed and can be sent again: run the command again later.",
        ["disconnected"] = "Connect again with Connect-Intercom, or name another connection with -Connection.",
        ["connection_broken"] = "The connection broke while the answer came: run again.",
        ["tls_failed"] = "Check the clock, the proxy and the certificates of this machine; certificates are never skipped.",
        ["write_failed"] = "Make room on the disk, see that you may write there, or give another -Path; then run again.",
        ["timeout"] = "Ask for less at once, or connect with a longer -TimeoutSec.",
    };

    /// <summary>Codes whose category is not that of their status.</summary>
    private static readonly Dictionary<string, ErrorCategory> CategoryByCode = new(StringComparer.OrdinalIgnoreCase)
    {
        ["timeout"] = ErrorCategory.OperationTimeout, ["outcome_unknown"] = ErrorCategory.OperationStopped,
        ["request_timeout"] = ErrorCategory.OperationTimeout, ["tls_failed"] = ErrorCategory.SecurityError,
        ["write_failed"] = ErrorCategory.WriteError, ["disconnected"] = ErrorCategory.ConnectionError,
        ["connection_failed"] = ErrorCategory.ConnectionError, ["connection_broken"] = ErrorCategory.ConnectionError,
        ["foreign_link"] = ErrorCategory.ConnectionError,
        ["proxy_authentication_required"] = ErrorCategory.AuthenticationError, ["proxy_refused"] = ErrorCategory.PermissionDenied,
        ["not_processed"] = ErrorCategory.ConnectionError,
        ["unreadable_answer"] = ErrorCategory.InvalidResult, ["repeated_cursor"] = ErrorCategory.InvalidResult,
        ["cursor_refused"] = ErrorCategory.InvalidResult, ["answer_too_large"] = ErrorCategory.InvalidResult,
        ["contact_company_limit_exceeded"] = ErrorCategory.LimitsExceeded,
        ["conversation_id_limit_exceeded"] = ErrorCategory.LimitsExceeded, ["custom_data_limit_reached"] = ErrorCategory.LimitsExceeded,
        ["conflict"] = ErrorCategory.ResourceExists, ["resource_conflict"] = ErrorCategory.ResourceExists,
        ["unique_user_constraint"] = ErrorCategory.ResourceExists, ["unique_company_constraint"] = ErrorCategory.ResourceExists,
        ["scroll_exists"] = ErrorCategory.ResourceBusy, ["sandbox_port"] = ErrorCategory.ResourceUnavailable,
        ["job_limit_exceeded"] = ErrorCategory.ResourceBusy, ["tag_has_dependent_objects"] = ErrorCategory.ResourceBusy,
        ["api_plan_restricted"] = ErrorCategory.PermissionDenied,
        ["conversation_part_not_redactable"] = ErrorCategory.InvalidOperation, ["not_restorable"] = ErrorCategory.InvalidOperation,
        ["job_closed"] = ErrorCategory.InvalidOperation,
    };

    /// <summary>The category of a failure.</summary>
    public static ErrorCategory CategoryOf(IntercomApiException failure) => CategoryByCode.TryGetValue(failure.Code, out var category)
        ? category : failure.StatusCode switch
    {
        401 => ErrorCategory.AuthenticationError,
        403 => ErrorCategory.PermissionDenied,
        404 or 410 => ErrorCategory.ObjectNotFound,
        408 => ErrorCategory.OperationTimeout,
        409 => ErrorCategory.ResourceExists,
        400 or 406 or 413 or 422 => ErrorCategory.InvalidArgument,
        405 => ErrorCategory.InvalidOperation,
        429 => ErrorCategory.LimitsExceeded,
        >= 500 => ErrorCategory.ResourceUnavailable,
        _ => ErrorCategory.InvalidResult,
    };

    /// <summary>The category of an error that is found before anything is sent.</summary>
    public static ErrorCategory CategoryOf(ICodedError failure) =>
        CategoryByCode.TryGetValue(failure.Code, out var category) ? category : ErrorCategory.InvalidArgument;

    /// <summary>What a person can do about it; null where there is nothing to say beyond the message.</summary>
    public static string? ActionFor(IntercomApiException failure)
    {
        if (failure.Code == "outcome_unknown")
        {
            return "Look whether it was applied. Run the same command with -RetryUnknown to send what was not; with -Confirm as well it "
                + "asks for each.";
        }
        if (failure.Outcome == RequestOutcome.Unknown && !failure.IsRepeatable
            && failure.Code is not ("unreadable_answer" or "answer_too_large") && failure.Method == "POST")
        {
            return "Look whether it was applied before you send it again: it was not repeated, because a repeat could do it twice.";
        }
        return failure switch
        {
            { IsExistingArchived: true } => Unarchive(failure.ExistingId),
            { Code: "contact_merged" } => failure.MergedInto is { Length: > 0 } into
                ? $"The contact was merged into {into}. Use that id: Get-IntercomContact {into}."
                : "The contact was merged into another one. Find that one with Get-IntercomContact -Email or -ExternalId.",
            { StatusCode: 409, ExistingId: { Length: > 0 } id, Method: "PUT" or "PATCH", Path: { } path }
                when path.StartsWith("contacts/", StringComparison.Ordinal) =>
                $"Another contact, {id}, has this email address or external id. Specify another value, or change that contact first: "
                    + $"Get-IntercomContact {id}.",
            { StatusCode: 409, ExistingId: { Length: > 0 } id } =>
                $"It exists already with the id {id}: change that one, or use -UpdateIfExists.",
            { StatusCode: 404, Path: "companies/scroll" } =>
                "The scroll was left alone for more than a minute and is gone. Start it again, and collect the companies before long "
                + "work on each: $companies = Get-IntercomCompany -Scroll.",
            { Code: "cursor_refused", Path: { } path } => CursorAdvice(path),
            // An email address where a path requires the id.
            { StatusCode: 404, Message: { } message } when message.Contains("Admin Not Found") => ByCode["admin_not_found"],
            { StatusCode: 404, Path: { } path } when path.StartsWith("contacts/", StringComparison.Ordinal)
                && (failure.Code is "not_found" or "user_not_found" or "contact_not_found" || !ByCode.ContainsKey(failure.Code)) =>
                path.IndexOf("%40", StringComparison.Ordinal) > 0
                ? "That is an email address, but this requires the contact's id: Get-IntercomContact -Email finds the contact, and its "
                    + "output can be piped."
                : CheckId + "A contact made a moment ago may need a little while, and one that was merged has only the other contact's "
                    + "id. By other things than the id: Get-IntercomContact -Email, -ExternalId, or Search-IntercomContact.",
            _ when MentionsAttribute(failure) =>
                "Define the custom attribute first: New-IntercomDataAttribute, or in Intercom under Settings > Data. Its name must "
                + "match to the letter.",
            _ when ByCode.TryGetValue(failure.Code, out var action) => action,
            { StatusCode: 401 } => CheckToken,
            { StatusCode: 403 } => GivePermission,
            { StatusCode: 404 or 410 } => ByCode["not_found"],
            { StatusCode: 409 } => ExistsAlready,
            { StatusCode: 429 } => LaterBudget,
            { StatusCode: 408 } => ByCode["request_timeout"],
            { StatusCode: 400 or 422 } => CheckValue,
            { StatusCode: >= 500 } => LaterIntercom,
            _ => null,
        };
    }

    /// <summary>How a list goes on whose next page Intercom refused: from the start, or from where it stopped.</summary>
    private static string CursorAdvice(string path) => path.EndsWith("/search", StringComparison.Ordinal)
        ? "What was given before is right, but not all. Run the search again and collect it before long work on each item; or go on "
            + "where it stopped: sort by created_at, and add a condition such as $_.CreatedAt -ge the last item's CreatedAt."
        : "What was given before is right, but not all. Run the command again, and collect the list in a variable before long work on "
            + "each item; Select-Object -Skip passes over what is done.";

    /// <summary>What to do about an archived contact in the way: no list and no search shows it.</summary>
    private static string Unarchive(string? id)
    {
        var contact = string.IsNullOrEmpty(id) ? "<id>" : id;
        return "The contact is archived and keeps its email address and external id. Bring it back with Enable-IntercomContact "
            + $"{contact}, then change it with Set-IntercomContact {contact}.";
    }

    private static bool MentionsAttribute(IntercomApiException failure) =>
        failure.StatusCode is 400 or 422 && failure.Message.IndexOf("custom attribute", StringComparison.OrdinalIgnoreCase) >= 0;
}
