namespace Intercom.PowerShell;

/// <summary>Lists the states of tickets, with the ticket types that use each state.</summary>
/// <remarks>
/// A state has one label for teammates and one for customers. It belongs to one of the categories submitted, in_progress,
/// waiting_on_customer and resolved.
/// </remarks>
/// <example>
/// <para>Lists the states.</para>
/// <code>Get-IntercomTicketState</code>
/// <outcome>Test-Same $output.InternalLabel 'Submitted', 'In progress', 'Waiting on customer', 'Resolved'</outcome>
/// </example>
/// <example>
/// <para>Lists the states of resolved tickets.</para>
/// <code>Get-IntercomTicketState | Where-Object Category -eq 'resolved'</code>
/// <outcome>Test-Same $output.InternalLabel 'Resolved'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomTicketState"), OutputType(typeof(Intercom.TicketState))]
[Operation("GET", "ticket_states", Items = "data")]
public sealed class GetTicketStateCommand : NamedReadCommand
{
    /// <summary>Returns only states whose label for teammates or for customers has this name. Wildcards are allowed.</summary>
    [Parameter(Position = 0), SupportsWildcards, ArgumentCompleter(typeof(NameCompleter<TicketState>))]
    public override string[] Name { get; set; } = [];
}
