using System;
using System.Collections;
using System.Globalization;
using System.Linq;

namespace Intercom.PowerShell;

/// <summary>What the tables say that no property says. It asks nobody: what the session has not read is shown by its id.</summary>
public static class ViewWords
{
    /// <summary>How long ago that was, in its largest unit: <c>5 min</c>, <c>7 h</c>, <c>3 d</c>; nothing for a time to come, with which Intercom says never.</summary>
    public static string Age(DateTime? since)
    {
        if (since is null || DateTime.UtcNow - since.Value.ToUniversalTime() is not { Ticks: >= 0 } age) return "";
        var (count, unit) = age.TotalHours < 1 ? (age.Minutes, "min") : age.TotalDays < 1 ? (age.Hours, "h") : (age.Days, "d");
        return string.Format(CultureInfo.InvariantCulture, "{0} {1}", count, unit);
    }

    /// <summary>The admin to whom something is assigned, else the team; by name where the session knows it.</summary>
    public static string Assignee(string? adminId, string? teamId) =>
        IsSet(adminId) ? NameOf(typeof(Admin), adminId!) : IsSet(teamId) ? "team " + NameOf(typeof(Team), teamId!) : "";

    /// <summary>What a part of a conversation or ticket says, or what happened with it: an assignment names the admin or team, where the session knows it.</summary>
    public static string Said(object? part)
    {
        var text = part?.ToString() ?? "";
        var to = part switch { ConversationPart said => said.AssignedTo, TicketPart said => said.AssignedTo, _ => null };
        if (to is not { Id: { } id } || text != $"assigned to {to}") return text;
        return "assigned to " + (to.Type == "team" ? Assignee(null, id) : Assignee(id, null));
    }

    /// <summary>True where the engine knows of colours in texts, counts them as nothing wide and takes them out where they are not wanted: not in Windows PowerShell.</summary>
    private static readonly bool HasColours = typeof(System.Management.Automation.PSObject).Assembly.GetType("System.Management.Automation.PSStyle") is not null;

    /// <summary>A state, with the colour of its kind where the host shows colours: green for what is on, yellow for what somebody waits for, red for what failed, faint for what is over.</summary>
    public static object? Coloured(object? state)
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

    /// <summary>The names of the things referred to; how many there are, where Intercom gives no names, and of a list that came back from a job.</summary>
    public static string Names(object? references) => references switch
    {
        ItemList<Reference> { Count: > 0 } list when list.All(reference => !string.IsNullOrWhiteSpace(reference.Name)) => list.ToString(),
        ItemList<Reference> list => Count(Math.Max(list.Count, list.TotalCount ?? 0)),
        ICollection list => Count(list.Count),
        _ => references?.ToString() ?? "",
    };

    private static string Count(long count) => count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture);

    private static bool IsSet(string? id) => id is not (null or "" or "0");

    private static string NameOf(Type model, string id) => IntercomConnections.InUse?.Directory.KnownName(model, id) ?? id;
}
