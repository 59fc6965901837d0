namespace Intercom;

/// <summary>An attribute that tickets of one type have.</summary>
public sealed class TicketTypeAttribute : IntercomObject
{
    /// <summary>Intercom's id of the attribute.</summary>
    public string? Id { get; set; }

    /// <summary>The id of the ticket type that the attribute belongs to.</summary>
    public string? TicketTypeId { get; set; }

    /// <summary>The id of the workspace that the attribute belongs to.</summary>
    public string? WorkspaceId { get; set; }

    /// <summary>The attribute's name, as it appears in <c>TicketAttributes</c>.</summary>
    public string? Name { get; set; }

    /// <summary>The attribute's description.</summary>
    public string? Description { get; set; }

    /// <summary><c>string</c>, <c>list</c>, <c>integer</c>, <c>decimal</c>, <c>boolean</c>, <c>datetime</c> or <c>files</c>.</summary>
    public string? DataType { get; set; }

    /// <summary>How the attribute is entered: a map such as <c>multiline=False</c>, or the items of a list.</summary>
    public object? InputOptions { get; set; }

    /// <summary>The attribute's place among the others.</summary>
    public long? Order { get; set; }

    /// <summary>True when teammates must fill it in.</summary>
    public bool? RequiredToCreate { get; set; }

    /// <summary>True when contacts must fill it in.</summary>
    public bool? RequiredToCreateForContacts { get; set; }

    /// <summary>True when teammates see it while they create a ticket.</summary>
    public bool? VisibleOnCreate { get; set; }

    /// <summary>True when contacts see it.</summary>
    public bool? VisibleToContacts { get; set; }

    /// <summary>True for an attribute that Intercom made.</summary>
    public bool? Default { get; set; }

    /// <summary>True when the attribute is archived.</summary>
    public bool? Archived { get; set; }

    /// <summary>When the attribute was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the attribute was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The attribute's name or id.</summary>
    public override string ToString() => FirstOf(Name, Id);
}
