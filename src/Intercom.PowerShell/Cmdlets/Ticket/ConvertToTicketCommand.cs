using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Makes tickets of conversations.</summary>
/// <remarks>The ticket type must be one for customers. The attributes go by name, items of lists by what people read.</remarks>
/// <example>
/// <para>Creates a ticket from a conversation.</para>
/// <code>
/// Get-IntercomConversation 100120 |
///     ConvertTo-IntercomTicket 'Customer request'
/// </code>
/// <outcome>$writes.Count -eq 1 -and $output.Count -eq 1 -and "$($output[0].TicketType)" -eq 'Customer request'</outcome>
/// </example>
/// <example>
/// <para>Creates a ticket from a conversation, with a value for an attribute.</para>
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
    // Elsewhere the API calls the same map ticket_attributes.
    private const string AttributesField = "attributes";

    /// <summary>The ticket type, by name, by id or as an object.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), Alias("TicketTypeId"), ValidateNotNullOrEmpty, ArgumentCompleter(typeof(NameCompleter<TicketType>)), IntercomId("TicketTypeId"), NameOf(typeof(TicketType)), Body("ticket_type_id")]
    public string? TicketType { get; set; }

    /// <summary>The conversation's id.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true), Alias("Id"), IntercomId("ConversationId")]
    public string[] ConversationId { get; set; } = [];

    /// <summary>The values of the ticket type's attributes by name: @{ Priority = 'High' }.</summary>
    [Parameter, Alias("Attribute"), Body(AttributesField), ArgumentCompleter(typeof(AttributeTableCompleter)), Table]
    public Hashtable? TicketAttribute { get; set; }

    /// <inheritdoc/>
    protected override Func<ApiRequest, CancellationToken, Task<object?>> Sending(OperationAttribute operation, IReadOnlyDictionary<string, object?> bound)
    {
        var send = base.Sending(operation, bound);
        var directory = Session.Directory;
        var formats = Formats;
        return async (request, cancellation) =>
        {
            if (request.Body?[AttributesField] is not JsonObject values) return await send(request, cancellation).ConfigureAwait(false);
            var id = request.Body["ticket_type_id"]?.ToString();
            var type = (await directory.ListAsync<TicketType>(Sink, cancellation).ConfigureAwait(false)).FirstOrDefault(known => known.Id == id);
            var body = (JsonObject)request.Body.DeepClone();
            if (type is not null) body[AttributesField] = TicketAttributeValues.Fit(type, values, formats);
            return await send(request.WithBody(body), cancellation).ConfigureAwait(false);
        };
    }
}
