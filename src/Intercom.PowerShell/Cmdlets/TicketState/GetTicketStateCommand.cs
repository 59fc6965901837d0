using System.Collections.Generic;
using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Lists the states that tickets go through, with the ticket types that know each.</summary>
/// <remarks>A state has a label for teammates and one for customers, and belongs to one of the categories submitted, in_progress, waiting_on_customer and resolved.</remarks>
/// <example>
/// <para>Lists the states.</para>
/// <code>Get-IntercomTicketState</code>
/// <outcome>Test-Same $output.InternalLabel 'Submitted', 'In progress', 'Waiting on customer', 'Resolved'</outcome>
/// </example>
/// <example>
/// <para>Lists the states in which a ticket is done.</para>
/// <code>Get-IntercomTicketState | Where-Object Category -eq 'resolved'</code>
/// <outcome>Test-Same $output.InternalLabel 'Resolved'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomTicketState"), OutputType(typeof(Intercom.TicketState))]
[Operation("GET", "ticket_states", Items = "data")]
public sealed class GetTicketStateCommand : IntercomReadCommand
{
    private WildcardPattern? _pattern;

    /// <summary>Only states with this label, be it that of teammates or of customers; wildcards are allowed.</summary>
    [Parameter(Position = 0), SupportsWildcards, ArgumentCompleter(typeof(NameCompleter<TicketState>))]
    public string Name { get; set; } = "*";

    /// <inheritdoc/>
    protected override IEnumerable<object> Output(object item)
    {
        _pattern ??= WildcardPattern.Get(Name, WildcardOptions.IgnoreCase);
        if (item is Intercom.TicketState state && (_pattern.IsMatch(state.InternalLabel ?? "") || _pattern.IsMatch(state.ExternalLabel ?? ""))) yield return item;
    }
}
