using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Intercom.Http;

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
    protected override Func<ApiRequest, CancellationToken, Task<object?>> Sending(OperationAttribute operation, IReadOnlyDictionary<string, object?> bound) =>
        SendingThenReading<GetContactCommand>(operation, typeof(Intercom.Contact));
}
