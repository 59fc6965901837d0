using Intercom.Http;
using Intercom.PowerShell;

namespace Intercom;

/// <summary>An operation of Intercom's API, and the cmdlet that performs it.</summary>
public sealed class IntercomOperation
{
    internal IntercomOperation(OperationAttribute operation, string cmdlet, string version)
    {
        (Method, Path, Cmdlet, ParameterSet) = (operation.Method, operation.Path, cmdlet, operation.ParameterSet);
        (Retry, Paging) = (operation.Retry.ToString(), operation.Paging.ToString());
        Since = operation.Since ?? ApiVersions.Default;
        SentVersion = ApiVersions.Higher(version, Since);
        if (operation.Until is { } last && ApiVersions.Compare(SentVersion, last) > 0) SentVersion = last;
    }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The path below the host. Words in braces are parameters of the cmdlet.</summary>
    public string Path { get; }

    /// <summary>The cmdlet that performs the operation.</summary>
    public string Cmdlet { get; }

    /// <summary>The parameter set that performs the operation, or null when every parameter set does.</summary>
    public string? ParameterSet { get; }

    /// <summary>
    /// What a retry may do. Safe only reads, Idempotent leads to the same state, and Once is retried only if it was certainly not executed.
    /// </summary>
    public string Retry { get; }

    /// <summary>How the list in the response is divided into pages. None for a response that is not paged.</summary>
    public string Paging { get; }

    /// <summary>
    /// The first version of the API that has the operation, as far as this module distinguishes them: 2.14 or later, or Preview for an
    /// operation that Intercom may still change.
    /// </summary>
    public string Since { get; }

    /// <summary>
    /// The version that the current connection sends: its own, or Since if that is higher. An operation that later versions changed
    /// beyond use is sent with the last version before the change.
    /// </summary>
    public string SentVersion { get; }

    /// <summary>Method, path and cmdlet.</summary>
    public override string ToString() => $"{Method} {Path} ({Cmdlet})";
}
