namespace Intercom;

/// <summary>A group of admins that conversations and tickets can be assigned to.</summary>
public sealed class Team : IntercomObject
{
    /// <summary>Intercom's id of the team.</summary>
    public string? Id { get; set; }

    /// <summary>The team's name.</summary>
    public string? Name { get; set; }

    /// <summary>The ids of the team's admins.</summary>
    public ItemList<string>? AdminIds { get; set; }

    /// <summary>Which of the admins come first, and which second.</summary>
    public AdminPriorityLevel? AdminPriorityLevel { get; set; }

    /// <summary>How many open conversations each admin gets at most; only for teams that balance the load.</summary>
    public long? AssignmentLimit { get; set; }

    /// <summary>How conversations are handed out among the admins, such as <c>round_robin</c>.</summary>
    public string? DistributionMethod { get; set; }

    /// <summary>The team's name or id.</summary>
    public override string ToString() => FirstOf(Name, Id);
}

/// <summary>The admins of a team, by priority.</summary>
public sealed class AdminPriorityLevel : IntercomObject
{
    /// <summary>The ids of the admins who get conversations first.</summary>
    public ItemList<string>? PrimaryAdminIds { get; set; }

    /// <summary>The ids of the admins who get conversations when nobody of the first rank can.</summary>
    public ItemList<string>? SecondaryAdminIds { get; set; }

    /// <summary>The admin ids of both ranks.</summary>
    public override string ToString() => $"primary: {PrimaryAdminIds}; secondary: {SecondaryAdminIds}";
}
