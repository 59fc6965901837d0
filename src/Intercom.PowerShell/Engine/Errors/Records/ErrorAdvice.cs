using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>
/// Maps Intercom's error codes to PowerShell error categories and recommended actions. The set of codes is open, so unknown codes fall back
/// to their status.
/// </summary>
internal static partial class ErrorAdvice
{
    private const string Contacts = "contacts/";
    private const string CheckId = "Check the id, and that it belongs to this workspace (Get-IntercomConnection shows it). ";
    private const string NewToken =
        "Create a token in the Developer Hub (Configure > Authentication), then run Connect-Intercom again.";
    private const string CheckToken =
        "Check the token and the region. Test-IntercomConnection shows which step fails. To replace the token, create one in the "
        + "Developer Hub (Configure > Authentication) and run Connect-Intercom.";
    private const string CheckValue =
        "Correct the value that the message names. Get-Help describes what each parameter accepts, and -Debug shows the request.";
    private const string GivePermission =
        "Grant the app this permission in the Developer Hub (Configure > Authentication > Permissions).";
    private const string LaterIntercom =
        "Intercom failed to process the request. Check https://www.intercomstatus.com, and run the command again later.";
    private const string LaterBudget =
        "Run the command again later, or with a lower -ThrottleLimit. All apps of the workspace share its call budget.";
    private const string JobRuns = "Wait for the running job of this kind, or stop it. Then run the command again.";
    private const string ExistsAlready = "Change the existing object with the Set- cmdlet, or use -UpdateIfExists if this cmdlet has it.";

