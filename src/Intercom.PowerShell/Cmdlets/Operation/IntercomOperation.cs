namespace Intercom;

/// <summary>An operation of Intercom's API, and the cmdlet that performs it.</summary>
public sealed class IntercomOperation
{
    internal IntercomOperation(string method, string path, string cmdlet, string? parameterSet, string retry, string paging) =>
        (Method, Path, Cmdlet, ParameterSet, Retry, Paging) = (method, path, cmdlet, parameterSet, retry, paging);

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The path below the host; the words in braces are parameters of the cmdlet.</summary>
    public string Path { get; }

    /// <summary>The cmdlet.</summary>
    public string Cmdlet { get; }

    /// <summary>The cmdlet's parameter set that performs it; null where any does.</summary>
    public string? ParameterSet { get; }

    /// <summary>What a repeat may do: Safe reads, Idempotent ends in the same state, Once is not repeated unless it was certainly not executed.</summary>
    public string Retry { get; }

    /// <summary>How the answer's list is cut into pages; None for a single answer.</summary>
    public string Paging { get; }

    /// <summary>Method, path and cmdlet.</summary>
    public override string ToString() => $"{Method} {Path} ({Cmdlet})";
}
