using System.Collections;

namespace Intercom.PowerShell;

/// <content>
/// What only views show: values in color, and names for the ids in lists. A view uses them as in
/// <c>[Intercom.PowerShell.ViewWords]::ColouredState[$_]</c>, because ConstrainedLanguage mode allows scripts to read properties and not to
/// call methods.
/// </content>
public static partial class ViewWords
{
    private const string Green = "32";
    private const string Yellow = "33";
    private const string Red = "31";
    private const string Dim = "90";

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

    /// <summary>The time for which somebody waits: yellow from four hours on, red from a day on.</summary>
    public static ViewWord ColouredWaiting { get; } = new(instance => instance is null ? null : Waiting(instance) switch
    {
        { TimeSpan.TotalDays: >= 1 } age => Coloured(age, Red),
        { TimeSpan.TotalHours: >= 4 } age => Coloured(age, Yellow),
        var age => age,
    });

    /// <summary><c>yes</c> for a conversation that is marked as priority.</summary>
    public static ViewWord PriorityMark { get; } = new(instance => instance is not null && Priority(instance) ? Coloured("yes", Red) : "");

    /// <summary>The Tags of a contact by name. Intercom returns their ids.</summary>
    public static ViewWord TagNames { get; } = new(instance => Value(instance, "Tags") is ItemList<Reference> tags
        ? string.Join(", ", tags.Select(tag => NameOf(NamedKinds.Of(typeof(Tag)), tag.Id, tag.Name))) : Value(instance, "Tags"));

    /// <summary>The names of the Companies, or their number where Intercom does not return names, and for a list from a job.</summary>
    public static ViewWord CompanyNames { get; } = new(instance => Value(instance, "Companies") switch
    {
        ItemList<Reference> { Count: > 0 } list when list.All(company => !string.IsNullOrWhiteSpace(company.Name)) => list.ToString(),
        ItemList<Reference> list => Count(Math.Max(list.Count, list.TotalCount ?? 0)),
        ICollection list => Count(list.Count),
        var other => other?.ToString() ?? "",
    });

    /// <summary>The name of a reference. Where Intercom returns only the id of an admin, a team or a tag, it is looked up.</summary>
    public static ViewWord ReferenceName { get; } = new(instance =>
        NameOf(NamedKinds.Of(Value(instance, "Type") as string), Value(instance, "Id") as string, Value(instance, "Name") as string));

    private static string Count(long count) => count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture);

    private static string? NameOf(NamedKind? kind, string? id, string? name) =>
        name is not (null or "") || id is null || kind is not { IsShown: true } ? name : NameOf(kind.Model, id);

    /// <summary>
    /// A state in the color of its kind, when the host supports colors: green for active, yellow for waiting, red for failed, dim for
    /// ended.
    /// </summary>
    private static object? Coloured(object? state) =>
        Coloured(state, (state is TicketState ticket ? ticket.Category : state?.ToString())?.ToUpperInvariant() switch
        {
            "OPEN" or "TRUE" or "PUBLISHED" or "LIVE" or "ACTIVE" or "COMPLETE" or "COMPLETED" or "SUCCESS" or "IN_PROGRESS" => Green,
            "SNOOZED" or "PENDING" or "SUBMITTED" or "THINKING" or "AWAITING_USER_REPLY" or "WAITING_ON_CUSTOMER" => Yellow,
            "FALSE" or "FAILED" => Red,
            "CLOSED" or "RESOLVED" or "DRAFT" or "DEACTIVATED" or "CANCELED" or "NO_DATA" => Dim,
            _ => null,
        });

    private static object? Coloured(object? value, string? colour) =>
        HasColours && colour is not null ? $"\u001b[{colour}m{value}\u001b[0m" : value;
}
