namespace Intercom.PowerShell;

/// <summary>Lists when teammates paused and resumed the handling of conversations.</summary>
/// <example>
/// <para>Lists the pauses of a conversation.</para>
/// <code>
/// Get-IntercomConversation 100120 | Get-IntercomHandlingEvent |
///     Where-Object Type -eq paused
/// </code>
/// <outcome>$output | Test-Each { $_.Type -eq 'paused' -and $_.ConversationId -eq '100120' }</outcome>
/// </example>
/// <example>
/// <para>Counts the events of two conversations by teammate.</para>
/// <code>
/// Get-IntercomHandlingEvent 100119, 100120 |
///     Group-Object { $_.Teammate.Name } -NoElement
/// </code>
/// <outcome>($output | Measure-Object Count -Sum).Sum -eq 3 -and $output.Name -contains 'Ines Okafor'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomHandlingEvent"), OutputType(typeof(HandlingEvent))]
[Operation("GET", "conversations/{ConversationId}/handling_events", Items = "handling_events", Since = "2.15")]
public sealed class GetHandlingEventCommand : IntercomReadCommand
{
    /// <summary>The id of one or more conversations.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ConversationId")]
    public string[] ConversationId { get; set; } = [];

    /// <inheritdoc/>
    protected override IEnumerable<object> Output(object item)
    {
        ((HandlingEvent)item).ConversationId = ListedId;
        yield return item;
    }
}
