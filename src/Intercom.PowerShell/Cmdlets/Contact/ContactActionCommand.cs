namespace Intercom.PowerShell;

/// <summary>The parameters that the cmdlets to archive, unarchive and block contacts share.</summary>
public abstract class ContactActionCommand : IntercomWriteCommand
{
    /// <summary>The id of one or more contacts.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ContactId")]
    public string[] ContactId { get; set; } = [];

    /// <summary>Returns the status of the contact after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
