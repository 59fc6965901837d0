using System.Text.Json.Serialization;

namespace Intercom;

/// <summary>The internet addresses from which the workspace may be used.</summary>
public sealed class IPAllowlist : IntercomObject
{
    /// <summary>True when only these addresses may.</summary>
    public bool? Enabled { get; set; }

    /// <summary>The addresses, and ranges of them in CIDR notation.</summary>
    [JsonPropertyName("ip_allowlist")]
    public ItemList<string>? Addresses { get; set; }

    /// <summary>Whether the list is enabled, and its addresses.</summary>
    public override string ToString() => $"{(Enabled == true ? "enabled" : "disabled")}: {Addresses}";
}
