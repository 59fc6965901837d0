using System.Collections;

namespace Intercom.PowerShell;

/// <summary>
/// The computed values of the views in Views.txt. They send no requests: an object that the session has not read is shown by its id. A view
/// uses them as in <c>[Intercom.PowerShell.ViewWords]::Waiting[$_]</c>, because ConstrainedLanguage mode allows scripts to read properties
/// and not to call methods. Code properties of the objects themselves would be included in CLIXML and in job output, even when hidden.
/// </summary>
public static class ViewWords
{
    /// <summary>
    /// True where PowerShell supports colors in text: it ignores them in widths, and removes them where they are not supported. Windows
    /// PowerShell does not.
    /// </summary>
    private static readonly bool HasColours = typeof(PSObject).Assembly.GetType("System.Management.Automation.PSStyle") is not null;

    /// <summary>The State, in color.</summary>
    public static ViewWord ColouredState { get; } = new(instance => Coloured(Value(instance, "State")));

    /// <summary>The Status, in color.</summary>
    public static ViewWord ColouredStatus { get; } = new(instance => Coloured(Value(instance, "Status")));

    /// <summary>The TicketState, in the color of its category.</summary>
    public static ViewWord ColouredTicketState { get; } = new(instance => Coloured(Value(instance, "TicketState")));

    /// <summary>The value of Passed, in color.</summary>
    public static ViewWord ColouredPassed { get; } = new(instance => Coloured(Value(instance, "Passed")));

    /// <summary>
    /// The time since WaitingSince in its largest unit, such as <c>5 min</c>, <c>7 h</c> or <c>3 d</c>. Empty for a future time, which
    /// Intercom uses for never.
    /// </summary>
    public static ViewWord Waiting { get; } = new(instance => Age(Value(instance, "WaitingSince") as DateTime?));

    /// <summary>
    /// The text of a conversation or ticket part, or its event. An assignment contains the name of the admin or team, if the session has
    /// read it.
    /// </summary>
    public static ViewWord Said { get; } = new(WhatWasSaid);

    /// <summary>The names of the Companies, or their number when Intercom does not return names, and for a list from a job.</summary>
    public static ViewWord CompanyNames { get; } = new(instance => Names(Value(instance, "Companies")));

    /// <summary>
    /// The admin, or else the team, to which a conversation or ticket is assigned. It is a name if the session has read it.
    /// </summary>
    public static string Assignee(PSObject instance) =>
        Assignee(Value(instance, "AdminAssigneeId") as string, Value(instance, "TeamAssigneeId") as string);

    /// <summary>The ticket that a job creates or created.</summary>
    public static object? TicketId(PSObject instance) => Value(instance, "ResourceType") is "ticket" ? Value(instance, "ResourceId") : null;

    private static string Age(DateTime? since)
    {
        if (since is null || DateTime.UtcNow - since.Value.ToUniversalTime() is not { Ticks: >= 0 } age) return "";
        var (count, unit) = age.TotalHours < 1 ? (age.Minutes, "min") : age.TotalDays < 1 ? (age.Hours, "h") : (age.Days, "d");
        return string.Format(CultureInfo.InvariantCulture, "{0} {1}", count, unit);
    }

    private static string WhatWasSaid(PSObject? part)
    {
        var text = part?.ToString() ?? "";
        var to = part?.BaseObject switch { ConversationPart said => said.AssignedTo, TicketPart said => said.AssignedTo, _ => null };
        if (to is not { Id: { } id } || text != $"assigned to {to}") return text;
        return "assigned to " + (to.Type == "team" ? Assignee(null, id) : Assignee(id, null));
    }

    private static string Names(object? references) => references switch
    {
        ItemList<Reference> { Count: > 0 } list when list.All(reference => !string.IsNullOrWhiteSpace(reference.Name)) => list.ToString(),
        ItemList<Reference> list => Count(Math.Max(list.Count, list.TotalCount ?? 0)),
        ICollection list => Count(list.Count),
        _ => references?.ToString() ?? "",
    };

    /// <summary>
    /// A state in the color of its kind, when the host supports colors: green for active, yellow for waiting, red for failed, dim for
    /// ended.
    /// </summary>
    private static object? Coloured(object? state)
    {
        if (!HasColours) return state;
        var colour = (state is TicketState ticket ? ticket.Category : state?.ToString())?.ToUpperInvariant() switch
        {
            "OPEN" or "TRUE" or "PUBLISHED" or "LIVE" or "ACTIVE" or "COMPLETE" or "COMPLETED" or "SUCCESS" or "IN_PROGRESS" => "32",
            "SNOOZED" or "PENDING" or "SUBMITTED" or "THINKING" or "AWAITING_USER_REPLY" or "WAITING_ON_CUSTOMER" => "33",
            "FALSE" or "FAILED" => "31",
            "CLOSED" or "RESOLVED" or "DRAFT" or "DEACTIVATED" or "CANCELED" or "NO_DATA" => "90",
            _ => null,
        };
        return colour is null ? state : $"\u001b[{colour}m{state}\u001b[0m";
    }

    private static string Assignee(string? adminId, string? teamId) =>
        IsSet(adminId) ? NameOf(typeof(Admin), adminId!) : IsSet(teamId) ? "team " + NameOf(typeof(Team), teamId!) : "";

    /// <summary>A property's value without PowerShell's wrapper; null when the property does not exist.</summary>
    private static object? Value(PSObject? instance, string property) => instance?.Properties[property]?.Value switch
    {
        PSObject { BaseObject: not PSCustomObject } wrapped => wrapped.BaseObject,
        var value => value,
    };

    private static string Count(long count) => count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture);

    private static bool IsSet(string? id) => id is not (null or "" or "0");

    private static string NameOf(Type model, string id) => IntercomConnections.InUse?.Directory.KnownName(model, id) ?? id;
}
