using System.Collections.Generic;
using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Lists the workspace's ticket types with their attributes and states, or gets some by id.</summary>
/// <example>
/// <para>Lists the attributes of the ticket types whose name begins with Bug.</para>
/// <code>(Get-IntercomTicketType -Name Bug*).TicketTypeAttributes</code>
/// </example>
/// <example>
/// <para>Gets the type of a ticket.</para>
/// <code>(Search-IntercomTicket { $_.open -eq $true } -First 1).TicketType | Get-IntercomTicketType</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomTicketType", DefaultParameterSetName = "List"), OutputType(typeof(Intercom.TicketType))]
[Operation("GET", "ticket_types", ParameterSet = "List", Items = "data")]
[Operation("GET", "ticket_types/{TicketTypeId}", ParameterSet = "Id")]
public sealed class GetTicketTypeCommand : IntercomReadCommand
{
    private WildcardPattern? _pattern;

    /// <summary>The id or name of one or several ticket types.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true), Alias("Id"), IntercomId("TicketTypeId"), OrNameOf(NameKind.TicketType), ArgumentCompleter(typeof(IdCompleter))]
    public string[] TicketTypeId { get; set; } = [];

    /// <summary>Only ticket types with this name; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = "List"), SupportsWildcards, ArgumentCompleter(typeof(TicketTypeCompleter))]
    public string Name { get; set; } = "*";

    /// <inheritdoc/>
    protected override IEnumerable<object> Output(object item)
    {
        _pattern ??= WildcardPattern.Get(Name, WildcardOptions.IgnoreCase);
        if (item is Intercom.TicketType type && _pattern.IsMatch(type.Name ?? "")) yield return item;
    }
}
