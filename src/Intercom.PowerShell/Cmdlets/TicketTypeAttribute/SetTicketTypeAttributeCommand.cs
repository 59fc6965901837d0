using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Changes the given fields of a ticket type's attributes, or archives them; tickets that have a value keep it.</summary>
/// <remarks>Items of a list are given whole: an item that is left out is gone.</remarks>
/// <example>
/// <para>Sets the items of a list: those that exist, and one more.</para>
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
    /// <summary>The attribute's id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("TicketTypeAttributeId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[] TicketTypeAttributeId { get; set; } = [];

    /// <summary>The ticket type whose attribute it is, by name, by id or as an object; an attribute from the pipeline brings it along.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true), Alias("TicketTypeId"), ArgumentCompleter(typeof(NameCompleter<TicketType>)), IntercomId("TicketTypeId"), NameOf(typeof(TicketType))]
    public string? TicketType { get; set; }

    /// <summary>The new name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("NewName"), Body("name")]
    public string? Name { get; set; }

    /// <summary>What teammates and contacts read beside the field.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("description")]
    public string? Description { get; set; }

    /// <summary>True archives the attribute, false brings it back.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("archived"), Truth]
    public bool? Archived { get; set; }

    /// <summary>Gives the changed attribute.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) => base.PlanWork(input).Select(work =>
        // The attributes of all types keep their order, for by name or by id it may be one type.
        work.To(work.Resource with { Key = "ticket type/" }) with { Doing = $"Update {work.Resource} of ticket type {TicketType}{WorkText.Fields(work)}" });
}
