namespace Intercom.PowerShell;

/// <summary>Removes a contact's choice about a subscription type.</summary>
/// <remarks>Removing an opt_out type allows its messages again. Removing an opt_in type stops its messages.</remarks>
/// <example>
/// <para>Lets a contact who opted out of the newsletter receive it again.</para>
/// <code>
/// Get-IntercomContact -ExternalId user-1 |
///     Remove-IntercomContactSubscription Newsletter
/// </code>
/// <outcome>$writes.Count -eq 1 -and -not (Get-IntercomContact -ExternalId user-1 | Get-IntercomSubscriptionType)</outcome>
/// </example>
/// <example>
/// <para>Removes every choice that a contact has made.</para>
/// <code>
/// $contact = Get-IntercomContact -ExternalId user-123
/// $contact | Get-IntercomSubscriptionType | ForEach-Object {
///     $contact | Remove-IntercomContactSubscription $_
/// }
/// </code>
/// <outcome>$writes.Count -eq 2 -and -not ($contact | Get-IntercomSubscriptionType)</outcome>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomContactSubscription", SupportsShouldProcess = true), OutputType(typeof(Intercom.Contact))]
[Operation("DELETE", "contacts/{ContactId}/subscriptions/{SubscriptionTypeId}", Returns = typeof(Intercom.SubscriptionType))]
public sealed class RemoveContactSubscriptionCommand : ContactSubscriptionCommand
{
    /// <summary>The subscription type, by name, by id or as an object.</summary>
    [Parameter(Mandatory = true, Position = 0), IntercomId("SubscriptionTypeId"), NameOf(typeof(SubscriptionType), NumbersAreIds = true)]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string? SubscriptionTypeId { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) =>
        base.PlanWork(input).Select(work => work with { Doing = $"Remove subscription type {SubscriptionTypeId} from {work.Resource}" });
}
