namespace Intercom.PowerShell;

/// <summary>Gets telephone calls of Fin Voice by id, telephone number or conversation.</summary>
/// <remarks>Intercom returns a registered call only after it was matched with the call itself.</remarks>
/// <example>
/// <para>Gets the call that your telephone system calls call-1.</para>
/// <code>Get-IntercomFinVoiceCall -ExternalCallId call-1</code>
/// <outcome>$output[0].ExternalCallId -eq 'call-1' -and $output[0].CallSummary -match 'invoice'</outcome>
/// </example>
/// <example>
/// <para>Gets the latest call of a telephone number, and the conversation that it belongs to.</para>
/// <code>
/// $call = Get-IntercomFinVoiceCall -PhoneNumber '+353 87 000 0012'
/// Get-IntercomConversation $call.IntercomConversationId
/// </code>
/// <outcome>$output.Count -eq 1 -and $output[0].Id -eq $call.IntercomConversationId</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomFinVoiceCall"), OutputType(typeof(FinVoiceCall))]
[Operation("GET", "fin_voice/collect/{FinVoiceCallId}", ParameterSet = "Id", Since = "2.15")]
[Operation("GET", "fin_voice/external_id/{ExternalCallId}", ParameterSet = "ExternalCallId", Since = "2.15")]
[Operation("GET", "fin_voice/phone_number/{PhoneNumber}", ParameterSet = "PhoneNumber", Since = "2.15")]
[Operation("GET", "fin_voice/conversation/{ConversationId}", ParameterSet = "Conversation", Items = "data", Since = "2.15")]
public sealed class GetFinVoiceCallCommand : IntercomReadCommand
{
    /// <summary>The id of one or more calls of Fin Voice.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("FinVoiceCallId", IsNumber = true), Selects("Id")]
    public string[] FinVoiceCallId { get; set; } = [];

    /// <summary>The id of one or more calls in your telephone system.</summary>
    [Parameter, Alias("CallId"), Selects("ExternalCallId"), Trim]
    public string[] ExternalCallId { get; set; } = [];

    /// <summary>One or more telephone numbers in E.164 format. For each, the latest call is returned.</summary>
    [Parameter, Selects("PhoneNumber"), Trim]
    public string[] PhoneNumber { get; set; } = [];

    /// <summary>The ids of conversations, whose calls are returned.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), IntercomId("ConversationId"), Selects("Conversation")]
    public string[] ConversationId { get; set; } = [];

    /// <inheritdoc/>
    private protected override void ReadInput(OperationAttribute operation, IReadOnlyDictionary<string, object?> bound)
    {
        if (OperationSet == nameof(PhoneNumber)) PhoneNumber = [.. PhoneNumber.Select(Intercom.PowerShell.PhoneNumber.Plain)];
        base.ReadInput(operation, bound);
    }
}
