namespace Intercom;

/// <summary>An address from which the workspace sends email.</summary>
public sealed class EmailSetting : IntercomObject
{
    /// <summary>Intercom's id of the address.</summary>
    public string? Id { get; set; }

    /// <summary>The email address.</summary>
    public string? Email { get; set; }

    /// <summary>True when the address is verified.</summary>
    public bool? Verified { get; set; }

    /// <summary>The domain of the address.</summary>
    public string? Domain { get; set; }

    /// <summary>The id of the brand that the address belongs to.</summary>
    public string? BrandId { get; set; }

    /// <summary>True when email to the address is forwarded to Intercom.</summary>
    public bool? ForwardingEnabled { get; set; }

    /// <summary>When Intercom last received a forwarded email. Null when it never did.</summary>
    public DateTime? ForwardedEmailLastReceivedAt { get; set; }

    /// <summary>When the address was added.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the address was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The address or its id.</summary>
    public override string ToString() => FirstOf(Email, Id);
}
