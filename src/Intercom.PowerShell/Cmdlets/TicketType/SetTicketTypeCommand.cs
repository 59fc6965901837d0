namespace Intercom.PowerShell;

/// <summary>Changes the specified fields of ticket types, or archives them.</summary>
/// <remarks>A ticket type cannot be deleted.</remarks>
/// <example>
/// <para>Changes the icon of a ticket type.</para>
/// <code>Set-IntercomTicketType Bug -Icon '🐛'</code>
/// <outcome>$writes.Count -eq 1 -and (Get-IntercomTicketType -Name Bug).Icon -eq '🐛'</outcome>
/// </example>
/// <example>
/// <para>Archives a ticket type, and returns it. New tickets of this type cannot be created.</para>
/// <code>Set-IntercomTicketType Incident -Archived $true -PassThru</code>
/// <outcome>$output[0].Name -eq 'Incident' -and $output[0].Archived</outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomTicketType", SupportsShouldProcess = true), OutputType(typeof(Intercom.TicketType))]
[Operation("PUT", "ticket_types/{TicketType}")]
public sealed class SetTicketTypeCommand : TicketTypeFieldsCommand
{
    /// <summary>The ticket type, by its current name, by id or as an object.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id", "TicketTypeId"), ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<TicketType>)), IntercomId("TicketTypeId"), NameOf(typeof(TicketType))]
    public string? TicketType { get; set; }

    /// <summary>The new name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("NewName"), Body("name")]
    public string? Name { get; set; }

    /// <summary>
    /// Archives the ticket type ($true) or restores it ($false). To restore a type, specify its id, because names of archived types are not
    /// matched.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("archived"), Truth]
    public bool? Archived { get; set; }

    /// <summary>Returns the changed ticket type.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
