using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Changes the given fields of ticket types, or archives them. A ticket type cannot be deleted.</summary>
/// <example>
/// <para>Gives a type another icon.</para>
/// <code>Set-IntercomTicketType Bug -Icon '🐛'</code>
/// </example>
/// <example>
/// <para>Archives a type: there can be no new tickets of it.</para>
/// <code>Get-IntercomTicketType -Name Incident | Set-IntercomTicketType -Archived $true</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomTicketType", SupportsShouldProcess = true), OutputType(typeof(Intercom.TicketType))]
[Operation("PUT", "ticket_types/{TicketType}")]
public sealed class SetTicketTypeCommand : TicketTypeFieldsCommand
{
    /// <summary>The ticket type, by its present name, by id or as an object.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id", "TicketTypeId"), ValidateNotNullOrEmpty, ArgumentCompleter(typeof(TicketTypeCompleter)), IntercomId("TicketTypeId"), NameOf(NameKind.TicketType)]
    public string? TicketType { get; set; }

    /// <summary>The new name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("NewName"), Body("name")]
    public string? Name { get; set; }

    /// <summary>True archives the type, false brings it back (by its id: an archived type has no name that counts).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("archived")]
    public bool? Archived { get; set; }

    /// <summary>Gives the changed type.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
