using System;

namespace Intercom.Sandbox;

/// <summary>How a sandbox workspace behaves.</summary>
public sealed class SandboxOptions
{
    /// <summary>The seed of the sample data; the same seed gives the same workspace.</summary>
    public int Seed { get; init; } = 2014;

    /// <summary>The id of a workspace that was given none.</summary>
    public const string DefaultWorkspaceId = "sandbox1";

    /// <summary>The id of the workspace, which its objects carry.</summary>
    public string WorkspaceId { get; init; } = DefaultWorkspaceId;

    /// <summary>How long a call takes.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Calls in a window of ten seconds; 0 for no limit.</summary>
    public int RateLimit { get; init; } = 1667;

    /// <summary>The part of the calls answered with 503, between 0 and 1; half of them before, half after the call was executed.</summary>
    public double FailureRate { get; init; }

    /// <summary>The part of the calls whose connection breaks, between 0 and 1; half of them before, half after the call was executed.</summary>
    public double ResetRate { get; init; }

    /// <summary>The chance of each call, between 0 and 1, to begin a storm: it and the calls after it (<see cref="ThrottleLength"/> in all) are answered with 429 and not executed.</summary>
    public double ThrottleRate { get; init; }

    /// <summary>How many calls a storm of 429 lasts.</summary>
    public int ThrottleLength { get; init; } = 10;

    /// <summary>The part of the calls that take <see cref="SlowLatency"/>, between 0 and 1. They are executed at the end of it, even when the caller has gone.</summary>
    public double SlowRate { get; init; }

    /// <summary>How long a slow call takes.</summary>
    public TimeSpan SlowLatency { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a contact cannot be found by a search after it was created.</summary>
    public TimeSpan SearchDelay { get; init; }

    /// <summary>The clock; the sample data is dated back from the moment of creation.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The time zone of the workspace, in which contact dates are matched by day.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The only token that is accepted; null accepts any that is not blank and not one of <c>invalid</c>, <c>revoked</c>.</summary>
    public string? AccessToken { get; init; }

    /// <summary>False leaves the workspace empty but for its admins and teams.</summary>
    public bool SampleData { get; init; } = true;
}
