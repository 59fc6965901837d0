using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Takes back a contact's choice about a subscription type: removing an opt_out type lets the messages through again, removing an opt_in type stops them.</summary>
/// <example>
/// <para>Lets the newsletter through again to a contact that had opted out of it.</para>
/// <code>
/// $contact = Get-IntercomContact -ExternalId user-1
/// $contact | Remove-IntercomContactSubscription 301
/// </code>
/// </example>
/// <example>
/// <para>Takes back every choice that a contact has made.</para>
/// <code>
/// $contact = Get-IntercomContact -ExternalId user-1
/// $contact | Get-IntercomSubscriptionType | ForEach-Object { $contact | Remove-IntercomContactSubscription $_ }
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomContactSubscription", SupportsShouldProcess = true), OutputType(typeof(Intercom.Contact))]
[Operation("DELETE", "contacts/{ContactId}/subscriptions/{SubscriptionTypeId}", Returns = typeof(Intercom.SubscriptionType))]
public sealed class RemoveContactSubscriptionCommand : ContactSubscriptionCommand
{
    /// <summary>The subscription type, by name, by id or as an object.</summary>
    [Parameter(Mandatory = true, Position = 0), IntercomId("SubscriptionTypeId"), NameOf(NameKind.SubscriptionType, NumbersAreIds = true), ArgumentCompleter(typeof(IdCompleter))]
    public string? SubscriptionTypeId { get; set; }
}
