using System.Collections;

namespace Intercom.PowerShell;

/// <summary>
/// What the declarations in Views.txt add to the types of this module: properties of ours, and headings of tables that are not properties
/// of the class. Where they name an admin, a team or a tag that the session has not read, the first of them reads the list of its kind,
/// once for each connection.
/// </summary>
public static partial class ViewWords
{
    /// <summary>
    /// The admin and the team to which a conversation or ticket is assigned, such as <c>Ines Okafor / Billing</c>, or <c>team Billing</c>
    /// without an admin. Null when nobody is assigned.
    /// </summary>
    public static string? Assignee(PSObject instance) =>
        Assignee(Value(instance, "AdminAssigneeId") as string, Value(instance, "TeamAssigneeId") as string);

    /// <summary>The ticket that a job creates or created.</summary>
    public static object? TicketId(PSObject instance) => Value(instance, "ResourceType") is "ticket" ? Value(instance, "ResourceId") : null;

    /// <summary>The number of a ticket in the inbox. It sorts as a number if Intercom returned one.</summary>
    public static object? TicketNumber(PSObject instance) =>
        Value(instance, "TicketNumber") is string text
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number : Value(instance, "TicketNumber");

    /// <summary>The object as text.</summary>
    public static string Text(PSObject instance) => instance?.ToString() ?? "";

    /// <summary>
    /// True for a conversation with a priority: <c>priority</c> up to version 2.15 of the API, and every word but <c>none</c> later.
    /// </summary>
    public static bool Priority(PSObject instance) => Value(instance, "Priority") is string and not ("" or "not_priority" or "none");

    /// <summary>The time since WaitingSince. Null for nobody waiting, and for a future time, which Intercom uses for never.</summary>
    public static Age? Waiting(PSObject instance) =>
        Value(instance, "WaitingSince") is DateTime since && DateTime.UtcNow - since.ToUniversalTime() is { Ticks: >= 0 } age ? new Age(age)
            : null;

    /// <summary>
    /// The text of a conversation or ticket part, or its event. An assignment contains the name of the admin or team.
    /// </summary>
    public static string Said(PSObject instance)
    {
        var text = Text(instance);
        var to = instance?.BaseObject switch { ConversationPart said => said.AssignedTo, TicketPart said => said.AssignedTo, _ => null };
        if (to is not { Id: { } id } || text != $"assigned to {to}") return text;
        return "assigned to " + (to.Type == "team" ? Assignee(null, id) : Assignee(id, null));
    }

    /// <summary>The admin who owns a contact, by name.</summary>
    public static string? OwnerName(PSObject instance) =>
        Value(instance, "OwnerId") is string { Length: > 0 } id ? NameOf(typeof(Admin), id) : null;

    /// <summary>The admin of a metric, by name.</summary>
    public static string AdminName(PSObject instance) =>
        Value(instance, "AdminId") is string { Length: > 0 } id ? NameOf(typeof(Admin), id) : "";

    /// <summary>The admins of a team, by name.</summary>
    public static string AdminNames(PSObject instance) => Value(instance, "AdminIds") is IEnumerable ids and not string
        ? string.Join(", ", ids.Cast<object?>().Select(id => NameOf(typeof(Admin), id?.ToString() ?? ""))) : "";

    /// <summary>The number of a ticket type's attributes.</summary>
    public static int AttributeCount(PSObject instance) => (Value(instance, "TicketTypeAttributes") as ICollection)?.Count ?? 0;

    /// <summary>The number of a dataset's columns.</summary>
    public static int ColumnCount(PSObject instance) => (Value(instance, "Attributes") as ICollection)?.Count ?? 0;

    /// <summary>The server of a connection.</summary>
    public static string? Host(PSObject instance) => (Value(instance, "BaseUri") as Uri)?.Authority;

    /// <summary>
    /// The token that a sandbox accepts, for -Token of Connect-Intercom. As a property of the class, exports would contain the name of its
    /// type.
    /// </summary>
    public static System.Security.SecureString? SecureToken(PSObject instance) => (instance?.BaseObject as IHasSecret)?.Secret;

    private static string? Assignee(string? adminId, string? teamId)
    {
        var team = IsSet(teamId) ? NameOf(typeof(Team), teamId!) : null;
        if (!IsSet(adminId)) return team is null ? null : "team " + team;
        var admin = NameOf(typeof(Admin), adminId!);
        return team is null ? admin : $"{admin} / {team}";
    }

    /// <summary>A property's value without PowerShell's wrapper; null when the property does not exist.</summary>
    private static object? Value(PSObject? instance, string property) => instance?.Properties[property]?.Value switch
    {
        PSObject { BaseObject: not PSCustomObject } wrapped => wrapped.BaseObject,
        var value => value,
    };

    private static bool IsSet(string? id) => id is not (null or "" or "0");

    private static string NameOf(Type model, string id) => IntercomConnections.InUse?.Directory.Names.Of(model, id) ?? id;
}
