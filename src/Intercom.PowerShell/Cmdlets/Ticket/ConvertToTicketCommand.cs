using System.Collections;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Converts conversations to tickets.</summary>
/// <remarks>The ticket type must be a customer ticket type. Attributes are identified by name, and list items by label.</remarks>
/// <example>
/// <para>Converts a conversation to a ticket.</para>
/// <code>
/// Get-IntercomConversation 100120 |
///     ConvertTo-IntercomTicket 'Customer request'
/// </code>
/// <outcome>$writes.Count -eq 1 -and $output.Count -eq 1 -and "$($output[0].TicketType)" -eq 'Customer request'</outcome>
/// </example>
/// <example>
/// <para>Converts a conversation to a ticket, and sets an attribute.</para>
/// <code>
/// Get-IntercomConversation 100115 |
///     ConvertTo-IntercomTicket 'Customer request' `
///         -TicketAttribute @{ Priority = 'High' }
/// </code>
/// <outcome>
/// $writes.Count -eq 1 -and "$($output[0].TicketType)" -eq 'Customer request'
/// $output[0].TicketAttributes['Priority'] -ne $null
/// </outcome>
/// </example>
[Cmdlet(VerbsData.ConvertTo, "IntercomTicket", SupportsShouldProcess = true), OutputType(typeof(Ticket))]
[Operation("POST", "conversations/{ConversationId}/convert")]
public sealed class ConvertToTicketCommand : IntercomWriteCommand
{
    // Other operations call this field ticket_attributes.
    private const string AttributesField = "attributes";

    /// <summary>The ticket type, by name, by id or as an object.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), Alias("TicketTypeId"), ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<TicketType>)), IntercomId("TicketTypeId"), NameOf(typeof(TicketType)), Body("ticket_type_id")]
    public string? TicketType { get; set; }

    /// <summary>The id of one or more conversations.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true), Alias("Id"), IntercomId("ConversationId")]
    public string[] ConversationId { get; set; } = [];

    /// <summary>The values of the ticket type's attributes by name: @{ Priority = 'High' }.</summary>
    [Parameter, Alias("Attribute"), Body(AttributesField), ArgumentCompleter(typeof(AttributeTableCompleter)), Table]
    public Hashtable? TicketAttribute { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        var type = Wiring.ResourceOf(nameof(TicketType), TicketType, input.Piped);
        return base.PlanWork(input).Select(
            work => work.SentBy(SendAsync) with { Doing = $"Convert {work.Resource} to a ticket of {type}" });
    }

    /// <summary>Sends the conversion with its attributes in the form that the ticket type requires.</summary>
    private static async Task<object?> SendAsync(ApiRequest request, SendContext context)
    {
        if (request.Body?[AttributesField] is not JsonObject) return await context.SendAsync(request).ConfigureAwait(false);
        var type = await TicketFieldsCommand.TypeAsync(request.Body["ticket_type_id"]?.ToString(), context).ConfigureAwait(false);
        return await context.SendAsync(type is null ? request : TicketFieldsCommand.Fitted(request, type, context, AttributesField))
            .ConfigureAwait(false);
    }
}
