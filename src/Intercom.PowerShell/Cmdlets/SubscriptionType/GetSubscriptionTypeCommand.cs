using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>
/// Lists the workspace's subscription types, or those about which contacts have made a choice: the opt_out types that they opted OUT of, and the
/// opt_in types that they opted in to. A type that is not listed for a contact is in its default state.
/// </summary>
/// <example>
/// <para>Lists the kinds of messages that people can choose.</para>
/// <code>Get-IntercomSubscriptionType</code>
/// <outcome>Test-Same $output.Name 'Newsletter', 'Product news', 'Text messages'</outcome>
/// </example>
/// <example>
/// <para>Lists the choices of a contact: the opt_out types that it has left, and the opt_in types that it has joined.</para>
/// <code>Get-IntercomContact -ExternalId user-123 | Get-IntercomSubscriptionType</code>
/// <outcome>Test-Same $output.Name 'Newsletter', 'Text messages'</outcome>
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
