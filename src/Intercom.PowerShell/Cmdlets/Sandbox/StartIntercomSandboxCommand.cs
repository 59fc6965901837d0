using System.Security;
using Intercom.Sandbox;

namespace Intercom.PowerShell;

/// <summary>Serves a sandbox workspace over HTTP on this computer only.</summary>
/// <remarks>Use it with curl, an SDK or another program. It stops with the session or with Stop-IntercomSandbox.</remarks>
/// <example>
/// <para>Serves a sandbox, and calls it as another program would.</para>
/// <code>
/// $sandbox = Start-IntercomSandbox
/// $web = [System.Net.Http.HttpClient]::new()
/// $web.DefaultRequestHeaders.Add('Authorization', "Bearer $($sandbox.Token)")
/// $web.GetStringAsync("$($sandbox.BaseUri)me").Result
/// </code>
/// <outcome>("$output" | ConvertFrom-Json).type -eq 'admin'</outcome>
/// </example>
/// <example>
/// <para>Serves a slow sandbox that breaks one connection in twenty, to test how a program handles such failures.</para>
/// <code>Start-IntercomSandbox -Latency 200 -ResetRate 0.05</code>
/// <outcome>$output.Count -eq 1 -and $output[0].BaseUri.IsLoopback</outcome>
/// </example>
/// <example>
/// <para>Records what a program sends, for example to report a fault. Tokens are masked.</para>
/// <code>
/// $sandbox = Start-IntercomSandbox -RecordPath calls.jsonl
/// $web = [System.Net.Http.HttpClient]::new()
/// $web.DefaultRequestHeaders.Add('Authorization', "Bearer $($sandbox.Token)")
/// $null = $web.GetStringAsync("$($sandbox.BaseUri)tags").Result
/// $calls = Get-Content $sandbox.RecordPath | ConvertFrom-Json
/// $calls | Select-Object method, path, status
/// </code>
/// <outcome>"$($output.method) $($output.path) $($output.status)" -eq 'GET /tags 200'</outcome>
/// </example>
/// <example>
/// <para>Snoozes a conversation, and moves the clock of the sandbox to the end of the snooze.</para>
/// <code>
/// $sandbox = Start-IntercomSandbox
/// Connect-Intercom -Token $sandbox.SecureToken -BaseUri $sandbox.BaseUri
/// Suspend-IntercomConversation 100120 (Get-Date).AddHours(2)
/// $sandbox.MoveClock((Get-Date).AddHours(3))
/// Get-IntercomConversation 100120
/// </code>
/// <outcome>$output[-1].State -eq 'open' -and $sandbox.GetClock() -gt (Get-Date).AddHours(2.9)</outcome>
/// </example>
/// <example>
/// <para>Serves a large workspace with a name of its own, and finds leads in it.</para>
/// <code>
/// $large = @{ Contacts = 100000; Conversations = 250000 }
/// $sandbox = Start-IntercomSandbox @large -WorkspaceName 'Rehearsal'
/// Connect-Intercom -Token $sandbox.SecureToken -BaseUri $sandbox.BaseUri
/// Search-IntercomContact { $_.Role -eq 'lead' } -First 5
/// </code>
/// <outcome>$output.Count -eq 6 -and $output[0].Workspace -eq 'Rehearsal' -and $output[5].Role -eq 'lead'</outcome>
/// </example>
[Cmdlet(VerbsLifecycle.Start, "IntercomSandbox"), OutputType(typeof(IntercomSandbox))]
public sealed class StartIntercomSandboxCommand : PSCmdlet
{
    /// <summary>The port. By default, a free port is selected.</summary>
    [Parameter(Position = 0), ValidateRange(0, 65535), WholeNumber]
    public int Port { get; set; }

    /// <summary>
    /// The version of the API for requests without the header Intercom-Version, such as 2.16 or Preview. The default is 2.14. A request
    /// with the header is answered in the form of its own version.
    /// </summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(ApiVersionCompleter))]
    public string ApiVersion { get; set; } = Http.ApiVersions.Default;

    /// <summary>How long the sandbox takes to answer a call, in milliseconds.</summary>
    [Parameter, ValidateRange(0, 60000), WholeNumber]
    public int Latency { get; set; }

    /// <summary>Maximum number of calls that the sandbox accepts in ten seconds. 0 means no limit.</summary>
    [Parameter, ValidateRange(0, 1000000), WholeNumber]
    public int RateLimit { get; set; } = 1667;

    /// <summary>The fraction of calls that the sandbox answers with a server error, from 0 to 1.</summary>
    [Parameter, ValidateRange(0.0, 1.0), DecimalNumber]
    public double FailureRate { get; set; }

    /// <summary>The fraction of calls whose connection the sandbox breaks, from 0 to 1.</summary>
    [Parameter, ValidateRange(0.0, 1.0), DecimalNumber]
    public double ResetRate { get; set; }

    /// <summary>How long a search does not find a new contact, in milliseconds.</summary>
    [Parameter, ValidateRange(0, 600000), WholeNumber]
    public int SearchDelay { get; set; }

    /// <summary>
    /// Number of sample contacts, 250 to 1,000,000. Those beyond the default of 250 are created when they are read, so that the sandbox
    /// starts at once.
    /// </summary>
    [Parameter, ValidateRange(SandboxOptions.FewestContacts, SandboxOptions.MostObjects), WholeNumber]
    public int Contacts { get; set; } = SandboxOptions.FewestContacts;

    /// <summary>Number of sample conversations, 120 to 1,000,000. The default is 120.</summary>
    [Parameter, ValidateRange(SandboxOptions.FewestConversations, SandboxOptions.MostObjects), WholeNumber]
    public int Conversations { get; set; } = SandboxOptions.FewestConversations;

    /// <summary>The id of the sandbox's workspace. By default, each sandbox has an id of its own.</summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string? WorkspaceId { get; set; }

    /// <summary>The name of the sandbox's workspace. The default is Sandbox Workspace.</summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string WorkspaceName { get; set; } = SandboxOptions.DefaultWorkspaceName;

    /// <summary>
    /// Scopes that the token does not have, by their names in Intercom's Developer Hub, such as 'Read conversations'. The sandbox refuses
    /// the calls that need them.
    /// </summary>
    [Parameter, SandboxScope, ArgumentCompleter(typeof(SandboxScopeCompleter))]
    public string[] MissingScope { get; set; } = [];

    /// <summary>Features that the plan of the workspace does not have: Conversations or News. The sandbox refuses their calls.</summary>
    [Parameter, SandboxFeature, ArgumentCompleter(typeof(SandboxFeatureCompleter))]
    public string[] MissingFeature { get; set; } = [];

    /// <summary>
    /// The only token that the sandbox accepts, as a SecureString. By default, it accepts the token of the object that is returned. Calls
    /// with another token are refused with 401.
    /// </summary>
    [Parameter, NoPlainText(IsOfSandbox = true)]
    public SecureString? Token { get; set; }

    /// <summary>
    /// The file to which the sandbox writes each request, one JSON object in each line. Tokens are masked, other data is not. An existing
    /// file is continued.
    /// </summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string? RecordPath { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        object? target = RecordPath;
        try
        {
            var recording = RecordPath is null ? null : SandboxStart.Recording(SessionState, RecordPath);
            target = Port;
            WriteObject(SandboxStart.Serve(this, recording));
        }
        catch (ArgumentException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, target));
        }
    }
}
