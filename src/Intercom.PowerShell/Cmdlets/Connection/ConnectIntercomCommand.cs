using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Runtime.InteropServices;
using System.Security;
using System.Threading.Tasks;
using Intercom.Http;
using Intercom.Sandbox;

namespace Intercom.PowerShell;

/// <summary>
/// Connects to a workspace and makes the connection current. With the environment variable INTERCOM_TOKEN set, no Connect-Intercom is needed.
/// Without -Token it asks for the token, unseen; with -SecretName it takes it from a vault. The token is checked with one call, which also tells the region and the acting admin.
/// </summary>
/// <example>
/// <para>Connects to sample data in memory: no token, no network, no messages.</para>
/// <code>Connect-Intercom -Sandbox</code>
/// <outcome>$output.Count -eq 1 -and $output[0].IsSandbox</outcome>
/// </example>
/// <example>
/// <para>Rehearses with faults: one call in ten fails with a server error, and only 100 calls are accepted in ten seconds.</para>
/// <code>Connect-Intercom -Sandbox -Name rehearsal -FailureRate 0.1 -RateLimit 100</code>
/// <outcome>
/// $output[0].Name -eq 'rehearsal' -and $output[0].IsSandbox
/// $null = Get-IntercomAdmin -WarningAction Ignore
/// (Get-IntercomRateLimit | Where-Object Limit -eq 100) -is [object]
/// </outcome>
/// </example>
/// <example>
/// <para>Connects with a token to another address. Without -BaseUri it is Intercom's own, and without a token the cmdlet prompts for it.</para>
/// <code>
/// $sandbox = Start-IntercomSandbox
/// $token = ConvertTo-SecureString $sandbox.Token -AsPlainText -Force
/// Connect-Intercom $token -BaseUri $sandbox.BaseUri -Name local
/// </code>
/// <outcome>
/// $output[0].Name -eq 'local' -and "$($output[0].BaseUri)" -eq "$($sandbox.BaseUri)"
/// (Get-IntercomConnection -Current).Name -eq 'local'
/// </outcome>
/// </example>
[Cmdlet(VerbsCommunications.Connect, "Intercom", DefaultParameterSetName = "Token"), OutputType(typeof(IntercomConnection))]
public sealed class ConnectIntercomCommand : IntercomCommand
{
    private bool _isTried;

    /// <summary>The access token, from Intercom's Developer Hub (Configure > Authentication). Never printed, never written to disk.</summary>
    [Parameter(Position = 0, ParameterSetName = "Token"), NoPlainText, Connecting]
    public SecureString? Token { get; set; }

    /// <summary>The name under which the token lies in a vault: it is fetched with Get-Secret of the module Microsoft.PowerShell.SecretManagement, which has to be installed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Secret"), ValidateNotNullOrEmpty, Connecting]
    public string SecretName { get; set; } = "";

    /// <summary>The vault to look in; without it, Get-Secret looks in all that are registered.</summary>
    [Parameter(ParameterSetName = "Secret"), ValidateNotNullOrEmpty, Connecting]
    public string? Vault { get; set; }

    /// <summary>Where the workspace is hosted: US (default), EU or AU.</summary>
    [Parameter(ParameterSetName = "Token"), Parameter(ParameterSetName = "Secret"), ValidateSet("US", "EU", "AU", IgnoreCase = true), Connecting]
    public string? Region { get; set; }

    /// <summary>Another address, such as that of Start-IntercomSandbox. Plain http only for this machine.</summary>
    [Parameter(ParameterSetName = "Token"), Parameter(ParameterSetName = "Secret"), Connecting]
    public Uri? BaseUri { get; set; }

    /// <summary>The version of the API; the module speaks 2.14.</summary>
    [Parameter(ParameterSetName = "Token"), Parameter(ParameterSetName = "Secret"), ValidateNotNullOrEmpty, Connecting]
    public string ApiVersion { get; set; } = "2.14";

    /// <summary>How long one call may take, in seconds.</summary>
    [Parameter(ParameterSetName = "Token"), Parameter(ParameterSetName = "Secret"), ValidateRange(1, 3600), Connecting, WholeNumber]
    public int TimeoutSec { get; set; } = 100;

    /// <summary>Shows e-mail addresses and telephone numbers in the bodies that -Debug prints; otherwise they are masked. The token is never shown.</summary>
    [Parameter, Connecting]
    public SwitchParameter ShowPersonalData { get; set; }

    /// <summary>Connects to an in-memory workspace with sample data: no token, no network, the same data each time.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Sandbox"), Connecting]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>How long the sandbox takes for a call, in milliseconds.</summary>
    [Parameter(ParameterSetName = "Sandbox"), ValidateRange(0, 60000), Connecting, WholeNumber]
    public int Latency { get; set; }

