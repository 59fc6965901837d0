using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Does the work of a call, beside the pipeline.</summary>
/// <param name="watch">To be told of each request that changes something; null for a call that only reads.</param>
/// <param name="cancellation">Ends the call.</param>
internal delegate Task<object?> CallRun(SendWatch? watch, CancellationToken cancellation);

/// <summary>One call of one input, as a window takes it.</summary>
/// <param name="Input">The number of the input in its pipeline, from 1.</param>
/// <param name="Target">The input; the error's target when the call fails.</param>
/// <param name="Run">Does the work.</param>
internal sealed record QueuedCall(int Input, object? Target, CallRun Run)
{
    /// <summary>What it works on: calls with the same key never overlap; null when that does not matter.</summary>
    public string? Key { get; init; }

    /// <summary>True when its answer is not written.</summary>
    public bool IsSilent { get; init; }

    /// <summary>What was planned; null for a call of another kind.</summary>
    public Work? Work { get; init; }

    /// <summary>Which request of the input it is, from 0.</summary>
    public int Part { get; init; }

    /// <summary>A failure in line with the answers, so that errors too come in the order of the inputs.</summary>
    public static QueuedCall Failed(int input, object? target, Exception failure) =>
        new(input, target, (_, _) => Task.FromException<object?>(failure));
}
