namespace Intercom.PowerShell;

/// <summary>Gets the IP allowlist: whether it is enabled, and which addresses may use the workspace.</summary>
/// <example>
/// <para>Shows whether the allowlist is enabled, and its addresses.</para>
/// <code>Get-IntercomIPAllowlist</code>
/// <outcome>$output.Count -eq 1 -and -not $output[0].Enabled -and $output[0].Addresses -contains '203.0.113.0/24'</outcome>
/// </example>
/// <example>
/// <para>Shows only the addresses.</para>
/// <code>(Get-IntercomIPAllowlist).Addresses</code>
/// <outcome>Test-Same $output '203.0.113.0/24'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomIPAllowlist"), OutputType(typeof(IPAllowlist))]
[Operation("GET", "ip_allowlist")]
public sealed class GetIPAllowlistCommand : IntercomReadCommand;
