using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Blocks contacts: they can write no more, and their conversations are archived. The API cannot unblock them.</summary>
[Cmdlet(VerbsSecurity.Block, "IntercomContact", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High), OutputType(typeof(ContactStatus))]
[Operation("POST", "contacts/{ContactId}/block", Retry = RetryClass.Idempotent)]
public sealed class BlockContactCommand : ContactActionCommand;
