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
[Cmdlet(VerbsCommon.Get, "IntercomTicketType", DefaultParameterSetName = "List"), OutputType(typeof(Intercom.TicketType))]
[Operation("GET", "ticket_types", ParameterSet = "List", Items = "data")]
[Operation("GET", "ticket_types/{TicketTypeId}", ParameterSet = "Id")]
public sealed class GetTicketTypeCommand : IntercomReadCommand
{
    private WildcardPattern? _pattern;

    /// <summary>The id or name of one or more ticket types.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true), Alias("Id"), IntercomId("TicketTypeId")]
    [OrNameOf(typeof(TicketType)), ArgumentCompleter(typeof(IdCompleter))]
    public string[] TicketTypeId { get; set; } = [];

    /// <summary>Returns only ticket types with this name. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = "List"), SupportsWildcards, ArgumentCompleter(typeof(NameCompleter<TicketType>))]
    public string Name { get; set; } = "*";

    /// <inheritdoc/>
    protected override IEnumerable<object> Output(object item)
    {
        _pattern ??= WildcardPattern.Get(Name, WildcardOptions.IgnoreCase);
        if (item is Intercom.TicketType type && _pattern.IsMatch(type.Name ?? "")) yield return item;
    }
}
