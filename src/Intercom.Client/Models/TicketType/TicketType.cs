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
