using Intercom.PowerShell;

namespace Intercom;

/// <summary>
/// One input of a pipeline of writes that ended early. The error Intercom.ended_early, which is put into $Error then, carries these as
/// its TargetObject: those whose outcome came neither as an output nor as an error.
/// </summary>
public sealed class IntercomRunItem
{
    /// <summary>The number of the input in the pipeline, from 1.</summary>
    public int Number { get; init; }

    /// <summary>Applied, Failed, Unknown (it was sent, and may or may not have been applied) or NotApplied.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>What was piped; it can be piped again.</summary>
    public object? Input { get; init; }

    /// <summary>What Intercom answered; null when there was no answer.</summary>
    public object? Output { get; init; }

    /// <summary>Why it failed or was not sent.</summary>
    public string? Detail { get; init; }

    /// <summary>The number, and the name or id of the input.</summary>
    public override string ToString() => RunEndText.NameOf(Input) is { Length: > 0 } name ? $"input {Number} ({name})" : $"input {Number}";
}
