namespace Intercom.PowerShell;

/// <summary>Lists the addresses from which the workspace sends email, or gets them by id or address.</summary>
/// <example>
/// <para>Lists the addresses that are not verified.</para>
/// <code>Get-IntercomEmailSetting | Where-Object Verified -eq $false</code>
/// <outcome>Test-Same $output.Email 'news@fernway.example'</outcome>
/// </example>
/// <example>
/// <para>Shows when Intercom last received email that was sent to an address.</para>
/// <code>
/// Get-IntercomEmailSetting support@sandbox.example |
///     Select-Object ForwardingEnabled, ForwardedEmailLastReceivedAt
/// </code>
/// <outcome>$output[0].ForwardingEnabled -and $output[0].ForwardedEmailLastReceivedAt -lt (Get-Date)</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomEmailSetting"), OutputType(typeof(EmailSetting))]
[Operation("GET", "emails", ParameterSet = "List", Items = "data", Since = "2.15")]
[Operation("GET", "emails/{EmailSettingId}", ParameterSet = "Id", Since = "2.15")]
public sealed class GetEmailSettingCommand : NamedReadCommand
{
    /// <summary>The id or email address of one or more sender addresses. An address can contain wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("EmailSettingId"), Selects("Id")]
    [SupportsWildcards, OrNameOf(typeof(EmailSetting)), ArgumentCompleter(typeof(IdCompleter))]
    public string[] EmailSettingId { get; set; } = [];

    /// <summary>Returns only sender addresses with this email address. Wildcards are allowed.</summary>
    [Parameter, OnlyFor("List"), Alias("Email"), SupportsWildcards, ArgumentCompleter(typeof(NameCompleter<EmailSetting>))]
    public override string[] Name { get; set; } = [];
}
