using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Text.Json.Nodes;

namespace Intercom.PowerShell;

/// <summary>Changes the internet addresses from which the workspace may be used, and whether the list holds.</summary>
/// <remarks>
/// Of the two, what is not given is read first and sent again as it is.
/// Whoever is not on a list that holds is locked out, the caller included. Intercom refuses a list without the address that it sees the caller at;
/// a list on which no public address stands is refused before it is sent, and so is one without the address of -CallerAddress, unless -Force is given.
/// </remarks>
/// <example>
/// <para>Shows what enabling the allowlist would do, and changes nothing.</para>
/// <code>Set-IntercomIPAllowlist -Enabled $true -CallerAddress 203.0.113.9 -WhatIf</code>
/// <outcome>$whatif.Count -eq 1 -and $writes.Count -eq 0</outcome>
/// </example>
/// <example>
/// <para>Adds an address to the list, without asking. Whether the list is enabled stays as it is.</para>
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
/// <para>Enables the allowlist, without asking. The caller's own address is on it.</para>
/// <code>
/// Set-IntercomIPAllowlist -Enabled $true `
///     -CallerAddress 203.0.113.9 -Confirm:$false
/// </code>
/// <outcome>
/// (Get-IntercomIPAllowlist).Enabled
/// Test-Same (Get-IntercomIPAllowlist).Addresses '203.0.113.0/24'
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomIPAllowlist", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High), OutputType(typeof(IPAllowlist))]
[Operation("PUT", "ip_allowlist")]
public sealed class SetIPAllowlistCommand : IntercomWriteCommand
{
    /// <summary>Whether only the addresses of the list may use the workspace.</summary>
    [Parameter, Body("enabled"), Truth]
    public bool? Enabled { get; set; }

    /// <summary>The whole list: addresses, and ranges of them such as 203.0.113.0/24.</summary>
    [Parameter, AllowEmptyCollection, Alias("Addresses"), Body("ip_allowlist")]
    public string[]? Address { get; set; }

    /// <summary>The public address that you call from; it must be on a list that holds.</summary>
    [Parameter]
    public IPAddress? CallerAddress { get; set; }

    /// <summary>Sends the list also when it looks as if it would lock the caller out. Intercom still checks it.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives the list as it is now.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        if (Enabled is null && Address is null) throw new ArgumentException("Nothing to change was given. Give -Enabled, -Address or both.");
        foreach (var range in Address ?? []) AddressRange.Parse(range);
        var (force, caller) = (Force.IsPresent, CallerAddress);
        var change = $"{(Enabled is null ? "" : Enabled.Value ? ", enabled" : ", disabled")}{(Address is null ? "" : $": {string.Join(", ", Address)}")}";
        // Intercom does not say whether a half that is not sent stays as it is, so both are always sent.
        return base.PlanWork(input).Select(work =>
            work.SentWhole(["enabled", "ip_allowlist"], check: force ? null : list => Check(list, caller)) with { Doing = $"Update {Wiring.Noun}{change}" });
    }

    private static void Check(JsonObject list, IPAddress? caller)
    {
        if (list["enabled"]?.ToString() != "true") return;
        var addresses = (list["ip_allowlist"] as JsonArray)?.Select(address => address?.ToString() ?? "").ToArray() ?? [];
        var ranges = addresses.Select(AddressRange.Parse).ToList();
        if (caller is not null && !ranges.Exists(range => range.Contains(caller))) throw new ArgumentException($"{caller} is not on the list ({string.Join(", ", addresses)}): the list would lock you out. Add it, or give -Force.");
        if (ranges.Exists(range => range.IsPublic)) return;
        throw new ArgumentException((addresses.Length == 0 ? "The list is empty" : $"No public address is on the list ({string.Join(", ", addresses)})") + ", and it holds: it would lock everybody out, you included. Give the public address that you call from, or -Force.");
    }
}
