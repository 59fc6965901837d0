using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>What the cmdlets that archive, unarchive and block contacts share.</summary>
public abstract class ContactActionCommand : IntercomWriteCommand
{
    /// <summary>The contact's id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ContactId")]
    public string[] ContactId { get; set; } = [];

    /// <summary>Gives what became of the contact.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