    /// <summary>Codes that are more specific than their status.</summary>
    private static readonly Dictionary<string, string> ByCode = new(StringComparer.OrdinalIgnoreCase)
    {
        // Authentication and permissions.
        ["unauthorized"] = CheckToken, ["token_not_found"] = CheckToken, ["missing_authorization"] = CheckToken,
        // The reports of this code name a missing scope of the token, not a wrong token.
        ["token_unauthorized"] = GivePermission
            + " If the app has it, check the workspace and the region: Test-IntercomConnection shows both.",
        ["token_revoked"] = NewToken, ["token_blocked"] = NewToken, ["token_suspended"] = NewToken, ["token_expired"] = NewToken,
        ["forbidden"] = GivePermission, ["action_forbidden"] = GivePermission,
        ["api_plan_restricted"] = "Upgrade the workspace's plan, which does not include this feature.",
        ["intercom_version_invalid"] =
            "Connect with a version of the API that has this operation: Get-IntercomOperation shows it as Since, and -Debug shows the "
            + "version that was sent. Without -ApiVersion, each cmdlet sends the version that it needs.",

        // Missing objects.
        ["not_found"] = CheckId.TrimEnd(),
        ["admin_not_found"] =
            "Specify the id, the email address or the name of an admin of this workspace. Get-IntercomAdmin lists them.",
        ["assignee_not_found"] = "Specify an admin (Get-IntercomAdmin) or a team (Get-IntercomTeam). 0 removes the assignee.",
        ["team_not_found"] = "Specify a team of this workspace. Get-IntercomTeam lists them.",
        ["team_unavailable"] = "Specify a team of this workspace. Get-IntercomTeam lists them.",
        ["company_not_found"] = CheckId
            + "To find a company by its name or by the id in your own system, use Get-IntercomCompany -Name or -ExternalCompanyId.",
        ["tag_not_found"] = "Specify an existing tag (Get-IntercomTag lists them), or create it with New-IntercomTag.",
        ["ticket_not_found"] = CheckId
            + "The inbox shows the ticket's number, not its id. Search-IntercomTicket returns both, as TicketNumber and Id.",
        ["job_not_found"] = CheckId + "Intercom deletes jobs after a while. If the job is gone, start it again.",
        ["field_not_found"] =
            "Specify an existing attribute. Get-IntercomDataAttribute lists them, and -IncludeArchived adds the archived ones.",
        ["conversation_attribute_not_found"] = "Specify an existing attribute and option. Get-IntercomConversationAttribute lists both.",
        ["conversation_not_found"] = CheckId + "Only a linked conversation can be unlinked: (Get-IntercomTicket).LinkedObjects.",
        ["whatsapp_message_not_found"] = CheckId + "Only WhatsApp messages have a status.",
        ["conversation_part_or_message_not_found"] =
            "Read the conversation again with Get-IntercomConversation. Its ConversationParts and Source contain the ids to redact.",

        // Invalid values.
        ["bad_request"] = CheckValue, ["client_error"] = CheckValue, ["parameter_invalid"] = CheckValue, ["INVALID_PARAMETER"] = CheckValue,
        ["data_invalid"] = CheckValue, ["type_mismatch"] = CheckValue,
        ["unprocessable_entity"] = CheckValue, ["invalid_document"] = CheckValue, ["unsupported"] = CheckValue,
        ["parameter_not_found"] = "Specify the field that the message names, with its parameter or with -AdditionalField.",
        ["parameter_missing"] = "Specify the field that the message names, with its parameter or with -AdditionalField.",
        ["missing_parameter"] = "Specify the field that the message names, with its parameter or with -AdditionalField.",
        ["parameter_mismatch"] =
            "Check that the values can be combined. For example, contacts cannot reply to back-office tickets, which they cannot see.",
        ["conversation_id_limit_exceeded"] =
            "Specify at most 20 conversation ids per request. Search-IntercomCall splits longer lists itself.",
        ["contact_company_limit_exceeded"] =
            "Remove the contact from a company first with Remove-IntercomContactCompany. It is in as many as Intercom allows.",
        ["custom_data_limit_reached"] =
            "Archive a custom attribute first with Set-IntercomDataAttribute -Archived $true. The workspace has as many as Intercom "
            + "allows.",
        ["away_status_reason_mandatory"] =
            "Specify -AwayReasonId, which this workspace requires. Get-IntercomAwayReason lists the reasons.",
        ["tag_has_dependent_objects"] =
            "In Intercom, stop using the tag in the objects that the message names, such as a segment. Then delete the tag again.",
        ["ticket_state_id_invalid"] =
            "Specify a state of the ticket's type. Get-IntercomTicketState lists the states and their ticket types.",
        ["conversation_part_not_redactable"] =
            "Redact only parts that have text, and only first messages that a contact wrote. If Redacted is true, the part is already "
            + "redacted.",
        ["invalid_field"] = "Correct the field's name. Tab completes names after New-IntercomQuery. To send a name exactly as Intercom's "
            + "documentation spells it, use -UsePrintedNames.",
        ["invalid_sort_order"] = "Sort by a field that this search supports. Tab completes them after -SortBy.",
        ["not_restorable"] = "Create a new contact with New-IntercomContact. Blocked and deleted contacts cannot be restored.",
        ["invalid_ticket_type"] = "Specify a tracker ticket, the only kind that conversations can be linked to.",
        ["job_closed"] = "Start a new job. This one has finished.",

        // Conflicts and limits.
        ["conflict"] = ExistsAlready, ["resource_conflict"] = ExistsAlready, ["unique_user_constraint"] = ExistsAlready,
        ["already_linked_to_tracker"] = "First remove the link that (Get-IntercomConversation).LinkedObjects shows.",
        ["linked_conversation_limit_exceeded"] = "Link further conversations to another tracker ticket.",
        ["merge_failed"] = "Read both conversations with Get-IntercomConversation. A conversation can be merged once, and not into itself.",
        ["unique_company_constraint"] =
            "Run the command again to update the company, which another request created at the same moment. "
            + "Get-IntercomCompany -ExternalCompanyId shows it.",
        ["rate_limit_exceeded"] = LaterBudget, ["too_many_requests"] = LaterBudget, ["retry_after"] = LaterBudget,
        ["job_limit_exceeded"] = JobRuns,
        ["scroll_exists"] = "Wait a minute, or read the open scroll over this workspace's companies to its end. An unused scroll expires "
            + "after one minute.",

        // Transport failures.
        ["server_error"] = LaterIntercom, ["service_unavailable"] = LaterIntercom,
        ["request_timeout"] = "Request less data at once, or run the command again later.",
        [RequestCodes.ConnectionFailed] = "Check the network, the proxy (HTTPS_PROXY) and the address that Get-IntercomConnection shows.",
        [RequestCodes.ProxyAuthenticationRequired] =
            "Set HTTPS_PROXY to http://user:password@host:port before PowerShell starts, with special characters encoded as %XX. "
            + "After a failed login, wait a minute. The module does not retry sooner, because retries can lock the account.",
        [RequestCodes.ProxyRefused] =
            "Ask the administrator of the proxy in HTTPS_PROXY to allow this host, or add the host to NO_PROXY to connect "
            + "directly.",
        [RequestCodes.NotProcessed] = "Run the command again later. The request was not processed, so a repeat is safe.",
        [RequestCodes.Disconnected] = "Run Connect-Intercom again, or specify another connection with -Connection.",
        [RequestCodes.ConnectionBroken] = "Run the command again. The connection was lost while the response was being received.",
        [RequestCodes.TlsFailed] =
            "Check the clock, the proxy and the certificates of this computer. The certificate check cannot be turned off.",
        [RequestCodes.WriteFailed] =
            "Free disk space, check the write permission of the directory, or specify another -Path. Then run the command again.",
        [RequestCodes.Timeout] = "Request less data at once, or connect with a higher -TimeoutSec.",
    };

    /// <summary>The category of a failed request.</summary>
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

    /// <summary>The category of an error that is raised before a request is sent.</summary>
    public static ErrorCategory CategoryOf(ICodedError failure) =>
        CategoryByCode.TryGetValue(failure.Code, out var category) ? category : ErrorCategory.InvalidArgument;

