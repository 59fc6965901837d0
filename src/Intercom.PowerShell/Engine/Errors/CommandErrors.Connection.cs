namespace Intercom.PowerShell;

/// <content>Connections, tokens and addresses.</content>
internal static partial class CommandErrors
{
    public static NotConnectedException NotConnected(string why, string remedy) =>
        NoConnection("not_connected", $"Not connected to Intercom: {why}.", remedy);

    public static NotConnectedException NeverConnected(string variable) => NoConnection(
        "not_connected",
        "Not connected to Intercom.",
        $"Run Connect-Intercom, which prompts for the access token, or set the environment variable {variable}. "
            + "Create a token in Intercom's Developer Hub under Configure > Authentication. "
            + "To work without a token, use Connect-Intercom -Sandbox.");

    public static NotConnectedException EmptyTokenVariable(string variable) => NoConnection(
        "empty_token_variable",
        $"Not connected to Intercom: the environment variable {variable} is set but empty.",
        "Check the secret that your job reads it from, or run Connect-Intercom, which prompts for the token.");

    public static NotConnectedException CannotPrompt(string variable, bool isEmpty) => NoConnection(
        isEmpty ? "empty_token_variable" : "cannot_prompt",
        $"The environment variable {variable} is {(isEmpty ? "set but empty" : "not set")}, and this session cannot prompt for a token.",
        isEmpty ? "Check the secret that your job reads it from, or use -Token or -SecretName."
            : "Set it, use -Token or -SecretName, or use -Sandbox to work without a token.");

    public static NotConnectedException EmptyToken() => NoConnection(
        "empty_token",
        "-Token is empty.",
        "Check where your script reads the token from, or omit -Token to use the environment variable INTERCOM_TOKEN.");

    public static NotConnectedException NoTokenEntered() => NoConnection(
        "no_token_entered",
        "No token was entered.",
        "Paste the access token from Intercom's Developer Hub (Configure > Authentication), "
            + "or set the environment variable INTERCOM_TOKEN.");

    public static NotConnectedException NoSecretManagement() => NoConnection(
        "no_secret_management",
        "-SecretName requires the module Microsoft.PowerShell.SecretManagement, which is not installed.",
        "Run Install-PSResource Microsoft.PowerShell.SecretManagement and register a vault, or use -Token or INTERCOM_TOKEN.");

    public static NotConnectedException UnreadableSecret(string name, string? vault, string reason) => NoConnection(
        "unreadable_secret",
        $"The secret '{name}' cannot be read{(vault is null ? "" : $" from the vault '{vault}'")}: {reason.TrimEnd('.')}.",
        "Get-SecretInfo lists the secrets. Unlock-SecretStore unlocks a locked store.");

    public static NotConnectedException NotATokenSecret(string name, string found) => NoConnection(
        "not_a_token_secret",
        $"The secret '{name}' is {found}.",
        $"Store the token with Set-Secret {name} -Secret (Read-Host -AsSecureString).");

    public static ArgumentException SandboxPort(int port, string reason, Exception? inner) => Invalid(
        "sandbox_port",
        $"The sandbox cannot listen on port {port}: {reason.TrimEnd('.')}.",
        "Specify another -Port, or omit -Port to use a free one.",
        inner);

    public static ArgumentException SandboxClock(DateTime time, DateTime now) => Invalid(
        "sandbox_clock",
        FormattableString.Invariant(
            $"The clock of the sandbox is at {now:yyyy-MM-dd HH:mm:ss} and cannot move to {time:yyyy-MM-dd HH:mm:ss}."),
        "Set a later time up to the year 2200, or start another sandbox.");

    public static ArgumentException NoBaseUri() => Invalid(
        "no_base_uri",
        "-BaseUri is $null.",
        "Pass the address of a server, or omit -BaseUri to connect to Intercom.");

    public static ArgumentException NotAServer(string address) => Invalid(
        "not_a_server",
        $"-BaseUri '{address}' is not the address of a server.",
        "Pass a complete address, such as https://api.eu.intercom.io/.");

    public static ArgumentException UnknownRegion(string region, IEnumerable<string> regions) => Invalid(
        "unknown_region",
        $"'{region}' is not a region of Intercom.",
        $"Use one of {string.Join(", ", regions)}.");

    public static ArgumentException TokenWithoutAdmin() => Invalid(
        "token_without_admin",
        "The token does not belong to an admin, so the acting admin is not known.",
        "Specify -AdminId. Get-IntercomAdmin lists the admins.");

    public static ArgumentException UnknownWorkspace() => Invalid(
        "unknown_workspace",
        "Intercom did not return the workspace that the token belongs to.",
        "Specify -AppId.");

    public static NameNotFoundException ConnectionNotFound(string name, IReadOnlyCollection<string> known) => NotFound(
        "connection_not_found",
        $"There is no connection named '{name}'.",
        known.Count == 0 ? "Run Connect-Intercom to create one." : $"The connections are {string.Join(", ", known)}.");

    public static NameNotFoundException NoSuchConnection(string name) => NotFound(
        "connection_not_found",
        $"There is no connection named '{name}'.",
        "Get-IntercomConnection lists the connections.");

    public static ArgumentException InvalidRequestPath(string path) => Invalid(
        "invalid_path",
        $"The path '{path}' leads to another operation than it names.",
        "Write the path below the host without '.', '..' and '//': contacts/63a1.");

    public static ArgumentException NotAQueryValue(string name, bool isNull) => Invalid(
        "not_a_query_value",
        isNull ? $"-Query has no value for '{name}'." : $"-Query has a list or an object for '{name}'.",
        isNull ? "Set the value, or omit the key." : "Pass one text or number, such as 'a,b'.");

    /// <summary>-Region beside -BaseUri, which has no region.</summary>
    /// <param name="region">The region.</param>
    public static ArgumentException RegionWithBaseUri(string region) => Invalid(
        "region_with_base_uri",
        $"-Region {region} has no effect with -BaseUri, which is called as it is.",
        "Omit one of them.");

    public static ArgumentException OtherHost(string path, string host) => Invalid(
        "other_host",
        $"'{path}' is not on {host}, so the token is not sent there.",
        "Specify only the path.");

    public static ArgumentException BodyWithGet() => Invalid(
        "body_with_get",
        "-Body cannot be sent with GET, because Intercom does not accept a body there.",
        "Use -Query for the values, or another method.");

    public static ArgumentException InvalidBody(Exception reason) => Invalid(
        "invalid_body",
        $"-Body is not JSON: {Reason(reason)}.",
        "Specify JSON text, or a hashtable.",
        reason);

    private static NotConnectedException NoConnection(string code, string problem, string remedy) => new(new Fault(code, problem, remedy));
}
