using Intercom.Http;
using Intercom.Sandbox;

namespace Intercom.PowerShell;

/// <content>The parameters of a sandbox.</content>
public sealed partial class ConnectIntercomCommand
{
    /// <summary>
    /// Connects to an in-memory workspace with sample data. It needs neither a token nor a network, and its data is the same each time.
    /// </summary>
    [Parameter, Selects(nameof(Sandbox)), Connecting]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>How long the sandbox takes to answer a call, in milliseconds.</summary>
    [Parameter, OnlyFor(nameof(Sandbox)), ValidateRange(0, 60000), Connecting, WholeNumber]
    public int Latency { get; set; }

    /// <summary>Maximum number of calls that the sandbox accepts in ten seconds. 0 means no limit.</summary>
    [Parameter, OnlyFor(nameof(Sandbox)), ValidateRange(0, 1000000), Connecting, WholeNumber]
    public int RateLimit { get; set; } = 1667;

    /// <summary>The fraction of calls that the sandbox answers with a server error, from 0 to 1.</summary>
    [Parameter, OnlyFor(nameof(Sandbox)), ValidateRange(0.0, 1.0), Connecting, DecimalNumber]
    public double FailureRate { get; set; }

    /// <summary>The fraction of calls whose connection the sandbox breaks, from 0 to 1.</summary>
    [Parameter, OnlyFor(nameof(Sandbox)), ValidateRange(0.0, 1.0), Connecting, DecimalNumber]
    public double ResetRate { get; set; }

    /// <summary>How long a search in the sandbox does not find a new contact, in milliseconds.</summary>
    [Parameter, OnlyFor(nameof(Sandbox)), ValidateRange(0, 600000), Connecting, WholeNumber]
    public int SearchDelay { get; set; }

    /// <summary>
    /// Number of sample contacts, 250 to 1,000,000. Those beyond the default of 250 are created when they are read, so that the sandbox
    /// starts at once.
    /// </summary>
    [Parameter, OnlyFor(nameof(Sandbox)), Connecting, WholeNumber]
    [ValidateRange(SandboxOptions.FewestContacts, SandboxOptions.MostObjects)]
    public int Contacts { get; set; } = SandboxOptions.FewestContacts;

    /// <summary>Number of sample conversations, 120 to 1,000,000. The default is 120.</summary>
    [Parameter, OnlyFor(nameof(Sandbox)), Connecting, WholeNumber]
    [ValidateRange(SandboxOptions.FewestConversations, SandboxOptions.MostObjects)]
    public int Conversations { get; set; } = SandboxOptions.FewestConversations;

    /// <summary>The id of the sandbox's workspace. By default, each connection name has an id of its own.</summary>
    [Parameter, OnlyFor(nameof(Sandbox)), ValidateNotNullOrEmpty, Connecting]
    public string? WorkspaceId { get; set; }

    /// <summary>The name of the sandbox's workspace. The default is Sandbox Workspace.</summary>
    [Parameter, OnlyFor(nameof(Sandbox)), ValidateNotNullOrEmpty, Connecting]
    public string WorkspaceName { get; set; } = SandboxOptions.DefaultWorkspaceName;

    /// <summary>
    /// Scopes that the token does not have, by their names in Intercom's Developer Hub, such as 'Read conversations'. The sandbox refuses
    /// the calls that need them.
    /// </summary>
    [Parameter, OnlyFor(nameof(Sandbox)), SandboxScope, ArgumentCompleter(typeof(SandboxScopeCompleter)), Connecting]
    public string[] MissingScope { get; set; } = [];

    /// <summary>Features that the plan of the workspace does not have: Conversations or News. The sandbox refuses their calls.</summary>
    [Parameter, OnlyFor(nameof(Sandbox)), SandboxFeature, ArgumentCompleter(typeof(SandboxFeatureCompleter)), Connecting]
    public string[] MissingFeature { get; set; } = [];

    /// <summary>The parameter that selects how to connect: Token, SecretName or Sandbox.</summary>
    private string Way => Wiring.Select(ParameterSetName, MyInvocation.MyCommand.Name, MyInvocation.BoundParameters, _ => false, null,
        prefersValue: false, otherwise: nameof(Token)).Set;

    private Func<IntercomConnection> Opener => Way == nameof(Sandbox) ? OpenSandbox : OpenServer;

    private IntercomConnection OpenSandbox() => Opening.Sandbox(ShowPersonalData, ApiVersions.Read(ApiVersion), StrictVersion, new()
    {
        ApiVersion = ApiVersions.Read(ApiVersion),
        WorkspaceId = WorkspaceId ?? SandboxAddress.WorkspaceOf(Name), WorkspaceName = WorkspaceName,
        Contacts = Contacts, Conversations = Conversations, MissingScopes = MissingScope, MissingFeatures = MissingFeature,
        Latency = TimeSpan.FromMilliseconds(Latency), RateLimit = RateLimit, FailureRate = FailureRate, ResetRate = ResetRate,
        SearchDelay = TimeSpan.FromMilliseconds(SearchDelay),
    });
}
