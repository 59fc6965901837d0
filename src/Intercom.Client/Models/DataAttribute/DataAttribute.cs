using System.Text.Json.Serialization;

namespace Intercom;

/// <summary>The description of a standard or custom attribute of contacts, companies or conversations.</summary>
public sealed class DataAttribute : IntercomObject
{
    /// <summary>Intercom's id of the attribute. Only custom attributes have one.</summary>
    public string? Id { get; set; }

    /// <summary>What the attribute belongs to: <c>contact</c>, <c>company</c> or <c>conversation</c>.</summary>
    public string? Model { get; set; }

    /// <summary>The attribute's name in <c>CustomAttributes</c>.</summary>
    public string? Name { get; set; }

    /// <summary>The name with its path, such as <c>custom_attributes.plan</c>: the field to search by.</summary>
    public string? FullName { get; set; }

    /// <summary>The name that teammates see.</summary>
    public string? Label { get; set; }

    /// <summary>The description that teammates see.</summary>
    public string? Description { get; set; }

    /// <summary><c>string</c>, <c>integer</c>, <c>float</c>, <c>boolean</c>, <c>date</c> and so on.</summary>
    public string? DataType { get; set; }

    /// <summary>The values to choose from, where the attribute is a list.</summary>
    public ItemList<string>? Options { get; set; }

    /// <summary>True when the attribute can be set through the API.</summary>
    public bool? ApiWritable { get; set; }

    /// <summary>True when the attribute can be set through the Messenger.</summary>
    public bool? MessengerWritable { get; set; }

    /// <summary>True when teammates can set the attribute in the inbox.</summary>
    public bool? UiWritable { get; set; }

    /// <summary>True for an attribute of your own.</summary>
    public bool? Custom { get; set; }

    /// <summary>True when the attribute is archived.</summary>
    public bool? Archived { get; set; }

    /// <summary>When the attribute was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the attribute was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The id of the admin who created the attribute. Only for custom attributes.</summary>
    [JsonPropertyName("admin_id")]
    public string? CreatedByAdminId { get; set; }

    /// <summary>The attribute's full name.</summary>
    public override string ToString() => FirstOf(FullName, Name, Id);
}
