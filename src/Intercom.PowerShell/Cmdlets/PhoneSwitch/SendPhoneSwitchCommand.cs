using System.Collections;

namespace Intercom.PowerShell;

/// <summary>Sends callers a text message with a link to the Messenger, where they can continue.</summary>
/// <example>
/// <para>Sends a caller a text message with a link to the Messenger.</para>
/// <code>Send-IntercomPhoneSwitch '+353 87 123 4567'</code>
/// <outcome>$writes.Count -eq 1 -and $output[0].Phone -replace '[^+\d]' -eq '+353871234567'</outcome>
/// </example>
/// <example>
/// <para>Sends the text message, and sets a custom attribute of the caller.</para>
/// <code>Send-IntercomPhoneSwitch +353871234567 -CustomAttribute @{ plan = 'pro' }</code>
/// <outcome>$writes.Count -eq 1 -and $output[0].Phone -replace '[^+\d]' -eq '+353871234567'</outcome>
/// </example>
[Cmdlet(VerbsCommunications.Send, "IntercomPhoneSwitch", SupportsShouldProcess = true), OutputType(typeof(PhoneSwitch))]
[Operation("POST", "phone_call_redirects")]
public sealed class SendPhoneSwitchCommand : IntercomWriteCommand
{
    /// <summary>The telephone number in E.164 format: a plus sign, the country code and the number.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty]
    [Body("phone"), Trim]
    public string? Phone { get; set; }

    /// <summary>Custom attributes of the user or lead with this number, by name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("CustomAttributes"), Body("custom_attributes"), AttributesOf("contact")]
    [ArgumentCompleter(typeof(AttributeTableCompleter)), Table]
    public Hashtable? CustomAttribute { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        PhoneNumber.Check(Phone!);
        return base.PlanWork(input).Select(work => work with { Doing = $"Send phone switch by text message to {Phone}" });
    }
}