    /// <summary>How many calls the sandbox takes in ten seconds; 0 for no limit.</summary>
    [Parameter(ParameterSetName = "Sandbox"), ValidateRange(0, 1000000), Connecting, WholeNumber]
    public int RateLimit { get; set; } = 1667;

    /// <summary>The part of the calls that the sandbox answers with a server error, between 0 and 1.</summary>
    [Parameter(ParameterSetName = "Sandbox"), ValidateRange(0.0, 1.0), Connecting, DecimalNumber]
    public double FailureRate { get; set; }

    /// <summary>The part of the calls whose connection the sandbox breaks, between 0 and 1.</summary>
    [Parameter(ParameterSetName = "Sandbox"), ValidateRange(0.0, 1.0), Connecting, DecimalNumber]
    public double ResetRate { get; set; }

    /// <summary>How long a new contact cannot be found by a search in the sandbox, in milliseconds.</summary>
    [Parameter(ParameterSetName = "Sandbox"), ValidateRange(0, 600000), Connecting, WholeNumber]
    public int SearchDelay { get; set; }

    /// <summary>A name for the connection, for -Connection and Select-IntercomConnection.</summary>
    [Parameter, ValidateNotNullOrEmpty, Connecting]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _isTried = true;
        IntercomConnections.BeginConnecting();
        try
        {
            var connection = Sandbox ? OpenSandbox() : Open();
            IntercomConnections.Add(connection);
            WriteObject(connection);
        }
        catch (Exception failure) when (IsItemFailure(failure))
        {
            ThrowTerminatingError(ErrorRecords.From(failure, BaseUri is { IsAbsoluteUri: true, UserInfo.Length: > 0 } ? BaseUri.Host : BaseUri ?? (object?)Region));
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // A parameter that does not exist, or has no value, ends the command before any other is bound.
        if (!_isTried) IntercomConnections.BeginConnecting();
        base.Dispose(disposing);
    }

    private const string GetSecret = "Microsoft.PowerShell.SecretManagement\\Get-Secret";

    private IntercomConnection OpenSandbox()
    {
        var workspace = new SandboxWorkspace(new SandboxOptions
        {
            WorkspaceId = SandboxAddress.WorkspaceOf(Name),
            Latency = TimeSpan.FromMilliseconds(Latency), RateLimit = RateLimit, FailureRate = FailureRate, ResetRate = ResetRate, SearchDelay = TimeSpan.FromMilliseconds(SearchDelay),
        });
        var client = new IntercomClient(new IntercomClientOptions
        {
            BaseUri = SandboxAddress.InMemory, Token = SandboxAddress.Token, Handler = new SandboxHandler(workspace), ShowPersonalData = ShowPersonalData, Budget = new CallBudget(TimeProvider.System),
        });
        var me = Wait(client.SendAsync<Admin>(CommandPlan.RequestOf<GetAdminCommand>("Me"), Sink, Cancellation));
        return new IntercomConnection(Name ?? SandboxAddress.DefaultName, client, me?.App?.Region, isSandbox: true, me);
    }

