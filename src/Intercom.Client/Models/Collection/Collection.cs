namespace Intercom;

/// <summary>A group of articles in the help center.</summary>
public sealed class Collection : IntercomObject
{
    /// <summary>Intercom's id of the collection.</summary>
    public string? Id { get; set; }

    /// <summary>The id of the workspace that the collection belongs to.</summary>
    public string? WorkspaceId { get; set; }

    /// <summary>The name, in the default language.</summary>
    public string? Name { get; set; }

    /// <summary>The description, in the default language.</summary>
    public string? Description { get; set; }

    /// <summary>The address of the collection in the help center.</summary>
    public string? Url { get; set; }

    /// <summary>The icon's name.</summary>
    public string? Icon { get; set; }

    /// <summary>The collection's place among the others, from 0.</summary>
    public long? Order { get; set; }

    /// <summary>The help center's default language, such as <c>en</c>. Only where it has several.</summary>
    public string? DefaultLocale { get; set; }

    /// <summary>
    /// The name and description in each language: <c>$collection.TranslatedContent.fr.Name</c>. Only where the help center has several.
    /// </summary>
    public Translations<CollectionContent>? TranslatedContent { get; set; }

    /// <summary>The id of the parent collection. Null at the first level.</summary>
    public string? ParentId { get; set; }

    /// <summary>The id of the help center that the collection is in.</summary>
    public string? HelpCenterId { get; set; }

    /// <summary>When the collection was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the collection was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The collection's name or id.</summary>
    public override string ToString() => FirstOf(Name, Id);
}

/// <summary>The name and description of a collection in one language.</summary>
public sealed class CollectionContent : IntercomObject
{
    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The description.</summary>
    public string? Description { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => FirstOf(Name, Description);
}
