using System.Text.Json.Serialization;

namespace Intercom;

/// <summary>The definition of a custom attribute that conversations have.</summary>
public sealed class ConversationAttribute : IntercomObject, IJsonOnDeserialized
{
    /// <summary>Intercom's id of the attribute.</summary>
    public string? Id { get; set; }

    /// <summary>The attribute's name in <c>CustomAttributes</c>.</summary>
    public string? Name { get; set; }

    /// <summary>The description that teammates see.</summary>
    public string? Description { get; set; }

    /// <summary>
    /// <c>string</c>, <c>integer</c>, <c>list</c>, <c>decimal</c>, <c>boolean</c>, <c>datetime</c>, <c>relationship</c> or
    /// <c>files</c>.
    /// </summary>
    public string? DataType { get; set; }

    /// <summary>True when teammates must fill it in before they close a conversation.</summary>
    public bool? Required { get; set; }

    /// <summary>True when the attribute is archived. It cannot be restored through the API.</summary>
    public bool? Archived { get; set; }

    /// <summary>True when the text may have several lines. Only for the type <c>string</c>.</summary>
    public bool? Multiline { get; set; }

    /// <summary>The options to choose from, archived ones included. Only for the type <c>list</c>.</summary>
    public ItemList<ConversationAttributeOption>? Options { get; set; }

    /// <summary>The objects that the attribute refers to. Only for the type <c>relationship</c>.</summary>
    public AttributeReference? Reference { get; set; }

    /// <summary>The ids of the teams that see the attribute. Empty when all teams do.</summary>
    public ItemList<string>? VisibleToTeamIds { get; set; }

    /// <summary>When the attribute was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the attribute was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The id of the admin who created the attribute.</summary>
    [JsonPropertyName("admin_id")]
    public string? CreatedByAdminId { get; set; }

    /// <summary>The attribute's name or id.</summary>
    public override string ToString() => FirstOf(Name, Id);

    void IJsonOnDeserialized.OnDeserialized()
    {
        if (Options is null) return;
        foreach (var option in Options) option.ConversationAttributeId = Id;
    }
}

/// <summary>An option of a conversation attribute of the type <c>list</c>.</summary>
public sealed class ConversationAttributeOption : IntercomObject
{
    /// <summary>Intercom's id of the option.</summary>
    public string? Id { get; set; }

    /// <summary>The text that teammates choose.</summary>
    public string? Label { get; set; }

    /// <summary>True when the option is archived. It cannot be restored through the API.</summary>
    public bool? Archived { get; set; }

    /// <summary>The id of the attribute. The API does not send it, so it is copied from the attribute that contains the option.</summary>
    [JsonIgnore]
    public string? ConversationAttributeId { get; set; }

    /// <summary>The option's label or id.</summary>
    public override string ToString() => FirstOf(Label, Id);
}

/// <summary>The custom objects that a conversation attribute of the type <c>relationship</c> refers to.</summary>
public sealed class AttributeReference : IntercomObject
{
    /// <summary>The identifier of the type of the custom objects.</summary>
    public string? ObjectTypeId { get; set; }

    /// <summary>How many of which objects: <c>one</c> or <c>many</c>, and the identifier of their type.</summary>
    public override string ToString() => $"{Type} {ObjectTypeId}".Trim();
}
