using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Gets a visitor of your website, who is not yet a contact. Intercom gives visitors by the user id of their browser only.</summary>
[Cmdlet(VerbsCommon.Get, "IntercomVisitor"), OutputType(typeof(Intercom.Visitor))]
[Operation("GET", "visitors")]
public sealed class GetVisitorCommand : IntercomReadCommand
{
    /// <summary>The user id that Intercom's Messenger made for the visitor's browser.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), ValidateNotNullOrEmpty, IntercomId("UserId"), Query("user_id")]
    public string? UserId { get; set; }
}
