using System;

namespace Intercom;

/// <summary>A kind of ticket, with the attributes that such tickets have.</summary>
public sealed class TicketType : IntercomObject
{
    /// <summary>Intercom's id of the ticket type.</summary>
    public string? Id { get; set; }

    /// <summary>The type's name.</summary>
    public string? Name { get; set; }

    /// <summary>The type's description.</summary>
    public string? Description { get; set; }

    /// <summary><c>Customer</c>, <c>Back-office</c> or <c>Tracker</c>.</summary>
    public string? Category { get; set; }

    /// <summary>The type's icon, an emoji.</summary>
    public string? Icon { get; set; }

    /// <summary>The id of the workspace that the type belongs to.</summary>
    public string? WorkspaceId { get; set; }

    /// <summary>True when only teammates see such tickets.</summary>
    public bool? IsInternal { get; set; }

    /// <summary>True when the type is archived.</summary>
    public bool? Archived { get; set; }

    /// <summary>The attributes that such tickets have.</summary>
    public ItemList<TicketTypeAttribute>? TicketTypeAttributes { get; set; }

    /// <summary>The states that such tickets go through.</summary>
    public ItemList<TicketState>? TicketStates { get; set; }

    /// <summary>When the type was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the type was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The type's name or id.</summary>
    public override string ToString() => FirstOf(Name, Id);
}

/// <summary>An attribute that tickets of one type have.</summary>
public sealed class TicketTypeAttribute : IntercomObject
{
    /// <summary>Intercom's id of the attribute.</summary>
    public string? Id { get; set; }

    /// <summary>The id of the ticket type that the attribute belongs to.</summary>
    public string? TicketTypeId { get; set; }

    /// <summary>The id of the workspace that the attribute belongs to.</summary>
    public string? WorkspaceId { get; set; }

    /// <summary>The attribute's name, as it stands in <c>TicketAttributes</c>.</summary>
    public string? Name { get; set; }

    /// <summary>The attribute's description.</summary>
    public string? Description { get; set; }

    /// <summary><c>string</c>, <c>list</c>, <c>integer</c>, <c>decimal</c>, <c>boolean</c>, <c>datetime</c> or <c>files</c>.</summary>
    public string? DataType { get; set; }

    /// <summary>How the attribute is entered, such as <c>multiline</c>, or the items of a list.</summary>
    public AttributeBag? InputOptions { get; set; }

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
