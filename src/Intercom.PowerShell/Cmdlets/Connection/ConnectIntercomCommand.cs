using System.Security;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Connects to an Intercom workspace and makes the connection current.</summary>
/// <remarks>
/// Cmdlets work without Connect-Intercom when the environment variable INTERCOM_TOKEN is set. Without -Token or -SecretName, this cmdlet
/// uses it too, or prompts for the token without echoing it. One call checks the token and reads the region and the acting admin.
/// </remarks>
/// <example>
/// <para>Connects to sample data in memory. This requires no token and no network, and sends no messages to anyone.</para>
/// <code>Connect-Intercom -Sandbox</code>
/// <outcome>$output.Count -eq 1 -and $output[0].IsSandbox</outcome>
/// </example>
/// <example>
/// <para>Connects to a sandbox where one call in ten fails and only 100 calls are accepted every ten seconds.</para>
/// <code>Connect-Intercom -Sandbox -Name rehearsal -FailureRate 0.1 -RateLimit 100</code>
/// <outcome>
/// $output[0].Name -eq 'rehearsal' -and $output[0].IsSandbox
/// $null = Get-IntercomAdmin -WarningAction Ignore; (Get-IntercomRateLimit | Where-Object Limit -eq 100) -is [object]
/// </outcome>
/// </example>
/// <example>
/// <para>Connects to a sandbox with 100,000 contacts, and gets the 50 newest.</para>
/// <code>
/// Connect-Intercom -Sandbox -Name large -Contacts 100000
/// Get-IntercomContact -First 50
/// </code>
/// <outcome>$output.Count -eq 51 -and $output[0].WorkspaceId -eq 'sandbox-large'</outcome>
/// </example>
/// <example>
/// <para>Connects with a token to a specific address, here a local sandbox. The default is Intercom's own address.</para>
/// <code>
/// $sandbox = Start-IntercomSandbox
/// Connect-Intercom $sandbox.SecureToken -BaseUri $sandbox.BaseUri -Name local
/// </code>
/// <outcome>(Get-IntercomConnection -Current).Name -eq 'local' -and "$($output[0].BaseUri)" -eq "$($sandbox.BaseUri)"</outcome>
/// </example>
[Cmdlet(VerbsCommunications.Connect, "Intercom"), OutputType(typeof(IntercomConnection))]
public sealed partial class ConnectIntercomCommand : IntercomCommand
{
    private bool _isTried;

    /// <summary>
    /// The access token as a SecureString, from Intercom's Developer Hub (Configure > Authentication). The token is never printed or
    /// written to disk.
    /// </summary>
    [Parameter(Position = 0), Selects(nameof(Token)), NoPlainText, Connecting]
    public SecureString? Token { get; set; }

    /// <summary>
    /// The name of the secret that holds the token in a vault. The cmdlet reads it with Get-Secret of the module
    /// Microsoft.PowerShell.SecretManagement, which must be installed.
    /// </summary>
    [Parameter, Selects(nameof(SecretName)), ValidateNotNullOrEmpty, Connecting]
    public string SecretName { get; set; } = "";

    /// <summary>The vault that holds the secret. By default, Get-Secret searches all registered vaults.</summary>
    [Parameter, OnlyFor(nameof(SecretName)), ValidateNotNullOrEmpty, Connecting]
    public string? Vault { get; set; }

    /// <summary>The region that hosts the workspace: US (default), EU or AU.</summary>
    [Parameter, OnlyFor(nameof(Token), nameof(SecretName)), ValidateSet("US", "EU", "AU", IgnoreCase = true)]
    [Connecting]
    public string? Region { get; set; }

    /// <summary>The address of another server, such as Start-IntercomSandbox's. Plain http is for this computer only.</summary>
    [Parameter, OnlyFor(nameof(Token), nameof(SecretName)), Connecting]
    public Uri? BaseUri { get; set; }

    /// <summary>
    /// The version of the API: 2.14 (default), 2.15, 2.16, 2.17 or Preview. Cmdlets for newer operations send the version that they need,
    /// so a higher version is required only for the newer form of the other responses.
    /// </summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(ApiVersionCompleter)), Connecting]
    public string ApiVersion { get; set; } = ApiVersions.Default;

    /// <summary>Rejects operations that the version of -ApiVersion does not have, instead of sending a higher version.</summary>
    [Parameter, Connecting]
    public SwitchParameter StrictVersion { get; set; }

    /// <summary>Maximum time for one call, in seconds.</summary>
    [Parameter, OnlyFor(nameof(Token), nameof(SecretName)), ValidateRange(1, 3600), Connecting, WholeNumber]
    public int TimeoutSec { get; set; } = 100;

    /// <summary>
    /// Shows email addresses and telephone numbers in the bodies that -Debug prints. By default they are masked. The token is never shown.
    /// </summary>
    [Parameter, Connecting]
    public SwitchParameter ShowPersonalData { get; set; }

    /// <summary>
    /// Shows the ids of admins, teams and tags that this session has not read. By default, the first table that contains one reads the list
    /// of names, in one call for each of the three lists.
    /// </summary>
    [Parameter, Connecting]
    public SwitchParameter NoNameLookup { get; set; }

    /// <summary>
    /// A name for the connection, to use with -Connection and Select-IntercomConnection. The default is the workspace's id, or Sandbox with
    /// -Sandbox.
    /// </summary>
    [Parameter, ValidateNotNullOrEmpty, Connecting]
    public string? Name { get; set; }

    /// <summary>
    /// The path of a file that receives a line of JSON for each change that this connection sends. The line contains the time, the cmdlet,
    /// the resource, the complete body (also the text of messages, but not the contents of attached files), the former values where they
    /// are known, the outcome and Intercom's request id. It never contains the token. A new file can be read by its owner only. Lines are
    /// appended, also by several processes. If a line cannot be written, no further change is sent.
    /// </summary>
    [Parameter, ValidateNotNullOrEmpty, Connecting]
    public string? LogPath { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _isTried = true;
        IntercomConnections.BeginConnecting();
        try
        {
            WriteObject(IntercomConnections.Add(ChangeLog.Around(SessionState, LogPath, Opener)));
        }
        catch (Exception failure) when (IsItemFailure(failure))
        {
            ThrowTerminatingError(ErrorRecords.From(failure, ConnectionOpening.Shown(BaseUri) ?? Region));
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // An unknown parameter, or one without a value, ends the command before another parameter is bound.
        if (!_isTried) IntercomConnections.BeginConnecting();
        base.Dispose(disposing);
    }

    private ConnectionOpening Opening => new(Name, !NoNameLookup, (client, me) => Wait(client.SendAsync<Admin>(me, Sink, Cancellation)));

    private IntercomConnection OpenServer() => Opening.Server(BaseUri is null ? Regions.Name(Region) : null, Warn, new()
    {
        BaseUri = ConnectionOpening.Address(BaseUri, Region, MyInvocation.BoundParameters),
        Token = Way == nameof(SecretName) ? TokenVault.Read(InvokeCommand, SecretName, Vault)
            : TokenSource.Read(Token, MyInvocation.BoundParameters, Host),
        ApiVersion = ApiVersions.Read(ApiVersion), StrictVersion = StrictVersion,
        Timeout = TimeSpan.FromSeconds(TimeoutSec), ShowPersonalData = ShowPersonalData,
    });
}