    /// <summary>The recommended action; null when the message already says everything.</summary>
    public static string? ActionFor(IntercomApiException failure)
    {
        if (failure.Code == RequestCodes.OutcomeUnknown)
        {
            return "Check whether the request was applied. If it was not, run the same command with -RetryUnknown. Add -Confirm to decide "
                + "for each request.";
        }
        if (failure.Outcome == RequestOutcome.Unknown && !failure.IsRepeatable
            && failure.Code is not (RequestCodes.UnreadableAnswer or RequestCodes.AnswerTooLarge) && failure.Method == "POST")
        {
            return "Check whether the request was applied before you send it again. It was not retried, because that could apply it twice.";
        }
        if (failure is {
            Code: RequestCodes.UnreadableAnswer or RequestCodes.AnswerTooLarge, Outcome: not RequestOutcome.NotApplied, Method: not "GET" })
        {
            return "Check whether the request was applied before you send it again. Only the response was unreadable.";
        }
        if (ErrorHints.NeededVersion(failure) is { } version) return ErrorHints.Raise(version, failure.Path);
        return failure switch
        {
            { IsExistingArchived: true } => Unarchive(failure.ExistingId),
            { Code: "contact_merged" } => failure.MergedInto is { Length: > 0 } into
                ? $"Use the id {into}: Get-IntercomContact {into}. With -FollowMerge, Get-IntercomContact reads that contact by itself."
                : "Find the contact that this one was merged into, with Get-IntercomContact -Email or -ExternalId.",
            { StatusCode: 409, ExistingId: { Length: > 0 } id, Method: "PUT" or "PATCH" } when ContactOf(failure) is not null =>
                $"Specify another email address or external id, or change the contact that has it first: Get-IntercomContact {id}.",
            { StatusCode: 409, ExistingId: { Length: > 0 } id } =>
                $"Change the existing object, whose id is {id}, or use -UpdateIfExists.",
            { StatusCode: 404, Path: "companies/scroll" } =>
                "Start the scroll again, and collect the companies before long work on each: $companies = Get-IntercomCompany -Scroll. "
                + "A scroll expires when it is not read for one minute.",
            { Code: RequestCodes.CursorRefused, Path: { } path } => CursorAdvice(path),
            { StatusCode: 409, Path: "fin_voice/register" } =>
                "Read the call with Get-IntercomFinVoiceCall -ExternalCallId. It is registered already.",
            { StatusCode: 404, Path: { } path } when path.StartsWith("fin_voice/", StringComparison.Ordinal) =>
                "Run the command again later. Intercom returns a registered call only after it was matched with the call itself.",
            // An email address was sent in a path that requires the id.
            { StatusCode: 404, Message: { } message } when message.Contains("Admin Not Found") => ByCode["admin_not_found"],
            { StatusCode: 404 } when ContactOf(failure) is { } contact
                && (failure.Code is "not_found" or "user_not_found" or "contact_not_found" || !ByCode.ContainsKey(failure.Code)) =>
                contact.IndexOf('@') > 0
                ? "Specify the contact's id instead of an email address. To find the contact by its address, pipe the output of "
                    + "Get-IntercomContact -Email."
                : CheckId + "If the contact was created a moment ago, try again later. If it was merged, use the id of the other contact. "
                    + "To find a contact by other values, use Get-IntercomContact -Email or -ExternalId, or Search-IntercomContact.",
            { StatusCode: 422, Method: "GET", Path: "data_attributes" } =>
                "Connect without -StrictVersion, or with -ApiVersion 2.15. Since version 2.16 of the API, this list does not contain the "
                + "attributes of conversations.",
            _ when MentionsAttribute(failure) =>
                "Create the custom attribute first with New-IntercomDataAttribute, or in Intercom under Settings > Data. The name must "
                + "match exactly.",
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

    /// <summary>
    /// The id of the contact that the request was about; null for another resource. A request that somebody wrote for
    /// Invoke-IntercomRequest does not state its resource, so the text that was typed is all that there is.
    /// </summary>
    private static string? ContactOf(IntercomApiException failure) =>
        failure.Resource is { } resource ? resource.Noun == "contact" ? resource.Id : null
            : failure.Path.StartsWith(Contacts, StringComparison.Ordinal)
                ? Uri.UnescapeDataString(failure.Path.Substring(Contacts.Length)) : null;

    /// <summary>Explains how to continue a list after Intercom rejected the cursor of its next page.</summary>
    private static string CursorAdvice(string path) => path.EndsWith("/search", StringComparison.Ordinal)
        ? "Run the search again, and store the items in a variable before long work on each. To continue where it stopped, sort by "
            + "created_at and add a condition such as $_.CreatedAt -ge $last.CreatedAt. The items returned so far are correct but "
            + "incomplete."
        : "Run the command again, and store the items in a variable before long work on each. Select-Object -Skip skips the items "
            + "that are done. The items returned so far are correct but incomplete.";

    /// <summary>Explains how to unarchive a conflicting contact, which lists and searches do not return.</summary>
    private static string Unarchive(string? id)
    {
        var contact = string.IsNullOrEmpty(id) ? "<id>" : id;
        return $"Unarchive the contact with Enable-IntercomContact {contact}, then change it with Set-IntercomContact {contact}. An "
            + "archived contact keeps its email address and external id.";
    }

    private static bool MentionsAttribute(IntercomApiException failure) =>
        failure.StatusCode is 400 or 422 && failure.Message.IndexOf("custom attribute", StringComparison.OrdinalIgnoreCase) >= 0;
}