    private IntercomConnection Open()
    {
        if (Token is not { Length: > 0 } && MyInvocation.BoundParameters.ContainsKey(nameof(Token)))
        {
            // Another token, such as the variable's, may be that of another workspace.
            throw new NotConnectedException("-Token was given without a value. Check where your script takes it from, or leave -Token out to use the environment variable INTERCOM_TOKEN.");
        }
        if (BaseUri is null && MyInvocation.BoundParameters.ContainsKey(nameof(BaseUri)))
        {
            // The token would go to Intercom's own address.
            throw new ArgumentException("-BaseUri was given $null. Pass the address of a server, or leave -BaseUri out to use Intercom's own.");
        }
        var token = ParameterSetName == "Secret" ? FromVault() : Token is { Length: > 0 } given ? Plain(given) : Environment.GetEnvironmentVariable(IntercomConnections.TokenVariable)?.Trim() is { Length: > 0 } variable ? variable : Ask();
        var address = BaseUri ?? Regions.Address(Region);
        if (!address.IsAbsoluteUri || address.IsFile) throw new ArgumentException($"-BaseUri '{Redaction.Addresses(address.OriginalString)}' is no address of a server. Give the whole of it, such as https://api.eu.intercom.io/.");
        var client = new IntercomClient(new IntercomClientOptions { BaseUri = WithSlash(address), Token = token, ApiVersion = ApiVersion, Timeout = TimeSpan.FromSeconds(TimeoutSec), ShowPersonalData = ShowPersonalData });
        try
        {
            var me = Wait(client.SendAsync<Admin>(CommandPlan.RequestOf<GetAdminCommand>("Me"), Sink, Cancellation));
            WarnOfRegion(me?.App?.Region);
            return new IntercomConnection(Name ?? me?.App?.IdCode ?? "default", client, BaseUri is null ? Regions.Name(Region) : me?.App?.Region, address.IsLoopback, me);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private string FromVault()
    {
        if (InvokeCommand.GetCommand(GetSecret, CommandTypes.Cmdlet | CommandTypes.Function) is not { } command)
        {
            throw new NotConnectedException("-SecretName needs the module Microsoft.PowerShell.SecretManagement, which is not here. Install-PSResource Microsoft.PowerShell.SecretManagement, and a vault such as Microsoft.PowerShell.SecretStore; or give -Token, or set INTERCOM_TOKEN.");
        }
        object? secret;
        try
        {
            var vault = Vault is null ? "" : " -Vault $args[2]";
            secret = InvokeCommand.InvokeScript($"& $args[0] -Name $args[1]{vault} -ErrorAction Stop", command, SecretName, Vault).FirstOrDefault()?.BaseObject;
        }
        catch (RuntimeException failure) when (failure is not PipelineStoppedException)
        {
            throw new NotConnectedException($"The secret '{SecretName}' could not be fetched{(Vault is null ? "" : $" from the vault '{Vault}'")}: {(failure.ErrorRecord?.Exception ?? failure).Message.TrimEnd('.')}. Get-SecretInfo lists the names; Unlock-SecretStore opens a locked store.");
        }
        var token = secret switch { SecureString secure => Plain(secure), PSCredential credential => Plain(credential.Password), string text => text.Trim(), _ => "" };
        return token.Length > 0 ? token : throw new NotConnectedException($"The secret '{SecretName}' holds {(secret is null ? "nothing" : $"a {secret.GetType().Name}")}, but a token is wanted: Set-Secret {SecretName} -Secret (Read-Host -AsSecureString).");
    }

    private string Ask()
    {
        var token = Plain(AskHost());
        if (token.Length == 0) throw new NotConnectedException("No token was given. Paste the access token from Intercom's Developer Hub (Configure > Authentication), or set the environment variable INTERCOM_TOKEN.");
        return token;
    }

    private SecureString AskHost()
    {
        if (StopsAtPrompt) throw CannotPrompt();
        try
        {
            Host.UI.Write("Intercom access token: ");
            return Host.UI.ReadLineAsSecureString();
        }
        catch (Exception failure) when (failure is PSNotImplementedException or System.Management.Automation.Host.HostException or PSInvalidOperationException or NotSupportedException)
        {
            throw CannotPrompt();
        }
    }

    /// <summary>
    /// True where nobody can type and PowerShell's console host, asked for keys, stops the whole pipeline without an error: a scheduled script would end with exit code 0.
    /// On Windows it reads from the console itself, and says when there is none.
    /// </summary>
    private bool StopsAtPrompt => Host.Name == "ConsoleHost" && !RuntimeInformation.IsOSPlatform(OSPlatform.Windows) && Console.IsInputRedirected;

    private static NotConnectedException CannotPrompt()
    {
        var isEmpty = Environment.GetEnvironmentVariable(IntercomConnections.TokenVariable) is not null;
        return new NotConnectedException($"The environment variable {IntercomConnections.TokenVariable} is {(isEmpty ? "set but empty" : "not set")}, and this session cannot prompt for a token. "
            + (isEmpty ? "Check the secret that your job reads it from, or use -Token or -SecretName." : "Set it, use -Token or -SecretName, or try things without a token by -Sandbox."));
    }

    private void WarnOfRegion(string? actual)
    {
        if (BaseUri is null && actual is { Length: > 0 } && !string.Equals(actual, Regions.Name(Region), StringComparison.OrdinalIgnoreCase))
        {
            Warn($"The workspace is hosted in {actual}, but {Regions.Name(Region)} was called. It answers, with a detour; connect with -Region {actual.ToUpper(CultureInfo.InvariantCulture)}.");
        }
    }

    private static Uri WithSlash(Uri address) => address.AbsoluteUri.EndsWith("/", StringComparison.Ordinal) ? address : new Uri(address.AbsoluteUri + "/");

    private static string Plain(SecureString secret) => new NetworkCredential("", secret).Password.Trim();
}

/// <summary>Says what to do where somebody writes the token as text, which would stand in the history of the shell. The text itself is not repeated.</summary>
internal sealed class NoPlainTextAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if ((inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is not string) return inputData;
        // Connecting has failed, whichever of the two attributes the engine asks first.
        IntercomConnections.BeginConnecting();
        throw new ArgumentTransformationMetadataException("The token is wanted as a SecureString, for a text stays in the shell's history. Leave -Token out and it is asked for unseen; or give -Token (Read-Host -AsSecureString), -SecretName, or the environment variable INTERCOM_TOKEN. To try things without a token: -Sandbox.");
    }
}
