using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>
/// Lists the workspace's subscription types, or those about which contacts have made a choice: the opt_out types that they opted OUT of, and the
/// opt_in types that they opted in to. A type that is not listed for a contact is in its default state.
/// </summary>
/// <example>
/// <para>Lists what the workspace sends and people can choose about.</para>
/// <code>Get-IntercomSubscriptionType</code>
/// </example>
/// <example>
/// <para>Lists the choices of a contact: the kinds opt_out that it is out of, and the kinds opt_in that it is in.</para>
/// <code>Get-IntercomContact -ExternalId user-1 | Get-IntercomSubscriptionType</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomSubscriptionType", DefaultParameterSetName = "List"), OutputType(typeof(Intercom.SubscriptionType))]
[Operation("GET", "subscription_types", ParameterSet = "List", Items = "data")]
[Operation("GET", "contacts/{ContactId}/subscriptions", ParameterSet = "Contact", Items = "data")]
public sealed class GetSubscriptionTypeCommand : IntercomReadCommand
{
    /// <summary>The contacts whose choices are listed. An opt_out type in this list means that the contact gets no such messages.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Contact", ValueFromPipeline = true), IntercomId("ContactId")]
    public string[] ContactId { get; set; } = [];
}
