namespace Intercom.PowerShell;

/// <summary>The parameters that the cmdlets for a contact's subscriptions share.</summary>
public abstract class ContactSubscriptionCommand : IntercomWriteCommand
{
    /// <summary>The id of one or more contacts.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true), IntercomId("ContactId")]
    public string[] ContactId { get; set; } = [];

    /// <summary>Returns the contact, read again after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) => base.PlanWork(input)
        .Select(work => work.ThenRead<GetContactCommand>(typeof(Intercom.Contact)));
}
