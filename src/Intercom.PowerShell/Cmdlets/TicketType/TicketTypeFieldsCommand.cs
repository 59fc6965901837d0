namespace Intercom.PowerShell;

/// <summary>The parameters that New- and Set-IntercomTicketType share.</summary>
public abstract class TicketTypeFieldsCommand : IntercomWriteCommand
{
    /// <summary>The ticket type's description.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("description")]
    public string? Description { get; set; }

    /// <summary>
    /// The category: Customer (customers see the tickets), Back-office (only teammates see them) or Tracker (one ticket for many
    /// conversations).
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true), OneOf("Customer", "Back-office", "Tracker")]
    [ArgumentCompleter(typeof(TicketCategoryCompleter)), Body("category")]
    public string? Category { get; set; }

    /// <summary>The ticket type's icon, an emoji.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("icon"), Trim]
    public string? Icon { get; set; }

    /// <summary>Whether the tickets are for teammates only. Intercom does not offer this in every workspace.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("is_internal"), Truth]
    public bool? IsInternal { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        // The API accepts the words only in this spelling.
        Category = Category?.ToLowerInvariant() switch { "customer" => "Customer", "back-office" => "Back-office", "tracker" => "Tracker",
            _ => Category };
        return base.PlanWork(input).Select(Senders.ThenForget);
    }
}

/// <summary>Completes the categories of ticket types.</summary>
internal sealed class TicketCategoryCompleter() : WordCompleter("Customer", "Back-office", "Tracker");
