using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Changes the given fields of ticket types, or archives them. A ticket type cannot be deleted.</summary>
/// <example>
/// <para>Changes the icon of a type.</para>
/// <code>Set-IntercomTicketType Bug -Icon '🐛'</code>
/// <outcome>$writes.Count -eq 1 -and (Get-IntercomTicketType -Name Bug).Icon -eq '🐛'</outcome>
/// </example>
/// <example>
/// <para>Archives a type. No new tickets of it can be created.</para>
/// <code>Set-IntercomTicketType Incident -Archived $true -PassThru</code>
/// <outcome>$output[0].Name -eq 'Incident' -and $output[0].Archived</outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomTicketType", SupportsShouldProcess = true), OutputType(typeof(Intercom.TicketType))]
[Operation("PUT", "ticket_types/{TicketType}")]
public sealed class SetTicketTypeCommand : TicketTypeFieldsCommand
{
    /// <summary>The ticket type, by its present name, by id or as an object.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id", "TicketTypeId"), ValidateNotNullOrEmpty, ArgumentCompleter(typeof(NameCompleter<TicketType>)), IntercomId("TicketTypeId"), NameOf(typeof(TicketType))]
    public string? TicketType { get; set; }

    /// <summary>The new name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("NewName"), Body("name")]
    public string? Name { get; set; }

    /// <summary>True archives the type, false brings it back (by its id: an archived type has no name that counts).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("archived"), Truth]
    public bool? Archived { get; set; }

    /// <summary>Gives the changed type.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
