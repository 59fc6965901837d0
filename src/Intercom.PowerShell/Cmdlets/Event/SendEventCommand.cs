using System.Collections;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Sends events of contacts to Intercom.</summary>
/// <remarks>
/// Each event gets its time before the first attempt, so that Intercom recognizes a repeat after a broken connection as the same event.
/// Intercom's response is empty, so this cmdlet does not return anything.
/// </remarks>
/// <example>
/// <para>Sends an event for a contact who bought a plan.</para>
/// <code>
/// $data = @{ plan = 'premium'; price = 99 }
/// Get-IntercomContact -ExternalId user-1 |
///     Send-IntercomEvent purchased-plan -Metadata $data
/// </code>
/// <outcome>
/// $event = @(Get-IntercomEvent -ExternalId user-1)
/// $writes.Count -eq 1 -and $event.Count -eq 1 -and $event[0].EventName -eq 'purchased-plan'
/// "$($event[0].Metadata | ConvertTo-Json -Compress)" -match 'premium'
/// </outcome>
/// </example>
/// <example>
/// <para>Sends an event that happened yesterday, for a contact with this id in your own system.</para>
/// <code>
/// Send-IntercomEvent placed-order -ExternalId user-2 `
///     -CreatedAt (Get-Date).AddDays(-1) -Metadata @{ order_number = 'A-9' }
/// </code>
/// <outcome>
/// $event = @(Get-IntercomEvent -ExternalId user-2)
/// $event.Count -eq 1 -and
///     [math]::Abs(((Get-Date).AddDays(-1).ToUniversalTime() - $event[0].CreatedAt.ToUniversalTime()).TotalMinutes) -lt 5
/// </outcome>
/// </example>
[Cmdlet(VerbsCommunications.Send, "IntercomEvent", SupportsShouldProcess = true)]
[Alias("Track-IntercomEvent")]
[Operation("POST", "events", Retry = RetryClass.Idempotent, Returns = typeof(object))]
public sealed class SendEventCommand : IntercomWriteCommand
{
    private const int MostKeys = 10;

    /// <summary>The name of the event: a verb in the past tense and a noun, such as placed-order.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), Alias("Name"), ValidateNotNullOrEmpty]
    [Body("event_name"), ArgumentCompleter(typeof(EventNameCompleter)), Trim]
    public string? EventName { get; set; }

    /// <summary>The contact's id.</summary>
    [Parameter(ValueFromPipeline = true), IntercomId("ContactId"), Body("id"), Selects(nameof(ContactId), IsOneObject = true)]
    public string? ContactId { get; set; }

    /// <summary>The contact's id in your own system.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("UserId"), Body("user_id"), Trim]
    [Selects(nameof(ExternalId), IsOneObject = true)]
    public string? ExternalId { get; set; }

    /// <summary>The contact's email address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("email"), Trim]
    [Selects(nameof(Email), IsOneObject = true)]
    public string? Email { get; set; }

    /// <summary>
    /// When the event happened. The default is now. Intercom counts two events of one contact with the same name and second as one event.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("created_at"), DateInput]
    public DateTime CreatedAt { get; set; }

    /// <summary>
    /// Up to ten values about the event: @{ plan = 'premium'; price = 99 }. Values can be text, numbers, dates, money such as @{ amount =
    /// 9900; currency = 'eur' }, or links such as @{ url = ...; value = ... }.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("metadata"), Table]
    public Hashtable? Metadata { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        if (!input.Has(nameof(CreatedAt))) CreatedAt = Session.Client.Time.GetUtcNow().UtcDateTime;
        if (string.IsNullOrWhiteSpace(EventName))
        {
            throw CommandErrors.BlankEventName();
        }
        Session.KeepEventName(EventName);
        if (Metadata is not null) LookAt(Metadata);
        var contact = input.ParameterSet == nameof(ContactId) ? Wiring.ResourceOf(nameof(ContactId), ContactId, input.Piped)
            : new ApiResource("contact", input.ParameterSet == nameof(ExternalId) ? ExternalId : Email);
        return base.PlanWork(input.Supply(nameof(CreatedAt), CreatedAt))
            .Select(work => work with { Doing = $"Send event {EventName} of {contact}" });
    }

    private void LookAt(Hashtable metadata)
    {
        if (metadata.Count > MostKeys) Warn(
            $"The event '{EventName}' has {metadata.Count} metadata keys. Intercom keeps {MostKeys} and drops the rest without an error.");
        foreach (DictionaryEntry entry in metadata)
        {
            if (WireBody.Unwrap(entry.Value) is IDictionary nested && !IsMoneyOrLink(nested))
            {
                Warn($"The metadata key '{entry.Key}' is nested. Intercom accepts only flat values, money (amount, currency) and links "
                    + "(url, value).");
            }
        }
    }

    private static bool IsMoneyOrLink(IDictionary nested) => nested.Keys.Cast<object>()
        .All(key => key is "amount" or "currency" or "url" or "value");
}
