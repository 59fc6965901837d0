using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>The fields that New- and Set-IntercomTicketType share.</summary>
public abstract class TicketTypeFieldsCommand : IntercomWriteCommand
{
    /// <summary>The type's description.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("description")]
    public string? Description { get; set; }

    /// <summary>Customer (customers see such tickets), Back-office (only teammates do) or Tracker (one ticket for many conversations).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), OneOf("Customer", "Back-office", "Tracker"), ArgumentCompleter(typeof(TicketCategoryCompleter)), Body("category")]
    public string? Category { get; set; }

    /// <summary>The type's icon, an emoji.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("icon"), Trim]
    public string? Icon { get; set; }

    /// <summary>True when such tickets are for teammates only. Intercom does not offer this to every workspace.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("is_internal"), Truth]
    public bool? IsInternal { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        // The wire knows the words in this spelling only.
        Category = Category?.ToLowerInvariant() switch { "customer" => "Customer", "back-office" => "Back-office", "tracker" => "Tracker", _ => Category };
        return base.PlanWork(input).Select(Senders.ThenForget);
    }
}

/// <summary>Completes the categories of ticket types.</summary>
internal sealed class TicketCategoryCompleter() : WordCompleter("Customer", "Back-office", "Tracker");
