namespace Intercom;

/// <summary>A brand of the workspace.</summary>
public sealed class Brand : IntercomObject
{
    /// <summary>Intercom's id of the brand. That of the default brand is the id of the workspace.</summary>
    public string? Id { get; set; }

    /// <summary>The name that customers see.</summary>
    public string? Name { get; set; }

    /// <summary>True for the workspace's default brand.</summary>
    public bool? IsDefault { get; set; }

    /// <summary>The id of the brand's help center.</summary>
    public string? HelpCenterId { get; set; }

    /// <summary>The id of the brand's default sender address.</summary>
    public string? DefaultAddressSettingsId { get; set; }

    /// <summary>When the brand was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the brand was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The brand's name or id.</summary>
    public override string ToString() => FirstOf(Name, Id);
}
