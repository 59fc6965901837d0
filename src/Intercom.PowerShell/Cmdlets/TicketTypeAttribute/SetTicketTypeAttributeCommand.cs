namespace Intercom.PowerShell;

/// <summary>Changes the specified fields of ticket type attributes, or archives them.</summary>
/// <remarks>
/// Tickets that have a value for an archived attribute keep it. -ListItem replaces the complete list, so an item that you leave out is
/// removed.
/// </remarks>
/// <example>
/// <para>Sets the items of a list: the existing items, and one more.</para>
/// <code>
/// (Get-IntercomTicketType -Name Bug).TicketTypeAttributes |
///     Where-Object Name -eq 'Severity' |
///     Set-IntercomTicketTypeAttribute `
///         -ListItem Minor, Major, Critical, Blocker
/// </code>
/// <outcome>
/// $list = (Get-IntercomTicketType -Name Bug).TicketTypeAttributes | Where-Object Name -eq 'Severity'
/// $writes.Count -eq 1 -and ($list.InputOptions | ConvertTo-Json -Depth 6) -match 'Blocker'
/// </outcome>
/// </example>
/// <example>
/// <para>Archives an attribute.</para>
/// <code>
/// (Get-IntercomTicketType -Name Bug).TicketTypeAttributes |
///     Where-Object Name -eq 'Version' |
///     Set-IntercomTicketTypeAttribute -Archived $true
/// </code>
/// <outcome>
/// $writes.Count -eq 1
/// -not ((Get-IntercomTicketType -Name Bug).TicketTypeAttributes | Where-Object { $_.Name -eq 'Version' -and -not $_.Archived })
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomTicketTypeAttribute", SupportsShouldProcess = true), OutputType(typeof(Intercom.TicketTypeAttribute))]
[Operation("PUT", "ticket_types/{TicketType}/attributes/{TicketTypeAttributeId}", Resource = nameof(TicketTypeAttributeId))]
public sealed class SetTicketTypeAttributeCommand : TicketTypeAttributeFieldsCommand
{
    /// <summary>The id of one or more attributes.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("TicketTypeAttributeId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] TicketTypeAttributeId { get; set; } = [];

    /// <summary>The ticket type that the attribute belongs to, by name, by id or as an object. A piped attribute supplies it.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true), Alias("TicketTypeId")]
    [ArgumentCompleter(typeof(NameCompleter<TicketType>)), IntercomId("TicketTypeId"), NameOf(typeof(TicketType))]
    public string? TicketType { get; set; }

    /// <summary>The new name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("NewName"), Body("name")]
    public string? Name { get; set; }

    /// <summary>The text that teammates and contacts see next to the field.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("description")]
    public string? Description { get; set; }

    /// <summary>Archives the attribute ($true) or restores it ($false).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("archived"), Truth]
    public bool? Archived { get; set; }

    /// <summary>Returns the changed attribute.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) => base.PlanWork(input).Select(work =>
        // Writes to attributes of all types stay in order, because a name and an id can mean the same type.
        work.To(work.Resource with { Key = "ticket type/" }) with { Doing = $"Update {work.Resource} of ticket type "
            + $"{TicketType}{WorkText.Fields(work)}" });
}
