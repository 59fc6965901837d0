using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>The fields that New- and Set-IntercomTicketTypeAttribute share.</summary>
public abstract class TicketTypeAttributeFieldsCommand : IntercomWriteCommand
{
    /// <summary>True when teammates must fill it in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("required_to_create"), Truth]
    public bool? RequiredToCreate { get; set; }

    /// <summary>True when contacts must fill it in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("required_to_create_for_contacts"), Truth]
    public bool? RequiredToCreateForContacts { get; set; }

    /// <summary>True when teammates see it while they create a ticket, as they do with a new attribute unless this says otherwise.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("visible_on_create"), Truth]
    public bool? VisibleOnCreate { get; set; }

    /// <summary>True when contacts see it while they create a ticket, as they do with a new attribute unless this says otherwise.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("visible_to_contacts"), Truth]
    public bool? VisibleToContacts { get; set; }

    /// <summary>True when a text may have several lines; for attributes of type string only.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("multiline"), Truth]
    public bool? Multiline { get; set; }

    /// <summary>The items to choose from, for attributes of type list only. No item may hold a comma: Intercom takes them as one text with commas between.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("ListItems")]
    public string[]? ListItem { get; set; }

    /// <summary>True when several files may be attached, for attributes of type files only.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("allow_multiple_values"), Truth]
    public bool? AllowMultipleValues { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        if (!input.Has(nameof(ListItem))) return base.PlanWork(input).Select(Senders.ThenForget);
        if (ListItem is not { Length: > 0 } || ListItem.Any(string.IsNullOrWhiteSpace)) throw new ArgumentException("-ListItem is empty, or one of its items is blank. Give each item a text: -ListItem Low, High.");
        if (ListItem.FirstOrDefault(item => item.Contains(',')) is { } comma) throw new ArgumentException($"The list item '{comma}' holds a comma, which ends an item for Intercom. Write it without, or give two items: -ListItem Low, High.");
        return base.PlanWork(input).Select(work => work.Change(body => body["list_items"] = string.Join(",", ListItem.Select(item => item.Trim()))).ThenForget());
    }
}
