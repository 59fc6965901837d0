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

    /// <summary>The version of the API for requests that do not name one in the header Intercom-Version.</summary>
    public string ApiVersion { get; init; } = Intercom.Http.ApiVersions.Default;

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

    /// <summary>
    /// The scopes that the token does not have, by their names in Intercom's Developer Hub: see <see cref="Scopes"/>. A call that needs
    /// one of them is answered with 401.
    /// </summary>
    public IReadOnlyCollection<string> MissingScopes { get; init; } = [];

    /// <summary>The features that the plan of the workspace does not have: see <see cref="Features"/>.</summary>
    public IReadOnlyCollection<string> MissingFeatures { get; init; } = [];

    /// <summary>The names of the scopes that <see cref="MissingScopes"/> accepts.</summary>
    public static IReadOnlyCollection<string> Scopes => Access.Scopes;

    /// <summary>The names of the features that <see cref="MissingFeatures"/> accepts.</summary>
    public static IReadOnlyCollection<string> Features => Access.Features;

    /// <summary>The number of sample contacts that are made one by one: the least value of <see cref="Contacts"/>.</summary>
    public const int FewestContacts = 250;

    /// <summary>The least value of <see cref="Conversations"/>.</summary>
    public const int FewestConversations = 120;

    /// <summary>The greatest value of <see cref="Contacts"/> and <see cref="Conversations"/>.</summary>
    public const int MostObjects = 1_000_000;

    /// <summary>
    /// The number of sample contacts, from 250 to 1,000,000. Those beyond 250 are made when they are looked at, and are the same each
    /// time.
    /// </summary>
    public int Contacts { get; init; } = FewestContacts;

    /// <summary>The number of sample conversations, from 120 to 1,000,000. Those beyond 120 are made when they are looked at.</summary>
    public int Conversations { get; init; } = FewestConversations;

    /// <summary>False creates a workspace with only admins and teams.</summary>
    public bool SampleData { get; init; } = true;
}
