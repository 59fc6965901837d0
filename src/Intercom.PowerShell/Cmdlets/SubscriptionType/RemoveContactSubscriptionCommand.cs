using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Takes back a contact's choice about a subscription type: removing an opt_out type lets the messages through again, removing an opt_in type stops them.</summary>
[Cmdlet(VerbsCommon.Remove, "IntercomContactSubscription", SupportsShouldProcess = true), OutputType(typeof(Intercom.Contact))]
[Operation("DELETE", "contacts/{ContactId}/subscriptions/{SubscriptionTypeId}", Returns = typeof(Intercom.SubscriptionType))]
public sealed class RemoveContactSubscriptionCommand : ContactSubscriptionCommand
{
    /// <summary>The subscription type, by id or as an object.</summary>
    [Parameter(Mandatory = true, Position = 0), IntercomId("SubscriptionTypeId")]
    public string? SubscriptionTypeId { get; set; }
}
