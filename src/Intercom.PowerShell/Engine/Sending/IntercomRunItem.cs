using Intercom.PowerShell;

namespace Intercom;

/// <summary>
/// One input of a write pipeline that ended early. When that happens, the error Intercom.ended_early is added to $Error. Its TargetObject
/// contains one of these for each input whose outcome was neither output nor reported as an error.
/// </summary>
public sealed class IntercomRunItem
{
    /// <summary>The position of the input in the pipeline, from 1.</summary>
    public int Number { get; init; }

    /// <summary>Applied, Failed, Unknown (the request was sent, and may or may not have been applied) or NotApplied.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>The piped object, which can be piped again.</summary>
    public object? Input { get; init; }

    /// <summary>Intercom's response; null when there was none.</summary>
    public object? Output { get; init; }

    /// <summary>
    /// Why the request failed or was not sent. For an applied input, it says that Ctrl+C came before later commands had processed the
    /// output.
    /// </summary>
    public string? Detail { get; init; }

    /// <summary>Returns the position of the input, with its name or id.</summary>
    public override string ToString() => RunEndText.NameOf(Input) is { Length: > 0 } name ? $"input {Number} ({name})" : $"input {Number}";
}
