namespace Intercom;

/// <summary>An operation of Intercom's API, and the cmdlet that performs it.</summary>
public sealed class IntercomOperation
{
    internal IntercomOperation(string method, string path, string cmdlet, string? parameterSet, string retry, string paging) =>
        (Method, Path, Cmdlet, ParameterSet, Retry, Paging) = (method, path, cmdlet, parameterSet, retry, paging);

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

    /// <summary>Method, path and cmdlet.</summary>
    public override string ToString() => $"{Method} {Path} ({Cmdlet})";
}
