using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>What the cmdlets that change a contact's choice about a subscription type share.</summary>
public abstract class ContactSubscriptionCommand : IntercomWriteCommand
{
    /// <summary>The contact's id.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true), IntercomId("ContactId")]
    public string[] ContactId { get; set; } = [];

    /// <summary>Gives the contact, read afresh.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) => base.PlanWork(input).Select(work => work.ThenRead<GetContactCommand>(typeof(Intercom.Contact)));
}
