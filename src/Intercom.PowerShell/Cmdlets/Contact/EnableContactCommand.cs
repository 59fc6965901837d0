using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Brings archived contacts back. A blocked contact cannot be brought back through the API.</summary>
[Cmdlet(VerbsLifecycle.Enable, "IntercomContact", SupportsShouldProcess = true), OutputType(typeof(ContactStatus))]
[Operation("POST", "contacts/{ContactId}/unarchive", Retry = RetryClass.Idempotent)]
public sealed class EnableContactCommand : ContactActionCommand;
