using System.Net;

namespace Intercom.PowerShell;

/// <summary>Changes the IP allowlist: whether it is enabled, and which addresses may use the workspace.</summary>
/// <remarks>
/// When only one of -Enabled and -Address is specified, the other value is read first and sent again unchanged. While the allowlist is
/// enabled, addresses that are not on it are locked out, including yours. Intercom rejects a list without the address that it sees the
/// caller at. Before it sends an enabled list, this cmdlet rejects a list without any public address. It also rejects a list without the
/// address of -CallerAddress. -Force skips both checks.
/// </remarks>
/// <example>
/// <para>Shows what enabling the allowlist would do without changing anything.</para>
/// <code>Set-IntercomIPAllowlist -Enabled $true -CallerAddress 203.0.113.9 -WhatIf</code>
/// <outcome>$whatif.Count -eq 1 -and $writes.Count -eq 0</outcome>
/// </example>
/// <example>
/// <para>Adds an address to the allowlist without a confirmation prompt. The allowlist stays enabled or disabled as before.</para>
/// <code>
/// $addresses = @((Get-IntercomIPAllowlist).Addresses) + '198.51.100.7'
/// Set-IntercomIPAllowlist -Address $addresses `
///     -CallerAddress 198.51.100.7 -Confirm:$false -PassThru
/// </code>
/// <outcome>
/// Test-Same $output[0].Addresses '203.0.113.0/24', '198.51.100.7'
/// $output[0].Enabled -eq (Before { Get-IntercomIPAllowlist }).Enabled
/// </outcome>
/// </example>
/// <example>
/// <para>Enables the allowlist without a confirmation prompt. The caller's own address is on it.</para>
/// <code>
/// Set-IntercomIPAllowlist -Enabled $true `
///     -CallerAddress 203.0.113.9 -Confirm:$false
/// </code>
/// <outcome>
/// (Get-IntercomIPAllowlist).Enabled
/// Test-Same (Get-IntercomIPAllowlist).Addresses '203.0.113.0/24'
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomIPAllowlist", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(IPAllowlist))]
[Operation("PUT", "ip_allowlist")]
public sealed class SetIPAllowlistCommand : IntercomWriteCommand
{
    /// <summary>Whether only the addresses on the list may use the workspace.</summary>
    [Parameter, Body("enabled"), Truth]
    public bool? Enabled { get; set; }

    /// <summary>The complete list of addresses, and of ranges such as 203.0.113.0/24.</summary>
    [Parameter, AllowEmptyCollection, Alias("Addresses"), Body("ip_allowlist")]
    public string[]? Address { get; set; }

    /// <summary>The public address that you call from. It must be on the list when the allowlist is enabled.</summary>
    [Parameter]
    public IPAddress? CallerAddress { get; set; }

    /// <summary>Sends the list even when it would probably lock you out. Intercom still checks it.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the allowlist after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        if (Enabled is null && Address is null)
        {
            throw CommandErrors.NothingToChange("-Enabled, -Address or both");
        }
        foreach (var range in Address ?? []) AddressRange.Parse(range);
        var (force, caller) = (Force.IsPresent, CallerAddress);
        var state = Enabled is null ? "" : Enabled.Value ? ", enabled" : ", disabled";
        var change = state + (Address is null ? "" : $": {string.Join(", ", Address)}");
        // Intercom does not document whether a value that is not sent is kept, so both are always sent.
        return base.PlanWork(input).Select(work =>
            work.SentWhole(["enabled", "ip_allowlist"], check: force
                ? null : list => Check(list, caller)) with { Doing = $"Update {Wiring.Noun}{change}" });
    }

    private static void Check(JsonObject list, IPAddress? caller)
    {
        if (list["enabled"]?.ToString() != "true") return;
        var addresses = (list["ip_allowlist"] as JsonArray)?.Select(address => address?.ToString() ?? "").ToArray() ?? [];
        var ranges = addresses.Select(AddressRange.Parse).ToList();
        if (caller is not null && !ranges.Exists(range => range.Contains(caller)))
        {
            throw CommandErrors.CallerNotAllowed(caller.ToString(), addresses);
        }
        if (ranges.Exists(range => range.IsPublic)) return;
        throw CommandErrors.NoPublicAddress(addresses);
    }
}
