namespace Intercom.PowerShell;

/// <summary>The parameters that New- and Set-IntercomTicketTypeAttribute share.</summary>
public abstract class TicketTypeAttributeFieldsCommand : IntercomWriteCommand
{
    /// <summary>Whether teammates must fill in the attribute.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("required_to_create"), Truth]
    public bool? RequiredToCreate { get; set; }

    /// <summary>Whether contacts must fill in the attribute.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("required_to_create_for_contacts"), Truth]
    public bool? RequiredToCreateForContacts { get; set; }

    /// <summary>Whether teammates see the attribute when they create a ticket. The default for a new attribute is $true.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("visible_on_create"), Truth]
    public bool? VisibleOnCreate { get; set; }

    /// <summary>Whether contacts see the attribute when they create a ticket. The default for a new attribute is $true.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("visible_to_contacts"), Truth]
    public bool? VisibleToContacts { get; set; }

    /// <summary>Whether a text can have several lines. Only for attributes of type string.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("multiline"), Truth]
    public bool? Multiline { get; set; }

    /// <summary>
    /// The items to choose from. Only for attributes of type list. An item cannot contain a comma, because Intercom accepts the items as
    /// one comma-separated text.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("ListItems")]
    public string[]? ListItem { get; set; }

    /// <summary>Whether several files can be attached. Only for attributes of type files.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("allow_multiple_values"), Truth]
    public bool? AllowMultipleValues { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        if (!input.Has(nameof(ListItem))) return base.PlanWork(input).Select(Senders.ThenForget);
        if (ListItem is not { Length: > 0 } || ListItem.Any(string.IsNullOrWhiteSpace))
        {
            throw CommandErrors.BlankListItem();
        }
        if (ListItem.FirstOrDefault(item => item.Contains(',')) is { } comma)
        {
            throw CommandErrors.CommaInListItem(comma);
        }
        return base.PlanWork(input).Select(
            work => work.Change(body => body["list_items"] = string.Join(",", ListItem.Select(item => item.Trim()))).ThenForget());
    }
}
