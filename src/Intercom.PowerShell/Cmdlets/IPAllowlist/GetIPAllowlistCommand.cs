using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Gets the internet addresses from which the workspace may be used, and whether the list holds.</summary>
/// <example>
/// <para>Shows the list.</para>
/// <code>Get-IntercomIPAllowlist</code>
/// </example>
/// <example>
/// <para>Shows the addresses alone.</para>
/// <code>(Get-IntercomIPAllowlist).Addresses</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomIPAllowlist"), OutputType(typeof(IPAllowlist))]
[Operation("GET", "ip_allowlist")]
public sealed class GetIPAllowlistCommand : IntercomReadCommand;
