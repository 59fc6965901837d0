namespace Intercom.Sandbox;

/// <summary>How a sandbox workspace behaves.</summary>
public sealed class SandboxOptions
{
    /// <summary>The seed of the sample data. The same seed creates the same workspace.</summary>
    public int Seed { get; init; } = 2014;

    /// <summary>The id of a workspace that was given none.</summary>
    public const string DefaultWorkspaceId = "sandbox1";

    /// <summary>The id of the workspace, which its objects carry.</summary>
    public string WorkspaceId { get; init; } = DefaultWorkspaceId;

    /// <summary>The name of a workspace that was given none.</summary>
    public const string DefaultWorkspaceName = "Sandbox Workspace";

    /// <summary>The name of the workspace, as GET /me shows it.</summary>
    public string WorkspaceName { get; init; } = DefaultWorkspaceName;

    /// <summary>The duration of a call.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Maximum number of calls in ten seconds. 0 means no limit.</summary>
    public int RateLimit { get; init; } = 1667;

    /// <summary>The rate of calls answered with 503, from 0 to 1: half of them before, half after the call was executed.</summary>
    public double FailureRate { get; init; }

    /// <summary>
    /// The rate of calls whose connection breaks, from 0 to 1: half of them before, half after the call was executed.
    /// </summary>
    public double ResetRate { get; init; }

    /// <summary>
    /// The chance of each call, between 0 and 1, to begin a storm: it and the calls after it (<see cref="ThrottleLength"/> in all) are
    /// answered with 429 and not executed.
    /// </summary>
    public double ThrottleRate { get; init; }

    /// <summary>How many calls a storm of 429 lasts.</summary>
    public int ThrottleLength { get; init; } = 10;

    /// <summary>
    /// The part of the calls that take <see cref="SlowLatency"/>, between 0 and 1. They are executed at the end of it, even when the
    /// caller has gone.
    /// </summary>
    public double SlowRate { get; init; }

    /// <summary>The duration of a slow call.</summary>
    public TimeSpan SlowLatency { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a contact cannot be found by a search after it was created.</summary>
    public TimeSpan SearchDelay { get; init; }

    /// <summary>The clock. The sample data is dated back from the moment of creation.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where the requests are recorded. Null records none.</summary>
    public SandboxRecording? Recording { get; init; }

    /// <summary>The time zone of the workspace, in which contact dates are matched by day.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>
    /// The only accepted token. Null accepts any token that is not blank and not <c>invalid</c> or <c>revoked</c>.
    /// </summary>
    public string? AccessToken { get; init; }

    /// <summary>False creates a workspace with only admins and teams.</summary>
    public bool SampleData { get; init; } = true;
}
