namespace Intercom.PowerShell;

/// <summary>Reports how many times an event of a contact happened, without sending each event.</summary>
/// <remarks>
/// A report is never sent twice, because Intercom would count it twice. Intercom's response is empty, so this cmdlet does not return
/// anything.
/// </remarks>
/// <example>
/// <para>Reports that a contact has placed twelve orders so far, the last one just now.</para>
/// <code>
/// Send-IntercomEventSummary placed-order 12 -ExternalId user-1 `
///     -Last (Get-Date)
/// </code>
/// <outcome>$writes.Count -eq 1 -and (Get-IntercomEvent -ExternalId user-1 -Summary).Count -eq 12</outcome>
/// </example>
/// <example>
/// <para>Imports counts from CSV rows.</para>
/// <code>
/// $counts = @'
/// ExternalId,EventName,Count
/// user-1,login,40
/// user-2,login,3
/// '@ | ConvertFrom-Csv
/// $counts | Send-IntercomEventSummary
/// </code>
/// <outcome>
/// $writes.Count -eq 2
/// (Get-IntercomEvent -ExternalId user-1 -Summary | Where-Object Name -eq login).Count -eq 40
/// (Get-IntercomEvent -ExternalId user-2 -Summary | Where-Object Name -eq login).Count -eq 3
/// </outcome>
/// </example>
[Cmdlet(VerbsCommunications.Send, "IntercomEventSummary", SupportsShouldProcess = true)]
[Operation("POST", "events/summaries", Returns = typeof(object))]
public sealed class SendEventSummaryCommand : IntercomWriteCommand
{
    /// <summary>The name of the event: a verb in the past tense and a noun, such as placed-order.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty]
    [Body("event_summaries.event_name"), ArgumentCompleter(typeof(EventNameCompleter)), Trim]
    public string? EventName { get; set; }

    /// <summary>How many times the event happened, at least 1.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true), Body("event_summaries.count"), WholeNumber]
    public int? Count { get; set; }

    /// <summary>When the event first happened.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("event_summaries.first"), DateInput]
    public DateTime? First { get; set; }

    /// <summary>When the event last happened.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("event_summaries.last"), DateInput]
    public DateTime? Last { get; set; }

    /// <summary>The contact's id in your own system.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true), Alias("UserId"), ValidateNotNullOrEmpty, IntercomId("ExternalId")]
    [Body("user_id")]
    public string? ExternalId { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        if (string.IsNullOrWhiteSpace(EventName))
        {
            throw CommandErrors.BlankEventName();
        }
        if (Count is null or < 1)
        {
            throw CommandErrors.InvalidEventCount(Count?.ToString(), EventName!);
        }
        if (input.Has(nameof(First)) && input.Has(nameof(Last)) && First > Last)
        {
            throw CommandErrors.ReversedRange(nameof(First), First!.Value, nameof(Last), Last!.Value);
        }
        return base.PlanWork(input).Select(
            work => work with { Doing = $"Send event summary {EventName} ({Count} times) of user {ExternalId}" });
    }
}
