namespace Intercom;

/// <summary>An address of a help center that leads to an article or a collection.</summary>
public sealed class HelpCenterRedirect : IntercomObject
{
    /// <summary>Intercom's id of the redirect.</summary>
    public string? Id { get; set; }

    /// <summary>The address that is redirected.</summary>
    public string? FromUrl { get; set; }

    /// <summary>The language of the target, such as <c>en</c>.</summary>
    public string? Locale { get; set; }

    /// <summary>The id of the help center.</summary>
    public string? HelpCenterId { get; set; }

    /// <summary><c>article</c> or <c>collection</c>.</summary>
    public string? TargetType { get; set; }

    /// <summary>The id of the article or collection.</summary>
    public string? TargetId { get; set; }

    /// <summary>When the redirect was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the redirect was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The address, and what it leads to.</summary>
    public override string ToString() => $"{FromUrl} -> {TargetType} {TargetId}";
}
