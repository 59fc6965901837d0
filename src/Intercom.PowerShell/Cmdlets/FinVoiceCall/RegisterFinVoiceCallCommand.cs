using System.Collections;

namespace Intercom.PowerShell;

/// <summary>Registers a telephone call of your telephone system, so that Fin Voice can take part.</summary>
/// <remarks>
/// Intercom rejects a second registration of the same call. After an interrupted request, read the call with Get-IntercomFinVoiceCall
/// -ExternalCallId before you repeat it.
/// </remarks>
/// <example>
/// <para>Registers a call.</para>
/// <code>Register-IntercomFinVoiceCall '+353 87 000 0013' call-77</code>
/// <outcome>$output[0].ExternalCallId -eq 'call-77' -and $output[0].UserPhoneNumber -eq '+353870000013' -and $writes.Count -eq 1</outcome>
/// </example>
/// <example>
/// <para>Registers a call of Zoom Phone with details of its own, and reads it again.</para>
/// <code>
/// $null = Register-IntercomFinVoiceCall +353870000013 call-78 `
///     -Source zoom_phone -Data @{ queue = 'billing' }
/// Get-IntercomFinVoiceCall -ExternalCallId call-78
/// </code>
/// <outcome>$output[0].ExternalCallId -eq 'call-78' -and $output[0].Status -eq 'in-progress'</outcome>
/// </example>
[Cmdlet(VerbsLifecycle.Register, "IntercomFinVoiceCall", SupportsShouldProcess = true), OutputType(typeof(FinVoiceCall))]
[Operation("POST", "fin_voice/register", Since = "2.15")]
public sealed class RegisterFinVoiceCallCommand : IntercomWriteCommand
{
    /// <summary>The caller's telephone number in E.164 format: a plus sign, the country code and the number.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Trim]
    [Body("phone_number")]
    public string? PhoneNumber { get; set; }

    /// <summary>The id of the call in your telephone system.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true), Alias("CallId"), ValidateNotNullOrEmpty, Trim]
    [Body("call_id")]
    public string? ExternalCallId { get; set; }

    /// <summary>The telephone system: aws_connect (default), five9 or zoom_phone.</summary>
    [Parameter, FromRow, OneOf("aws_connect", "five9", "zoom_phone")]
    [ArgumentCompleter(typeof(VoiceSourceCompleter)), Body("source")]
    public string? Source { get; set; }

    /// <summary>Details of the call, such as @{ queue = 'billing' }.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("data"), Table]
    public Hashtable? Data { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        PhoneNumber = Intercom.PowerShell.PhoneNumber.Plain(PhoneNumber!);
        return base.PlanWork(input).Select(work => work with { Doing = $"Register Fin voice call {ExternalCallId} of {PhoneNumber}" });
    }
}

/// <summary>Completes the telephone systems.</summary>
internal sealed class VoiceSourceCompleter() : WordCompleter("aws_connect", "five9", "zoom_phone");
