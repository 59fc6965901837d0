namespace Intercom;

/// <summary>A help center, which contains collections of articles.</summary>
public sealed class HelpCenter : IntercomObject
{
    /// <summary>Intercom's id of the help center.</summary>
    public string? Id { get; set; }

    /// <summary>The id of the workspace that the help center belongs to.</summary>
    public string? WorkspaceId { get; set; }

    /// <summary>The help center's word in its address.</summary>
    public string? Identifier { get; set; }

    /// <summary>The name that teammates see.</summary>
    public string? DisplayName { get; set; }

    /// <summary>True when the help center can be seen on the web.</summary>
    public bool? WebsiteTurnedOn { get; set; }

    /// <summary>The address of the help center.</summary>
    public string? Url { get; set; }

    /// <summary>The help center's custom domain. Null when no custom domain is configured.</summary>
    public string? CustomDomain { get; set; }

    /// <summary>When the help center was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the help center was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>True for the default help center. Since version 2.16 of the API.</summary>
    public bool? Default { get; set; }

    /// <summary>The languages, such as <c>en</c>. Since version 2.16 of the API.</summary>
    public ItemList<string>? Locales { get; set; }

    /// <summary>The help center's name.</summary>
    public override string ToString() => FirstOf(DisplayName, Identifier, Id);
}
