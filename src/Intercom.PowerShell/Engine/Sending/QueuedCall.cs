using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Performs the work of a call, off the pipeline thread.</summary>
/// <param name="watch">Is notified of each request that changes something; null for a call that only reads.</param>
/// <param name="cancellation">Cancels the call.</param>
internal delegate Task<object?> CallRun(SendWatch? watch, CancellationToken cancellation);

/// <summary>One call for one input, as it is added to a window.</summary>
/// <param name="Input">The position of the input in the pipeline, from 1.</param>
/// <param name="Target">The input, which is the target of the error when the call fails.</param>
/// <param name="Run">Performs the work.</param>
internal sealed record QueuedCall(int Input, object? Target, CallRun Run)
{
    /// <summary>
    /// Identifies the resource that the call changes. Calls with the same key never overlap. Null when the order does not matter.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>True when the result is not written to the pipeline.</summary>
    public bool IsSilent { get; init; }

    /// <summary>The planned work; null for other calls.</summary>
    public Work? Work { get; init; }

    /// <summary>What is known about the change that the call makes; null for a call that only reads.</summary>
    public ChangeNote? Change { get; init; }

    /// <summary>The position of the request among those of the input, from 0.</summary>
    public int Part { get; init; }

    /// <summary>Queues a failure among the results, so that errors also appear in the order of the inputs.</summary>
    public static QueuedCall Failed(int input, object? target, Exception failure) =>
        new(input, target, (_, _) => Task.FromException<object?>(failure));
}
