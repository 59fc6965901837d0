namespace Intercom;

/// <summary>A macro: a saved reply with placeholders.</summary>
public sealed class Macro : IntercomObject
{
    /// <summary>Intercom's id of the macro.</summary>
    public string? Id { get; set; }

    /// <summary>The macro's name.</summary>
    public string? Name { get; set; }

    /// <summary>
    /// The text as HTML, with placeholders such as <c>&lt;attribute key="user.name" default="there"/&gt;</c>. May be null in lists.
    /// </summary>
    public string? Body { get; set; }

    /// <summary>The text without HTML, with placeholders such as <c>{{user.name|fallback:"there"}}</c>. May be null in lists.</summary>
    public string? BodyText { get; set; }

    /// <summary>Who sees the macro: <c>everyone</c> or <c>specific_teams</c>.</summary>
    public string? VisibleTo { get; set; }

    /// <summary>The ids of the teams that see the macro. Empty when everyone does.</summary>
    public ItemList<string>? VisibleToTeamIds { get; set; }

    /// <summary>Where the macro can be used: <c>inbox</c>, <c>messenger</c>.</summary>
    public ItemList<string>? AvailableOn { get; set; }

    /// <summary>When the macro was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the macro was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The macro's name or id.</summary>
    public override string ToString() => FirstOf(Name, Id);
}
