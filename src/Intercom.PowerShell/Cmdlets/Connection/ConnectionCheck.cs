namespace Intercom;

/// <summary>The result of one step of Test-IntercomConnection.</summary>
public sealed class ConnectionCheck
{
    /// <summary>What was checked.</summary>
    public string Step { get; init; } = "";

    /// <summary>True when the step succeeded.</summary>
    public bool Passed { get; init; }

    /// <summary>What the step found. This never contains the token.</summary>
    public string Detail { get; init; } = "";

    /// <summary>What to do when the step failed.</summary>
    public string? Remedy { get; init; }

    /// <summary>Returns the step and its result.</summary>
    public override string ToString() => $"{Step}: {(Passed ? "ok" : "failed")}";
}
