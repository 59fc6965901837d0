using Intercom.Http;

namespace Intercom.PowerShell;

/// <content>The categories of codes that are more specific than their status.</content>
internal static partial class ErrorAdvice
{
    /// <summary>Codes whose category differs from that of their status.</summary>
    private static readonly Dictionary<string, ErrorCategory> CategoryByCode = new(StringComparer.OrdinalIgnoreCase)
    {
        [RequestCodes.Timeout] = ErrorCategory.OperationTimeout, [RequestCodes.OutcomeUnknown] = ErrorCategory.OperationStopped,
        ["request_timeout"] = ErrorCategory.OperationTimeout, [RequestCodes.TlsFailed] = ErrorCategory.SecurityError,
        [RequestCodes.WriteFailed] = ErrorCategory.WriteError, [RequestCodes.Disconnected] = ErrorCategory.ConnectionError,
        [RequestCodes.ConnectionFailed] = ErrorCategory.ConnectionError, [RequestCodes.ConnectionBroken] = ErrorCategory.ConnectionError,
        [RequestCodes.ForeignLink] = ErrorCategory.ConnectionError,
        [RequestCodes.ProxyAuthenticationRequired] = ErrorCategory.AuthenticationError,
        [RequestCodes.ProxyRefused] = ErrorCategory.PermissionDenied,
        [RequestCodes.NotProcessed] = ErrorCategory.ConnectionError,
        [RequestCodes.UnreadableAnswer] = ErrorCategory.InvalidResult, [RequestCodes.RepeatedCursor] = ErrorCategory.InvalidResult,
        [RequestCodes.CursorRefused] = ErrorCategory.InvalidResult, [RequestCodes.AnswerTooLarge] = ErrorCategory.InvalidResult,
        ["contact_company_limit_exceeded"] = ErrorCategory.LimitsExceeded,
        ["conversation_id_limit_exceeded"] = ErrorCategory.LimitsExceeded, ["custom_data_limit_reached"] = ErrorCategory.LimitsExceeded,
        ["conflict"] = ErrorCategory.ResourceExists, ["resource_conflict"] = ErrorCategory.ResourceExists,
        ["unique_user_constraint"] = ErrorCategory.ResourceExists, ["unique_company_constraint"] = ErrorCategory.ResourceExists,
        ["scroll_exists"] = ErrorCategory.ResourceBusy, ["sandbox_port"] = ErrorCategory.ResourceUnavailable,
        ["already_linked_to_tracker"] = ErrorCategory.ResourceExists,
        ["linked_conversation_limit_exceeded"] = ErrorCategory.LimitsExceeded, ["merge_failed"] = ErrorCategory.InvalidOperation,
        ["job_limit_exceeded"] = ErrorCategory.ResourceBusy, ["tag_has_dependent_objects"] = ErrorCategory.ResourceBusy,
        ["api_plan_restricted"] = ErrorCategory.PermissionDenied, ["token_unauthorized"] = ErrorCategory.PermissionDenied,
        ["conversation_part_not_redactable"] = ErrorCategory.InvalidOperation, ["not_restorable"] = ErrorCategory.InvalidOperation,
        ["job_closed"] = ErrorCategory.InvalidOperation,
    };
}
