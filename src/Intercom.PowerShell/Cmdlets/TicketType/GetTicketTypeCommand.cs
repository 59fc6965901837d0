namespace Intercom.PowerShell;

/// <summary>Lists the workspace's ticket types with their attributes and states, or gets them by id.</summary>
/// <example>
/// <para>Lists the ticket types.</para>
/// <code>Get-IntercomTicketType</code>
/// <outcome>Test-Same $output.Name 'Customer request', 'Bug', 'Incident'</outcome>
/// </example>
/// <example>
/// <para>Lists the attributes of one ticket type.</para>
/// <code>(Get-IntercomTicketType -Name Bug).TicketTypeAttributes</code>
/// <outcome>$output.Name -contains 'Severity' -and $output.Name -notcontains 'Priority'</outcome>
/// </example>
/// <example>
/// <para>Gets the type of a ticket.</para>
/// <code>(Get-IntercomTicket 300037).TicketType | Get-IntercomTicketType</code>
/// <outcome>Test-Same $output.Name 'Customer request'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomTicketType"), OutputType(typeof(Intercom.TicketType))]
[Operation("GET", "ticket_types", ParameterSet = "List", Items = "data")]
[Operation("GET", "ticket_types/{TicketTypeId}", ParameterSet = "Id")]
public sealed class GetTicketTypeCommand : NamedReadCommand
{
    /// <summary>The id or name of one or more ticket types. A name can contain wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("TicketTypeId"), Selects("Id")]
    [SupportsWildcards, OrNameOf(typeof(TicketType)), ArgumentCompleter(typeof(IdCompleter))]
    public string[] TicketTypeId { get; set; } = [];

    /// <summary>Returns only ticket types with this name. Wildcards are allowed.</summary>
    [Parameter, OnlyFor("List"), SupportsWildcards, ArgumentCompleter(typeof(NameCompleter<TicketType>))]
    public override string[] Name { get; set; } = [];
}
