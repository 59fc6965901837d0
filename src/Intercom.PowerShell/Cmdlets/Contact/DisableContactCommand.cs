using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Archives contacts: they are out of sight, and Enable-IntercomContact brings them back.</summary>
[Cmdlet(VerbsLifecycle.Disable, "IntercomContact", SupportsShouldProcess = true), Alias("Archive-IntercomContact"), OutputType(typeof(ContactStatus))]
[Operation("POST", "contacts/{ContactId}/archive", Retry = RetryClass.Idempotent)]
public sealed class DisableContactCommand : ContactActionCommand;
