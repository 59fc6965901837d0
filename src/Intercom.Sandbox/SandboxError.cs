namespace Intercom.Sandbox;

/// <summary>An answer that is an error.</summary>
internal sealed class SandboxError(int status, string code, string message, string? field = null) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public string? Field { get; } = field;

    /// <summary>The header Link of the answer: where to look instead.</summary>
    public string? Link { get; init; }

    /// <summary>What was asked for does not exist. The codes differ in how they write it, as Intercom's do.</summary>
    public static SandboxError NotFound(string code, string what) =>
        new(404, code, code is "not_found" or "company_not_found" or "job_not_found" ? $"{what} Not Found" : $"{what} not found");

    /// <summary>The operation is newer than the version of the request.</summary>
    public static SandboxError NotInThisVersion() =>
        new(400, "intercom_version_invalid", "Requested resource is not available in current API version");

    public static SandboxError Missing(string field) => new(400, "parameter_not_found", $"{field} is a required parameter", field);

    public static SandboxError Invalid(string message, string? field = null) => new(400, "parameter_invalid", message, field);
}

/// <summary>The connection breaks instead of an answer.</summary>
internal sealed class SandboxReset() : Exception("Connection reset by the sandbox");
