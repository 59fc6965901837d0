using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Gets the delivery status of WhatsApp messages, by message or for a set of messages.</summary>
/// <remarks>Other messages do not have a status.</remarks>
/// <example>
/// <para>Lists the messages of a set that were not delivered, and why.</para>
/// <code>
/// Get-IntercomMessageStatus -RulesetId 8801 |
///     Where-Object Status -eq failed | Get-IntercomMessageStatus
/// </code>
/// <outcome>$output.Count -eq 1 -and $output[0].Status -eq 'failed' -and "$($output[0].Error)" -match 'WhatsApp'</outcome>
/// </example>
/// <example>
/// <para>Counts the messages of a set by their status.</para>
/// <code>Get-IntercomMessageStatus -RulesetId 8801 | Group-Object Status</code>
/// <outcome>Test-Same $output.Name 'delivered', 'failed', 'read'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomMessageStatus", SupportsPaging = true), OutputType(typeof(MessageStatus))]
[Operation("GET", "messages/whatsapp/status", ParameterSet = "Message", Since = "2.16")]
[Operation("GET", "messages/status", ParameterSet = "Ruleset", Paging = PageShape.Cursor, Items = "events", PageSize = 100, Since = "2.16")]
public sealed class GetMessageStatusCommand : IntercomReadCommand
{
    /// <summary>The id of a message at WhatsApp.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), IntercomId("MessageId"), Selects("Message"), Query("message_id")]
    public string? MessageId { get; set; }

    /// <summary>The id of a set of messages, whose statuses are returned.</summary>
    [Parameter, Selects("Ruleset"), Query("ruleset_id"), Trim]
    public string? RulesetId { get; set; }

    /// <inheritdoc/>
    protected override object? Target => MessageId ?? RulesetId;

    /// <inheritdoc/>
    protected override IEnumerable<object> Output(object item)
    {
        if (OperationSet == "Ruleset") ((MessageStatus)item).RulesetId = RulesetId;
        yield return item;
    }
}
