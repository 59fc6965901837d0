namespace Intercom;

/// <summary>A state that tickets go through.</summary>
public sealed class TicketState : IntercomObject
{
    /// <summary>Intercom's id of the state.</summary>
    public string? Id { get; set; }

    /// <summary><c>submitted</c>, <c>in_progress</c>, <c>waiting_on_customer</c> or <c>resolved</c>.</summary>
    public string? Category { get; set; }

    /// <summary>The state's name for teammates.</summary>
    public string? InternalLabel { get; set; }

    /// <summary>The state's name for customers.</summary>
    public string? ExternalLabel { get; set; }

    /// <summary>True when the state is archived.</summary>
    public bool? Archived { get; set; }

    /// <summary>The ticket types that know the state; only where states were asked for.</summary>
    public ItemList<TicketType>? TicketTypes { get; set; }

    /// <summary>The state's name for teammates.</summary>
    public override string ToString() => FirstOf(InternalLabel, ExternalLabel, Category, Id);
}
